package nl.knelpunt.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.knelpunt.engine.port.OwnLists;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Own subjects as {@value #LIST} in a folder for each participant, made by whoever lays the list ready. */
@Component
public final class OwnListFolder implements OwnLists {

    static final String LIST = "subjects.csv";

    private static final Pattern PARTICIPANT = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final Path folder;

    @Activate
    public OwnListFolder(BundleContext context) {
        this(context.getProperty("knelpunt.own-subjects"));
    }

    /** @param folder null when there is none: then no list lies ready */
    OwnListFolder(String folder) {
        this.folder = folder == null ? null : Path.of(folder);
    }

    @Override
    public Optional<InputStream> open(String participant) throws IOException {
        if (folder == null || !PARTICIPANT.matcher(participant).matches()) {
            return Optional.empty();
        }
        // No link: by one a participant could have the list of another read.
        Path own = folder.resolve(participant);
        Path list = own.resolve(LIST);
        if (!Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(list, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Its message names the file.
            throw new IOException(
                    "The list of own subjects can't be read: " + e.getClass().getSimpleName());
        }
    }
}
