package nl.knelpunt.labourinspectorate;

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
                "AI-2026-0417",
                new Observation(
                        "Bij een inspectie op grond van de Wet arbeid vreemdelingen is een overtreding vastgesteld.\n"
                                + "Bevinding: Zes mensen aan het werk zonder vergunning; slaapplaatsen achter de stelling.\n"
                                + "Maatregel: boete.",
                        LocalDate.of(2026, 2, 3),
                        null,
                        new Place("Sluiskade 12", "1771AA", "Wieringersluis", "GM9001", null, null),
                        "Nederlandse Arbeidsinspectie, Noordwest"),
                List.of(new Subject(
                        SubjectKind.LEGAL_PERSON,
                        List.of(
                                new Value(DataCategory.COMPANY, "naam", "Loodsen Wieringersluis BV"),
                                new Value(DataCategory.COMPANY, "kvk-nummer", "90001234"),
                                new Value(DataCategory.COMPANY, "sbi-code", "5210"),
                                new Value(DataCategory.SUPERVISION, "maatregel", "boete")))));
    }

    @Override
    protected List<String> signals() {
        return List.of("AI-2026-0417", "AI-2026-0419");
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("Ruritaans", "Wilhelmina");
    }

    @Override
    protected String wrong() {
        return TABLE.replaceFirst("90001234", "9000123");
    }

    @Override
    protected String whereWrong() {
        return "line 2, column 5 (KvK-nummer)";
    }
}
