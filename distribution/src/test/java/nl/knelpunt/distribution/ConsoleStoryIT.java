package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole story of a knelpunt in the browser, with seven people in their own sessions. */
class ConsoleStoryIT {

    private static final int PEOPLE = 7;

    @BeforeAll
    static void thereIsABrowser() {
        Browser.assumeThereIsOne();
    }

    @Test
    void inDutchFromTheFirstSignalToTheProlongation(@TempDir Path folder) {
        live(folder, Hands.POINTER, "nl", Browser.WIDE, false);
    }

    @Test
    void inEnglishOnANarrowScreenUntilItIsClosed(@TempDir Path folder) {
        live(folder, Hands.POINTER, "en", Browser.NARROW, true);
    }

    @Test
    void inDutchByKeyboardAlone(@TempDir Path folder) {
        live(folder, Hands.KEYS, "nl", Browser.WIDE, false);
    }

    private static void live(Path folder, Hands hands, String language, int width, boolean closes) {
        try (Platform platform = new Platform(folder).start("--demo");
                ConsoleStory story = new ConsoleStory(platform, hands, language, width)) {
            story.aSignalIsReportedByForm();
            story.anotherParticipantRecognisesIt();
            story.theBureauPreparesTheWeighingAndTheParticipantsDecide();
            story.theCaseDirectorWritesAProposal();
            story.theSteeringGroupDesignates();
            story.aPhaseOpensAndDataAreShared();
            story.aPlanIsWrittenAndAnInterventionCarriedOut();
            story.theYearPasses();
            story.itIsEvaluated(closes ? "CLOSE" : "PROLONG");
            if (closes) {
                story.theSteeringGroupCloses();
            } else {
                story.theSteeringGroupProlongs();
            }
            assertEquals(PEOPLE, story.people());
        }
    }
}
