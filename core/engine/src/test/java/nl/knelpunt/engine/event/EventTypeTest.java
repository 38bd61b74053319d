package nl.knelpunt.engine.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Moment;
import org.junit.jupiter.api.Test;

/** The table of events: every act stands in it once, or changes nothing that others follow. */
class EventTypeTest {

    /** Signing in and what belongs to it, the clock of a demo, and acts that only look. */
    private static final Set<Act> SILENT = EnumSet.of(
            Act.SIGN_IN,
            Act.FAIL_SIGN_IN,
            Act.SIGN_OUT,
            Act.ACKNOWLEDGE_SECRECY,
            Act.MOVE_CLOCK,
            Act.HELP_RECOGNITION,
            Act.TAKE_RECOGNITION_KEY,
            Act.ANALYSE,
            Act.EXPORT_SELECTION,
            Act.LIST_REQUESTS,
            Act.SEE_REQUEST,
            Act.WRITE_LETTER,
            Act.LIST_MAPPINGS,
            Act.LIST_AREAS,
            Act.SEE_ACCOUNTS,
            Act.SEE_SUBSCRIPTIONS,
            Act.SEE_MODULES,
            Act.LIST_ADVICES,
            Act.LIST_RAC_REQUESTS,
            Act.SEE_RAC_REQUEST,
            Act.READ_LOG,
            Act.RECORD_RETENTION,
            Act.BACK_UP,
            Act.VERIFY_LOG);

    @Test
    void everyActThatChangesSomethingGivesOneEvent() {
        List<Act> inTheTable = Arrays.stream(EventType.values())
                .flatMap(t -> t.acts().stream())
                .toList();
        assertEquals(inTheTable.size(), EnumSet.copyOf(inTheTable).size(), "no act stands there twice");
        Set<Act> silent = Arrays.stream(Act.values())
                .filter(a -> a.moment() == Moment.ACCESS || SILENT.contains(a))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(inTheTable)), silent);
    }

    @Test
    void namesAreReverseDomainNamesAndTellThemselvesApart() {
        for (EventType type : EventType.values()) {
            assertTrue(type.text().matches("nl\\.knelpunt\\.[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*"), type.text());
            assertEquals(Optional.of(type), EventType.named(type.text()));
        }
        assertEquals(Optional.empty(), EventType.named("nl.knelpunt.signal.unheard-of"));
        assertEquals("signal", EventType.SIGNAL_REPORTED.about());
    }

    /** As the NL GOV profile asks of whoever publishes events. */
    @Test
    void everyTypeIsExplainedToIntegrators() throws IOException {
        String explained = Files.readString(Path.of("../../docs/integrators/events.md"));
        for (EventType type : EventType.values()) {
            assertTrue(explained.contains("`" + type.text().substring("nl.knelpunt.".length()) + "`"), type.text());
        }
    }

    @Test
    void whoHearsOfAnEventIsDecidedByAnActOfSeeing() {
        for (EventType type : EventType.values()) {
            assertTrue(EventType.of(type.sight()).isEmpty(), type + " is heard by who may change something");
        }
    }
}
