package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.component.TrialTest.Case;
import nl.knelpunt.engine.component.TrialTest.Stage;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.lifecycle.State;
import nl.knelpunt.engine.lifecycle.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every cell of every table of the lifecycle that is not allowed, through the use cases: somebody who might do the act in another
 * state is refused, hears why, and nothing has changed. What an act needs comes from {@link TrialTest}, which knows every act.
 */
class EveryCellTest {

    /** That there is no activity, or not any more, the law says too. */
    private static final Set<String> SAYS_SO = Set.of(Finding.STATE, "G21", "G23", "G40");

    /** Their state follows from what was done with them; the guard's own test brings them into each. */
    private static final Set<Table<?>> DERIVED = Set.of(
            Lifecycle.PROVISION,
            Lifecycle.REQUEST,
            Lifecycle.DATA_REQUEST,
            Lifecycle.CORRECTION,
            Lifecycle.RAC_REQUEST);

    /** The platform itself does these, when their time comes and not when somebody asks. */
    private static boolean isForPeople(Act act) {
        return TrialTest.CASES.containsKey(act);
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotAllowedIsRefusedWithItsReasonAndChangesNothing() {
        return Lifecycle.ALL.stream().filter(t -> !DERIVED.contains(t)).flatMap(EveryCellTest::cells);
    }

    private static <S extends Enum<S> & State> Stream<DynamicTest> cells(Table<S> table) {
        return Arrays.stream(Act.values())
                .filter(act -> table.binds(act) && isForPeople(act))
                .flatMap(act -> table.states().stream()
                        .filter(state -> !table.allows(state, act))
                        .map(state -> dynamicTest(
                                act + " on " + table.name().en() + " when " + state,
                                () -> isRefused(table, state, act))));
    }

    private static <S extends Enum<S> & State> void isRefused(Table<S> table, S state, Act act) {
        Case tried = TrialTest.CASES.get(act);
        Stage stage = new Stage();
        House house = stage.house;
        UUID object = tried.before().apply(stage);
        Account who = tried.who().apply(stage);
        UUID bound = bound(house, object, table).orElse(null);
        if (bound == null) {
            assertTrue(
                    table == (Table<?>) Lifecycle.SIGNAL && TAKES_SIGNALS_ALONG.contains(act),
                    () -> act + " on " + table.name().en() + " is not looked at");
            return;
        }
        house.store.replace(bound, Copy.with(house.store.stored(bound), "state", state));
        List<Object> before = house.store.content();

        RefusedException refusal =
                assertThrows(RefusedException.class, () -> tried.doing().act(stage, by(who), object));

        Set<String> rules = new HashSet<>();
        refusal.findings().forEach(f -> rules.add(f.rule()));
        // Of a draft only its reporter may know, of a question to recognise nobody but while it is open.
        boolean unknown = table == (Table<?>) Lifecycle.SIGNAL
                && (state == SignalState.DRAFT
                        || act == Act.ANSWER_RECOGNITION
                        || act == Act.HELP_RECOGNITION
                        || act == Act.DECIDE_ASSESSMENT
                        || act == Act.WITHDRAW_RECOGNITION);
        assertTrue(
                rules.stream().anyMatch(SAYS_SO::contains) || unknown && rules.equals(Set.of("G41")),
                () -> "refused for another reason: " + rules);
        refusal.findings().stream()
                .filter(f -> f.rule().equals(Finding.STATE) && "state".equals(f.field()))
                .forEach(f -> assertFalse(f.remedy().nl().isBlank()));
        assertEquals(before, house.store.content(), "nothing has changed");
    }

    /** These are done on a knelpunt, and take signals along: of those G17 says that they must have been taken up. */
    private static final Set<Act> TAKES_SIGNALS_ALONG = Set.of(Act.DESIGNATE, Act.LINK_SIGNAL);

    /** The id of what has the table's state: what the act is about, or the dossier that it belongs to. */
    private static <S extends Enum<S> & State> Optional<UUID> bound(House house, UUID object, Table<S> table) {
        if (object == null) {
            return Optional.empty();
        }
        Object stored = house.store.stored(object);
        if (stored == null) {
            return Optional.empty();
        }
        if (hasStateOf(stored, table)) {
            return Optional.of(object);
        }
        return Stream.of("knelpunt", "consultation", "dossier")
                .flatMap(name -> part(stored, name).stream())
                .filter(id -> hasStateOf(house.store.stored(id), table))
                .findFirst();
    }

    private static <S extends Enum<S> & State> boolean hasStateOf(Object stored, Table<S> table) {
        return stored instanceof Record
                && Arrays.stream(stored.getClass().getRecordComponents())
                        .anyMatch(c -> c.getName().equals("state")
                                && c.getType() == table.first().getDeclaringClass());
    }

    private static Optional<UUID> part(Object stored, String name) {
        return Arrays.stream(stored.getClass().getRecordComponents())
                .filter(c -> c.getName().equals(name) && c.getType() == UUID.class)
                .map(c -> {
                    try {
                        return (UUID) c.getAccessor().invoke(stored);
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new AssertionError(e);
                    }
                })
                .findFirst();
    }
}
