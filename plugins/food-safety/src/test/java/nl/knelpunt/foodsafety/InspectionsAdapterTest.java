package nl.knelpunt.foodsafety;

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
class InspectionsAdapterTest extends TableAdapterContract {

    private static final String TABLE = read();

    private static String read() {
        try (var file = InspectionsAdapterTest.class.getResourceAsStream("/inspecties.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected SignalAdapter adapter(String mapping) {
        return new InspectionsAdapter(new InspectionsAdapter.Settings() {
            @Override
            public String mapping() {
                return mapping;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return InspectionsAdapter.Settings.class;
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
                "NV-26-00071",
                new Observation(
                        "Bij een inspectie in het domein vlees is een overtreding vastgesteld: klasse A, de zwaarste.\n"
                                + "Bevinding: Partij vlees zonder herkomst in een loods zonder erkenning.\n"
                                + "Maatregel: partij in beslag genomen.",
                        LocalDate.of(2026, 3, 9),
                        null,
                        new Place("Oosterkade 9", "1771AB", "Wieringersluis", "GM9001", null, null),
                        "NVWA, Noord"),
                List.of(
                        new Subject(
                                SubjectKind.LEGAL_PERSON,
                                List.of(
                                        new Value(DataCategory.COMPANY, "naam", "Slagerij De Kade BV"),
                                        new Value(DataCategory.COMPANY, "kvk-nummer", "90005555"),
                                        new Value(DataCategory.PERMITS, "erkenningsnummer", "NL 9999 EG"),
                                        new Value(DataCategory.SUPERVISION, "maatregel", "partij in beslag genomen"))),
                        new Subject(
                                SubjectKind.OBJECT, List.of(new Value(DataCategory.VEHICLE, "kenteken", "AB12CD")))));
    }

    @Override
    protected List<String> signals() {
        return List.of("NV-26-00071", "NV-26-00073");
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("Ruritani", "Wilhelmina");
    }

    @Override
    protected String wrong() {
        return TABLE.replaceFirst("AB-12-CD", "A-1");
    }

    @Override
    protected String whereWrong() {
        return "line 2, column 15 (Kenteken)";
    }
}
