package nl.knelpunt.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.knelpunt.api.Text;

/** The lists and rules of this bundle, and the lines that an installation adds to its lists in {@code conf/text}. */
final class DataFiles {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final String LISTS = "lists/";
    private static final String NATIONALITIES = "nationalities.txt";

    /**
     * @param number 0 for the file itself
     */
    record Place(String file, int number) {

        Text text() {
            return number == 0 ? new Text(file, file) : new Text(file + ", regel " + number, file + ", line " + number);
        }

        @Override
        public String toString() {
            return text().en();
        }
    }

    /**
     * @param text never blank, no comment
     */
    record Line(Place place, String text) {}

    private final Path added;
    private final Set<String> read = new TreeSet<>();

    /**
     * @param added folder with lines for the lists; null, or not there, for none
     */
    DataFiles(Path added) {
        this.added = added;
    }

    List<Line> list(String name) {
        return extended(LISTS + name + ".txt");
    }

    List<Line> nationalities() {
        return extended(NATIONALITIES);
    }

    List<Line> fixed(String file) {
        List<Line> lines = new ArrayList<>();
        try (InputStream in = DataFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new DataException(new Place(file, 0), "dit bestand bestaat niet", "there is no such file");
            }
            add(file, in, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** A file that adds to nothing would be overlooked for ever. */
    void refuseWhatWasNotRead() {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(".txt") && !read.contains(name)) {
                throw new DataException(
                        place(file),
                        "er is geen lijst met deze naam; kies uit " + String.join(", ", read),
                        "there is no list of this name; choose from " + String.join(", ", read));
            }
        }
    }

    private List<Line> extended(String file) {
        List<Line> lines = fixed(file);
        String name = file.substring(file.indexOf('/') + 1);
        read.add(name);
        if (added != null && Files.exists(added.resolve(name))) {
            Path own = added.resolve(name);
            try (InputStream in = Files.newInputStream(own)) {
                add(place(own).file(), in, lines);
            } catch (IOException e) {
                throw new DataException(
                        place(own),
                        "kan niet gelezen worden; geef de gebruiker van Knelpunt leesrecht",
                        "can't be read; give the user of Knelpunt the right to read it");
            }
        }
        return lines;
    }

    private Collection<Path> files() {
        if (added == null || !Files.isDirectory(added)) {
            return List.of();
        }
        try (var files = Files.list(added)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the file by its own folders only: health is told to whoever asks. */
    private static Place place(Path file) {
        return new Place("conf/text/" + file.getFileName(), 0);
    }

    private static void add(String file, InputStream in, List<Line> lines) throws IOException {
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw new DataException(new Place(file, 0), "groter dan 1 MB", "over 1 MB");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DataException(
                    new Place(file, 0), "geen UTF-8; bewaar het als UTF-8", "no UTF-8; save it as UTF-8");
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(new Line(new Place(file, number), line.strip()));
            }
        }
    }
}
