package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.participant.Organ;
import org.junit.jupiter.api.Test;

/** The barrier models that come along can be used, and say that they are still to be checked. */
class BarrierModelFilesTest {

    private final List<BarrierModel> models = new BarrierModelFiles().models();

    @Test
    void theFormsOfCrimeThatTheRiecsMeetMostAreThere() {
        assertEquals(
                BarrierModelFiles.FILES, models.stream().map(BarrierModel::code).toList());
        assertEquals(7, model("hennepteelt").steps().size());
        assertEquals(7, model("mobiele-bendes").steps().size());
    }

    private BarrierModel model(String code) {
        return models.stream().filter(m -> m.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void nobodyCheckedThemYetAndTheySaySo() {
        for (BarrierModel model : models) {
            assertFalse(model.checked(), model.code());
            assertTrue(model.source().nl().contains("te controleren"), model.code());
        }
    }

    @Test
    void theirStepsAreToldApartAndTheirBarriersAreOfParticipants() {
        Set<String> kinds = Arrays.stream(Organ.values()).map(Organ::kind).collect(Collectors.toSet());
        for (BarrierModel model : models) {
            assertEquals(
                    model.steps().size(),
                    model.steps().stream()
                            .map(BarrierModel.Step::code)
                            .distinct()
                            .count(),
                    model.code());
            for (BarrierModel.Step step : model.steps()) {
                String where = model.code() + ", " + step.code();
                assertFalse(step.barriers().isEmpty(), where);
                assertFalse(step.signals().isEmpty(), where);
                step.barriers().forEach(b -> assertTrue(kinds.contains(b.participantKind()), where));
            }
        }
    }
}
