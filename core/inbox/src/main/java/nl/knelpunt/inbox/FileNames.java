package nl.knelpunt.inbox;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of the files that the platform itself writes, made of names that senders chose. */
final class FileNames {

    private static final int LONGEST = 120;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FileNames() {}

    /** Letters, digits and a few signs, short enough to be lengthened; its end stays, for there is the ending. */
    static String safe(Path file) {
        String name = file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
        return name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST);
    }

    /** Without dot, in lower case; null when there is none. */
    static String ending(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 || dot == name.length() - 1
                ? null
                : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }
}
