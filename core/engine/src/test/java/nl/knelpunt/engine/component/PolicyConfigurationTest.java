package nl.knelpunt.engine.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.util.Optional;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The RIEC's own choices; a mistake in them closes the gate rather than choosing for the RIEC. */
class PolicyConfigurationTest {

    private static PolicyConfiguration configured(String quorum, String majority, String draftDays) {
        return new PolicyConfiguration(new PolicyConfiguration.Settings() {
            @Override
            public String quorum() {
                return quorum;
            }

            @Override
            public String majority() {
                return majority;
            }

            @Override
            public String draftDays() {
                return draftDays;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return PolicyConfiguration.Settings.class;
            }
        });
    }

    @Test
    void itIsReadFromTheFile() {
        PolicyConfiguration policy = configured(" 0.67", "0.5 ", "14");
        assertEquals(new Policy(0.67, 0.5, 14), policy.current());
        assertEquals(Optional.empty(), policy.problem());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0.99, 0.99, 365"})
    void theRiecMayChooseUpToTheBounds(String quorum, String majority, String draftDays) {
        assertEquals(Optional.empty(), configured(quorum, majority, draftDays).problem());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 30",
        "-0.1, 0.5, 30",
        "NaN, 0.5, 30",
        "0.5, 1, 30",
        "0.5, NaN, 30",
        "half, 0.5, 30",
        "0.5, 0.5, 0",
        "0.5, 0.5, 366",
        "0.5, 0.5, a month",
        "0.5, '', 30"
    })
    void aMistakeClosesTheGateAndHealthSaysWhere(String quorum, String majority, String draftDays) {
        PolicyConfiguration policy = configured(quorum, majority, draftDays);
        assertThrows(UnavailableException.class, policy::current);
        assertTrue(policy.problem().orElseThrow().nl().contains("nl.knelpunt.engine.policy.cfg"));
    }
}
