package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.csv.CsvMapping;
import org.junit.jupiter.api.Test;

/** One row, the whole draft. */
class TableAdapterTest {

    @Test
    void anInspectionWithAViolationBecomesADraft() throws Exception {
        List<SignalDraft> drafts = new ArrayList<>();
        try (InputStream mapping = TableAdapterTest.class.getResourceAsStream("/knelpunt/mappings/toezicht-csv.json");
                InputStream table = TableAdapterTest.class.getResourceAsStream("/toezicht.csv")) {
            CsvMapping.of(mapping).read(table, drafts::add);
        }
        assertEquals(1, drafts.size());
        assertEquals("OD-26-311", drafts.get(0).messageId());
        assertEquals(LocalDate.of(2026, 4, 14), drafts.get(0).observation().date());
        assertEquals("1771AC", drafts.get(0).observation().place().postcode());
    }
}
