package nl.knelpunt.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * What somebody picked of an audit file, by number. It goes along as an instruction behind the XML declaration, without a copy of the file.
 *
 * @param numbers none: the file goes as it is
 */
record Picked(List<String> numbers) {

    private static final String NUMBER = "[^\\s,;<>?]{1,35}";

    /** Where a declaration ends at the latest. */
    private static final int START = 1_000;

    /** Before a text in UTF-8, as some programs write it. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    /** As they were typed, with commas or spaces between them. */
    static Picked of(List<String> typed) throws WronglyAsked {
        var numbers = typed.stream()
                .flatMap(word -> List.of(word.strip().split("[\\s,;]+")).stream())
                .toList();
        if (!numbers.stream().allMatch(number -> number.matches(NUMBER))) {
            throw new WronglyAsked("--pick takes numbers of customers and suppliers, such as 1001,1007");
        }
        return new Picked(numbers);
    }

    /** Bytes of the file with the instruction in it. */
    long size(Path file) throws Failure, IOException {
        if (!numbers.isEmpty() && start(file).indexOf('\0') >= 0) {
            throw new Failure(file + " is in UTF-16. Save it as UTF-8, and pick then.");
        }
        return Files.size(file) + instruction().length;
    }

    InputStream open(Path file) throws IOException {
        var all = Files.newInputStream(file);
        if (numbers.isEmpty()) {
            return all;
        }
        var before = new ByteArrayInputStream(all.readNBytes(behindDeclaration(start(file))));
        return new SequenceInputStream(
                Collections.enumeration(List.of(before, new ByteArrayInputStream(instruction()), all)));
    }

    private byte[] instruction() {
        return numbers.isEmpty()
                ? new byte[0]
                : ("<?knelpunt-kies " + String.join(" ", numbers) + "?>").getBytes(StandardCharsets.UTF_8);
    }

    private static int behindDeclaration(String start) {
        var from = start.startsWith(MARK) ? MARK.length() : 0;
        var end = start.startsWith("<?xml", from) ? start.indexOf("?>", from) : -1;
        return end < 0 ? from : end + 2;
    }

    /** One character a byte. */
    private static String start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(START), StandardCharsets.ISO_8859_1);
        }
    }
}
