package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.booth.Sieve;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.RecognitionHelp.Found;
import nl.knelpunt.engine.signal.RecognitionHelp.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Whoever is asked whether it recognises a signal may have its own list looked at, within limits, and nobody else hears of it. */
class RecognitionHelpTest {

    private static final List<Found> ITS_PLATE_IS_KNOWN = List.of(new Found(IdentifierKind.LICENCE_PLATE, 1, 1));
    private static final List<Found> ITS_PLATE_IS_NOT = List.of(new Found(IdentifierKind.LICENCE_PLATE, 1, 0));

    private final House house = new House();
    private final UUID signal = house.asked();

    @Test
    void itIsOffUntilTheRacWasInvolved() {
        house.lists.put(House.MUNICIPALITY.id(), "kenteken 99-XX-99");

        assertEquals(List.of("G47"), refused(() -> house.ask(house.mayorsWorker, signal)));

        house.helps();
        assertEquals(ITS_PLATE_IS_KNOWN, house.ask(house.mayorsWorker, signal));
    }

    @Test
    void itIsTheSameHoweverItIsWritten() {
        house.helps();
        for (String written : List.of("99-XX-99", "99xx99", "99XX-99")) {
            house.lists.put(House.MUNICIPALITY.id(), "kenteken " + written);
            assertEquals(ITS_PLATE_IS_KNOWN, house.ask(house.mayorsWorker, signal), written);
        }
        house.lists.put(House.MUNICIPALITY.id(), "kenteken 99-XX-98");
        assertEquals(ITS_PLATE_IS_NOT, house.ask(house.mayorsWorker, signal));
        house.lists.put(House.MUNICIPALITY.id(), "container 99-XX-99");
        assertEquals(ITS_PLATE_IS_NOT, house.ask(house.mayorsWorker, signal), "of another kind it is another thing");
    }

    @Test
    void theAnswerCountsByKindAndNamesNothing() {
        UUID draft = house.draft();
        UUID subject = house.store.subjectsOf(draft).get(0).id();
        for (String[] datum : new String[][] {
            {"COMPANY", "kvk-nummer", "90000001"},
            {"COMPANY", "kvk-nummer", "90000002"},
            {"COMPANY", "naam", "Loods BV"}
        }) {
            house.signals.addDatum(
                    by(house.officer),
                    draft,
                    Copy.with(
                            House.datum(subject, null, DataCategory.valueOf(datum[0]), datum[2], 1),
                            "field",
                            datum[1]));
        }
        house.signals.report(by(house.officer), draft);
        house.signals.askRecognition(by(house.director), draft, House.MUNICIPALITY.id());
        house.helps();
        house.lists.put(House.MUNICIPALITY.id(), "kvk 90000002\nkvk 90000003");

        assertEquals(
                List.of(new Found(IdentifierKind.KVK, 2, 1), new Found(IdentifierKind.LICENCE_PLATE, 1, 0)),
                house.ask(house.mayorsWorker, draft));
    }

    @Test
    void eachTimeIsLoggedWithWhoseDataWereCompared() {
        house.helps();
        int before = house.store.log().size();

        house.ask(house.mayorsWorker, signal);

        LogRecord record = house.store.log().get(before);
        assertEquals(before + 1, house.store.log().size());
        assertEquals(Act.HELP_RECOGNITION.name(), record.act());
        assertEquals(signal, record.object());
        assertEquals(house.mayorsWorker.id().toString(), record.actor());
        assertEquals(house.store.subjectsOf(signal).get(0).pseudonym(), record.subject());
        assertEquals(1, record.data().size());
        assertEquals(LogRecord.Result.PERMITTED, record.result());
        assertEquals(null, record.note(), "what came of it is not kept");
    }

    @Test
    void nothingButTheCountOfTheDayIsKeptOfIt() {
        house.helps();
        List<Object> before = house.store.content();

        house.ask(house.mayorsWorker, signal);

        List<Object> after = house.store.content();
        long changed = 0;
        for (int i = 0; i < before.size(); i++) {
            changed += before.get(i).equals(after.get(i)) ? 0 : 1;
        }
        assertEquals(1, changed);
    }

    @Test
    void theReporterHearsNothingOfIt() {
        house.helps();
        var seen = house.signals.see(by(house.officer), signal);

        house.ask(house.mayorsWorker, signal);

        assertEquals(seen, house.signals.see(by(house.officer), signal));
        assertEquals(List.of("G41"), refused(() -> house.ask(house.officer, signal)));
    }

    @Test
    void aPersonMayAskItTenTimesADayAndItsParticipantFifty() {
        house.helps();
        times(house.mayorsWorker, 10);
        assertEquals(List.of("STATE"), refused(() -> house.ask(house.mayorsWorker, signal)));
        assertEquals(
                LogRecord.Result.REFUSED,
                house.store.log().get(house.store.log().size() - 1).result(),
                "a refusal is logged too");

        for (int i = 0; i < 4; i++) {
            times(house.appoint("collega " + i, House.MUNICIPALITY, Organ.BURGEMEESTER, Role.WORKER), 10);
        }
        Account fresh = house.appoint("nieuwe", House.MUNICIPALITY, Organ.BURGEMEESTER, Role.WORKER);
        RefusedException refused = assertThrows(RefusedException.class, () -> house.ask(fresh, signal));
        assertTrue(refused.findings().get(0).message().nl().contains("50"));

        house.passes(Duration.ofDays(1));
        assertEquals(ITS_PLATE_IS_KNOWN, house.ask(house.mayorsWorker, signal), "the next day it begins anew");
    }

    @Test
    void theLimitsAreThePolicys() {
        house.helps();
        house.store.decides(Policy.DEFAULT.with(new Policy.Help("RAC-2026-7", 2, 3, 90, 30)));
        times(house.mayorsWorker, 2);
        assertEquals(List.of("STATE"), refused(() -> house.ask(house.mayorsWorker, signal)));
    }

    @Test
    void withoutAListOrAModuleThatComparesItIsRefusedAndNotCounted() {
        house.helps();
        house.lists.remove(House.MUNICIPALITY.id());
        for (int i = 0; i < 20; i++) {
            assertEquals("list", field(() -> house.ask(house.mayorsWorker, signal)));
        }
        house.helps();
        house.router.unbind(house.municipalPlugin);
        assertEquals("module", field(() -> house.ask(house.mayorsWorker, signal)));
        house.router.bind(house.municipalPlugin);
        times(house.mayorsWorker, 10);
    }

    @Test
    void aListThatIsWrongIsToldWithItsPlaceAndNotQuoted() {
        house.helps();
        house.lists.put(House.MUNICIPALITY.id(), "kenteken 99-XX-99\ngeheim 999990019");

        MessageException wrong =
                assertThrows(MessageException.class, () -> house.help.ask(by(house.mayorsWorker), signal));

        assertEquals("line 2", wrong.where());
        assertFalse(wrong.getMessage().contains("999990019"));
        assertEquals(
                LogRecord.Result.FAILED,
                house.store.log().get(house.store.log().size() - 1).result());
    }

    // Keys

    @Test
    void aListThatItsParticipantHashedItselfIsComparedAsWell() {
        house.helps();
        house.lists.put(House.MUNICIPALITY.id(), hashed(key(), "99XX99"));
        assertEquals(ITS_PLATE_IS_KNOWN, house.ask(house.mayorsWorker, signal));
        house.lists.put(House.MUNICIPALITY.id(), hashed(key(), "99XX98"));
        assertEquals(ITS_PLATE_IS_NOT, house.ask(house.mayorsWorker, signal));
    }

    @Test
    void theKeyOfBeforeCountsForTheDaysThatTheyOverlapAndNoLonger() {
        house.helps();
        Key key = key();
        house.lists.put(House.MUNICIPALITY.id(), hashed(key, "99XX99"));

        house.now = key.until().atTime(12, 0).atZone(java.time.ZoneOffset.UTC).toInstant();
        UUID still = house.asked();
        assertFalse(key().period().equals(key.period()), "by then there is another");
        assertEquals(ITS_PLATE_IS_KNOWN, house.ask(house.mayorsWorker, still));

        house.passes(Duration.ofDays(1));
        UUID later = house.asked();
        assertThrows(MessageException.class, () -> house.help.ask(by(house.mayorsWorker), later));
    }

    @Test
    void whenThePeriodIsChangedNoKeyOfBeforeHolds() {
        house.helps();
        house.lists.put(House.MUNICIPALITY.id(), hashed(key(), "99XX99"));
        house.store.decides(Policy.DEFAULT.with(new Policy.Help("RAC-2026-7", 10, 50, 91, 30)));
        assertThrows(MessageException.class, () -> house.help.ask(by(house.mayorsWorker), signal));
    }

    @Test
    void eachParticipantHasItsOwnKey() {
        house.helps();
        Key own = key();
        Key others = house.help.key(by(house.policeMember), House.POLICE.id());
        assertEquals(own.period(), others.period());
        assertFalse(HexFormat.of().formatHex(own.key()).equals(HexFormat.of().formatHex(others.key())));
        assertFalse(own.toString().contains(HexFormat.of().formatHex(own.key())));
    }

    private Key key() {
        return house.help.key(by(house.mayor), House.MUNICIPALITY.id());
    }

    private static String hashed(Key key, String plate) {
        return "hash " + key.period() + " "
                + HexFormat.of().formatHex(Sieve.hash(IdentifierKind.LICENCE_PLATE, plate, key.key()));
    }

    private void times(Account who, int number) {
        for (int i = 0; i < number; i++) {
            assertEquals(ITS_PLATE_IS_KNOWN, house.ask(who, signal));
        }
    }

    private static List<String> refused(Executable act) {
        return assertThrows(RefusedException.class, act).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private static String field(Executable act) {
        return assertThrows(RefusedException.class, act).findings().get(0).field();
    }
}
