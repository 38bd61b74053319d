package nl.knelpunt.province;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
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
class SupervisionAdapterTest extends TableAdapterContract {

    private static final String TABLE = read();

    private static String read() {
        try (var file = SupervisionAdapterTest.class.getResourceAsStream("/toezicht.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected SignalAdapter adapter(String mapping) {
        return new SupervisionAdapter(new SupervisionAdapter.Settings() {
            @Override
            public String mapping() {
                return mapping;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return SupervisionAdapter.Settings.class;
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
                "OD-26-311",
                new Observation(
                        "Bij toezicht op opslag van gevaarlijke stoffen is een overtreding vastgesteld.\n"
                                + "Bevinding: Vaten zonder etiket; veel meer dan vergund.\n"
                                + "Vervolg: hercontrole na twee weken.",
                        LocalDate.of(2026, 4, 14),
                        LocalTime.of(22, 15),
                        new Place("Terrein De Punt, loods 4", "1771AC", "Wieringersluis", "GM9001", 4.9321, 52.9117),
                        "Omgevingsdienst Noordzijde"),
                List.of(
                        new Subject(
                                SubjectKind.LEGAL_PERSON,
                                List.of(
                                        new Value(DataCategory.COMPANY, "naam", "Chemie Opslag BV"),
                                        new Value(DataCategory.COMPANY, "kvk-nummer", "90007777"),
                                        new Value(DataCategory.PERMITS, "vergunning", "OV-2019-44"))),
                        new Subject(
                                SubjectKind.OBJECT,
                                List.of(new Value(DataCategory.CADASTRAL, "bag-id", "9001010000000042")))));
    }

    @Override
    protected List<String> signals() {
        return List.of("OD-26-311");
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("Ruritaans", "Wilhelmina");
    }

    @Override
    protected String wrong() {
        return TABLE.replaceFirst("52,9117", "529117");
    }

    @Override
    protected String whereWrong() {
        return "line 2, column 14 (Breedtegraad)";
    }
}
