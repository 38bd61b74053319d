package nl.knelpunt.support.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import org.junit.jupiter.api.Test;

/** What holds of every adapter that reads tables by a mapping, its own or an administrator's. */
public abstract class TableAdapterContract extends AdapterContract {

    /**
     * @param mapping of an administrator; empty for the plugin's own
     * @throws IllegalArgumentException the mapping is wrong
     */
    protected abstract SignalAdapter adapter(String mapping);

    /** A table as it is delivered. */
    protected abstract String table();

    /** The first draft of that table. */
    protected abstract SignalDraft first();

    /** The message ids of the rows in which something was wrong. */
    protected abstract List<String> signals();

    /** That table with one wrong cell. */
    protected abstract String wrong();

    /** Where that cell is, such as {@code line 2, column 5 (KvK-nummer)}. */
    protected abstract String whereWrong();

    @Override
    protected final SignalAdapter adapter() {
        return adapter("");
    }

    @Override
    protected final byte[] message() {
        return table().getBytes(StandardCharsets.UTF_8);
    }

    /** A row, or a cell of it with the name of its column. */
    @Override
    protected final String place() {
        return "line \\d+(, column \\d+( \\(.+\\))?)?";
    }

    /** A table that ends behind a row. */
    @Override
    protected final boolean looksWhole(byte[] part) {
        return part.length > 0 && part[part.length - 1] == '\n';
    }

    @Test
    void whatIsForbiddenStandsInTheTable() {
        forbidden().forEach(value -> assertTrue(table().contains(value), value));
    }

    @Test
    void aRowBecomesADraft() throws Exception {
        assertEquals(first(), Drafts.of(adapter(), table()).get(0));
    }

    @Test
    void onlyRowsWithSomethingWrongAreSignals() throws Exception {
        assertEquals(
                signals(),
                Drafts.of(adapter(), table()).stream()
                        .map(SignalDraft::messageId)
                        .toList());
    }

    @Test
    void aWrongCellIsNamedWithItsPlace() {
        MessageException refused = assertThrows(MessageException.class, () -> Drafts.of(adapter(), wrong()));
        assertEquals(whereWrong(), refused.where());
    }

    @Test
    void anAdministratorsMappingTakesThePlaceOfOurs() throws Exception {
        SignalAdapter other = adapter("{\"observation\": {\"what\": [\"Iets {wat}.\"]}}");
        assertEquals(
                "Iets anders.",
                Drafts.of(other, "wat\nanders\n").get(0).observation().what());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> adapter("{\"observation\": {\"what\": [\"{Nationaliteit}\"]}}"));
        assertTrue(
                refused.getMessage()
                        .startsWith("mapping, $.observation.what[0], line 1, column 27: This column may not"),
                refused.getMessage());
    }
}
