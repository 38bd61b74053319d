package nl.knelpunt.support.recognition;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.recognition.OwnSubjectSink;
import nl.knelpunt.api.recognition.OwnSubjects;
import nl.knelpunt.support.csv.CsvReader;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.internal.Reasons;

/**
 * Own subjects in a table with a heading, one identifier a row, separated by semicolons or commas. A plugin that offers
 * recognition help is three lines:
 *
 * <pre>{@code
 * @Component(service = OwnSubjects.class)
 * public final class OwnList extends OwnSubjectsFile {}
 * }</pre>
 *
 * <p>In clear, where the file lies in the participant's own hands:
 *
 * <pre>
 * soort;kenmerk
 * kvk;12345678
 * kenteken;AB-12-CD
 * </pre>
 *
 * or hashed by the participant itself, with the period of its key:
 *
 * <pre>
 * sleutel;hash
 * 90-230;0123…
 * </pre>
 *
 * <p>The kinds are those of {@link IdentifierKind#code}. A row that is wrong ends the reading: a list that is read in part would say
 * "not known" of what it holds.
 */
public class OwnSubjectsFile implements OwnSubjects {

    private static final String KIND = "soort";
    private static final String IDENTIFIER = "kenmerk";
    private static final String PERIOD = "sleutel";
    private static final String HASH = "hash";

    /** The heading fits in it, with a mark before and more columns. */
    private static final int HEADING = 4_096;

    private static final int HEX_DIGITS = 64;

    @Override
    public final void read(InputStream list, OwnSubjectSink subjects) throws MessageException, IOException {
        BufferedInputStream table = new BufferedInputStream(list, HEADING);
        String heading = heading(table);
        boolean hashed = heading.contains(PERIOD) && heading.contains(HASH);
        CsvReader rows = new CsvReader(
                table,
                new CsvReader.Layout(heading.indexOf(';') >= 0 ? ';' : ',', StandardCharsets.UTF_8, false),
                hashed ? Set.of(PERIOD, HASH) : Set.of(KIND, IDENTIFIER));
        while (rows.next()) {
            if (hashed) {
                hash(rows, subjects);
            } else {
                identifier(rows, subjects);
            }
        }
    }

    private static String heading(BufferedInputStream table) throws IOException {
        table.mark(HEADING);
        byte[] start = table.readNBytes(HEADING);
        table.reset();
        return new String(start, StandardCharsets.ISO_8859_1).split("[\r\n]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static void identifier(CsvReader rows, OwnSubjectSink subjects) throws MessageException {
        String code = rows.text(KIND);
        IdentifierKind kind = IdentifierKind.ofCode(code).orElseThrow(() -> rows.error(KIND, Reasons.NO_KIND));
        String identifier = Identifiers.of(kind, rows.text(IDENTIFIER))
                .orElseThrow(() -> rows.error(IDENTIFIER, Reasons.NO_IDENTIFIER));
        subjects.accept(kind, identifier);
    }

    private static void hash(CsvReader rows, OwnSubjectSink subjects) throws MessageException {
        String hash = rows.text(HASH);
        if (hash == null || hash.length() != HEX_DIGITS || !hash.matches("[0-9A-Fa-f]+")) {
            throw rows.error(HASH, Reasons.NO_HASH);
        }
        if (!subjects.acceptHash(
                String.valueOf(rows.text(PERIOD)), HexFormat.of().parseHex(hash))) {
            throw rows.error(PERIOD, Reasons.KEY_OVER);
        }
    }
}
