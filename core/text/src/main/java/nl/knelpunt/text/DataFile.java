package nl.knelpunt.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file of this bundle that say something: without comments and blank ones. */
final class DataFile {

    /**
     * @param place file and line, for a message
     * @param text never blank
     */
    record Line(String place, String text) {}

    private DataFile() {}

    static List<Line> lines(String file) {
        List<Line> lines = new ArrayList<>();
        try (InputStream in = DataFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new DataException(file, "there is no such file");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(new Line(file + ", line " + number, line.strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
