package nl.knelpunt.immigration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.testing.TableAdapterContract;

/** The table as it is delivered, read by the plugin's own mapping and by another. */
class VisitsAdapterTest extends TableAdapterContract {

    private static final String TABLE = read();

    private static String read() {
        try (var file = VisitsAdapterTest.class.getResourceAsStream("/controlebezoeken.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected SignalAdapter adapter(String mapping) {
        return new VisitsAdapter(new VisitsAdapter.Settings() {
            @Override
            public String mapping() {
                return mapping;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return VisitsAdapter.Settings.class;
            }
        });
    }

    @Override
    protected String table() {
        return TABLE;
    }

    @Override
    protected SignalDraft first() {
        return new SignalDraft(
                "IND-R-0091",
                new Observation(
                        "Bij een controlebezoek aan een referent bleek: De opgegeven functies bestaan niet op dit adres.\n"
                                + "Vergunningen op naam van de referent: 24; ter plaatse aangetroffen: 3.\n"
                                + "Uitkomst: erkenning geschorst.",
                        LocalDate.of(2026, 1, 20),
                        null,
                        new Place("Kasweg 7", "1775CD", "Haarveen", "GM9002", null, null),
                        "IND, toezicht op referenten"),
                List.of(new Subject(
                        SubjectKind.LEGAL_PERSON,
                        List.of(
                                new Value(DataCategory.COMPANY, "naam", "Tuinbouw Noord BV"),
                                new Value(DataCategory.COMPANY, "kvk-nummer", "90006666"),
                                new Value(DataCategory.SUPERVISION, "uitkomst", "erkenning geschorst")))));
    }

    @Override
    protected List<String> signals() {
        return List.of("IND-R-0091");
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("Ruritaans", "F00D", "Wilhelmina");
    }

    @Override
    protected String wrong() {
        return TABLE.replaceFirst("20-01-2026", "20 januari");
    }

    @Override
    protected String whereWrong() {
        return "line 2, column 2 (Bezoekdatum)";
    }
}
