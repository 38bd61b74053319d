package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.call;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Rules;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.Test;

/** One way in: the facts are loaded, the guard decides, the work is done and logged, as a whole or not at all. */
class GateTest {

    private final House house = new House();

    private LogRecord last() {
        return house.store.log().get(house.store.log().size() - 1);
    }

    private List<LogRecord> since(int before) {
        return house.store.log().subList(before, house.store.log().size());
    }

    private static Call repeatable(Account account, String key) {
        return new Call(new Caller.Person(account.id()), UUID.randomUUID(), "192.0.2.7", key, null);
    }

    private static Call seen(Account account, long version) {
        return new Call(new Caller.Person(account.id()), UUID.randomUUID(), "192.0.2.7", null, version);
    }

    // The log

    @Test
    void aRecordSaysWhoDidWhatWhenFromWhereToWhose() {
        UUID signal = house.draft();
        Call call = by(house.officer);
        house.signals.report(call, signal);
        LogRecord record = last();
        Subject subject = house.store.subjectsOf(signal).get(0);
        assertEquals(house.now, record.at());
        assertEquals(call.trace(), record.trace());
        assertEquals("192.0.2.7", record.origin());
        assertEquals(house.officer.id().toString(), record.actor());
        assertEquals(House.POLICE.id(), record.participant());
        assertEquals("REPORT_SIGNAL", record.act());
        assertEquals(signal, record.object());
        assertEquals(subject.pseudonym(), record.subject());
        assertEquals(house.store.dataOf(signal).stream().map(d -> d.id()).toList(), record.data());
        assertEquals(LogRecord.Result.PERMITTED, record.result());
        assertEquals(List.of(), record.rules());
        assertEquals(Rules.VERSION + "/1", record.ruleSet());
    }

    @Test
    void aRefusalIsLoggedWithItsRulesAndNothingElseHappens() {
        UUID signal = house.draft();
        house.signals.complete(by(house.officer), signal, c -> Copy.with(c, "lawfullyHeld", false));
        List<Object> before = house.store.content();
        int records = house.store.log().size();
        assertEquals(List.of("G07"), refused(() -> house.signals.report(by(house.officer), signal)));
        assertEquals(before, house.store.content());
        assertEquals(1, since(records).size());
        assertEquals(LogRecord.Result.REFUSED, last().result());
        assertEquals(List.of("G07"), last().rules());
        assertEquals(signal, last().object());
    }

    @Test
    void readingIsLoggedPerDataSubject() {
        UUID signal = house.draft();
        house.signals.addDatum(by(house.officer), signal, House.plate("88-YY-88"));
        house.signals.addDatum(
                by(house.officer),
                signal,
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.OBJECT, null, null),
                        DataCategory.CADASTRAL,
                        "loods 3",
                        0));
        int records = house.store.log().size();
        house.signals.see(by(house.officer), signal);
        List<LogRecord> shown = since(records);
        Set<UUID> persons = house.store.subjectsOf(signal).stream()
                .filter(Subject::isPerson)
                .map(Subject::pseudonym)
                .collect(Collectors.toSet());
        assertEquals(3, shown.size(), "two persons, and what is about nobody");
        assertEquals(
                persons,
                shown.stream().map(LogRecord::subject).filter(s -> s != null).collect(Collectors.toSet()));
        assertEquals(
                3, shown.stream().flatMap(r -> r.data().stream()).distinct().count());
        assertEquals(1, shown.stream().map(LogRecord::trace).distinct().count());
    }

    @Test
    void whatIsNotShownIsNotLoggedAsShown() {
        UUID knelpunt = house.designated();
        house.router.unbind(house.policePlugin);
        int records = house.store.log().size();
        house.knelpunten.data(by(house.mayorsWorker), knelpunt, null, 100);
        assertEquals(
                List.of(List.of()), since(records).stream().map(LogRecord::data).toList());
    }

    @Test
    void aListIsLoggedWithWhatItShowed() {
        UUID mine = house.asked();
        house.reported();
        int records = house.store.log().size();
        house.signals.list(by(house.mayorsWorker), null, 100);
        assertEquals(List.of(mine), since(records).get(0).data());
    }

    @Test
    void destroyingIsLoggedPerDataSubject() {
        for (UUID signal : List.of(house.draft(), house.asked(), house.draft(), house.weighed())) {
            UUID datum = house.store.dataOf(signal).get(0).id();
            UUID pseudonym = house.store.subjectsOf(signal).get(0).pseudonym();
            switch (house.store.signal(signal).orElseThrow().state()) {
                case ASKED -> house.signals.withdraw(by(house.officer), signal);
                case WEIGHED -> {
                    house.signals.decideAssessment(by(house.officer), signal, false, "past niet");
                    house.signals.decideAssessment(by(house.mayorsWorker), signal, false, "past niet");
                }
                default -> house.signals.discard(by(house.officer), signal);
            }
            assertTrue(house.store.signal(signal).isEmpty());
            assertEquals(pseudonym, last().subject());
            assertEquals(List.of(datum), last().data());
        }
    }

    @Test
    void aDatumThatIsTakenOutOfADraftIsLogged() {
        UUID signal = house.draft();
        UUID datum = house.store.dataOf(signal).get(0).id();
        UUID pseudonym = house.store.subjectsOf(signal).get(0).pseudonym();
        house.signals.removeDatum(by(house.officer), signal, datum);
        assertEquals(pseudonym, last().subject());
        assertEquals(List.of(datum), last().data());
    }

    @Test
    void aDraftThatLapsesIsLoggedPerDataSubject() {
        UUID signal = house.draft();
        UUID pseudonym = house.store.subjectsOf(signal).get(0).pseudonym();
        house.passes(Duration.ofDays(31));
        house.terms.end();
        LogRecord lapsed = house.store.log().stream()
                .filter(r -> r.act().equals("LAPSE_DRAFT"))
                .findFirst()
                .orElseThrow();
        assertEquals(pseudonym, lapsed.subject());
        assertEquals("platform", lapsed.actor());
    }

    @Test
    void designatingIsLoggedPerDataSubject() {
        UUID knelpunt = house.submitted();
        house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.designate(by(house.mayor), knelpunt);
        assertEquals("DESIGNATE", last().act());
        assertEquals(house.store.subjectsOf(knelpunt).get(0).pseudonym(), last().subject());
    }

    @Test
    void whatCannotBeLoggedDoesNotHappen() {
        UUID signal = house.draft();
        List<Object> before = house.store.content();
        int records = house.store.log().size();
        house.store.fillTheLog();
        assertThrows(UnavailableException.class, () -> house.signals.report(by(house.officer), signal));
        assertThrows(UnavailableException.class, () -> house.signals.see(by(house.officer), signal));
        assertThrows(UnavailableException.class, () -> house.signals.see(by(house.neighboursWorker), signal));
        assertEquals(before, house.store.content());
        assertEquals(records, house.store.log().size());
    }

    @Test
    void aWorkThatFailsLeavesNeitherChangeNorRecord() {
        UUID signal = house.draft();
        List<Object> before = house.store.content();
        int records = house.store.log().size();
        IllegalStateException failure = new IllegalStateException("halfway");
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> house.gate.change(
                                by(house.officer), Act.DISCARD_DRAFT, signal, Gate.Asking.NOTHING, (t, facts) -> {
                                    t.signals().destroy(signal);
                                    throw failure;
                                })));
        assertEquals(before, house.store.content());
        assertEquals(records, house.store.log().size());
    }

    @Test
    void theLogOfAWholeStoryIsWhole() {
        house.designated();
        assertTrue(house.store.verifyLog().isWhole());
        assertTrue(house.store.log().size() > 10);
    }

    // Who

    @Test
    void whoTheyAreIsLoadedNotSaid() {
        UUID signal = house.draft();
        house.keep(Copy.with(house.officer, "active", false));
        assertEquals(List.of("G41"), refused(() -> house.signals.see(by(house.officer), signal)));
        assertEquals(
                List.of("G41"), refused(() -> house.signals.see(call(new Caller.Person(UUID.randomUUID())), signal)));
        assertEquals("unknown", last().actor());
        assertNull(last().participant());
    }

    @Test
    void whatDoesNotExistIsRefusedAsWhatMayNotBeKnown() {
        UUID draft = house.draft();
        UUID knelpunt = house.designated();
        assertEquals(
                refused(() -> house.signals.see(by(house.director), UUID.randomUUID())),
                refused(() -> house.signals.see(by(house.director), draft)));
        assertEquals(
                refused(() -> house.knelpunten.see(by(house.neighboursWorker), UUID.randomUUID())),
                refused(() -> house.knelpunten.see(by(house.neighboursWorker), knelpunt)));
        UUID intervention = house.proposedIntervention(house.planned());
        assertEquals(
                refused(() -> house.plans.seeIntervention(by(house.neighboursWorker), UUID.randomUUID())),
                refused(() -> house.plans.seeIntervention(by(house.neighboursWorker), intervention)));
        assertEquals(
                refused(() -> house.plans.stop(by(house.neighboursWorker), UUID.randomUUID(), "x")),
                refused(() -> house.plans.stop(by(house.neighboursWorker), intervention, "x")));
    }

    @Test
    void admittingSaysNothingAndDoesNothingWhenPermitted() {
        int records = house.store.log().size();
        house.gate.admit(by(house.director), Act.LIST_SIGNALS, null, Gate.Asking.NOTHING);
        assertEquals(records, house.store.log().size());
        assertEquals(
                List.of("G41"),
                refused(() -> house.gate.admit(by(house.officer), Act.VERIFY_LOG, null, Gate.Asking.NOTHING)));
        assertEquals(records + 1, house.store.log().size());
    }

    // Repeats and versions

    @Test
    void aRepeatUnderTheSameKeyHasNoSecondEffect() {
        UUID signal = house.draft();
        Done first = house.signals.addDatum(repeatable(house.officer, "k-1"), signal, House.plate("88-YY-88"));
        List<Object> before = house.store.content();
        assertEquals(first, house.signals.addDatum(repeatable(house.officer, "k-1"), signal, House.plate("88-YY-88")));
        assertEquals(before, house.store.content());
    }

    @Test
    void aRepeatOfAReportIsNoMistake() {
        UUID signal = house.draft();
        Done first = house.signals.report(repeatable(house.officer, "k-1"), signal);
        assertEquals(first, house.signals.report(repeatable(house.officer, "k-1"), signal));
        assertEquals(List.of("STATE"), refused(() -> house.signals.report(repeatable(house.officer, "k-2"), signal)));
    }

    @Test
    void aKeyIsOfOneCallerOneActAndOneThing() {
        UUID signal = house.draft();
        UUID other = house.draft();
        house.signals.report(repeatable(house.officer, "k-1"), signal);
        assertEquals(
                other,
                house.signals.report(repeatable(house.officer, "k-1"), other).id());
        assertEquals(
                SignalState.REPORTED, house.store.signal(other).orElseThrow().state());
        house.signals.askRecognition(repeatable(house.officer, "k-1"), signal, House.MUNICIPALITY.id());
        assertEquals(SignalState.ASKED, house.store.signal(signal).orElseThrow().state());
        Account colleague = house.appoint("otto", House.POLICE, Organ.POLITIE, nl.knelpunt.engine.identity.Role.WORKER);
        assertEquals(
                Done.DESTROYED,
                house.signals.withdraw(repeatable(colleague, "k-1"), other).state());
    }

    @Test
    void aRefusalUnderAKeyIsTriedAgain() {
        UUID signal = house.draft();
        house.signals.complete(by(house.officer), signal, c -> Copy.with(c, "lawfullyHeld", false));
        assertEquals(List.of("G07"), refused(() -> house.signals.report(repeatable(house.officer, "k-1"), signal)));
        house.signals.complete(by(house.officer), signal, c -> Copy.with(c, "lawfullyHeld", true));
        assertEquals(
                "REPORTED",
                house.signals.report(repeatable(house.officer, "k-1"), signal).state());
    }

    @Test
    void whoSawAnOlderVersionChangesNothing() {
        UUID signal = house.draft();
        long version = house.store.signal(signal).orElseThrow().version();
        house.signals.complete(seen(house.officer, version), signal, c -> Copy.with(c, "title", "eerste"));
        List<Object> before = house.store.content();
        int records = house.store.log().size();
        StaleException stale = assertThrows(
                StaleException.class,
                () -> house.signals.complete(
                        seen(house.officer, version), signal, c -> Copy.with(c, "title", "tweede")));
        assertEquals(version + 1, stale.current());
        assertEquals(before, house.store.content());
        assertEquals(records, house.store.log().size());
    }

    @Test
    void whoSawAnOlderKnelpuntChangesNothing() {
        UUID knelpunt = house.planned();
        long version = house.store.knelpunt(knelpunt).version();
        StaleException stale = assertThrows(
                StaleException.class,
                () -> house.plans.write(seen(house.director, version - 1), knelpunt, new ActionPlan("x", true, "x")));
        assertEquals(version, stale.current());
        assertEquals(
                version + 1,
                house.plans
                        .write(seen(house.director, version), knelpunt, new ActionPlan("x", true, "x"))
                        .version());
    }

    @Test
    void aStrangerDoesNotLearnTheVersion() {
        UUID knelpunt = house.designated();
        assertEquals(
                List.of("G41"),
                refused(() ->
                        house.plans.write(seen(house.neighboursWorker, 1), knelpunt, new ActionPlan("x", true, "x"))));
    }

    @Test
    void anAnswerGivesTheVersionThatIsStored() {
        UUID signal = house.draft();
        Done done = house.signals.complete(by(house.officer), signal, c -> c);
        assertEquals(house.store.signal(signal).orElseThrow().version(), done.version());
        UUID knelpunt = house.designated();
        Done planned = house.plans.write(by(house.director), knelpunt, new ActionPlan("doel", true, "basis"));
        assertEquals(house.store.knelpunt(knelpunt).version(), planned.version());
    }

    @Test
    void anAnswerNamesWhatWasMadeOrChanged() {
        UUID signal = house.draft();
        long version = house.store.signal(signal).orElseThrow().version();
        Done added = house.signals.addDatum(by(house.officer), signal, House.plate("88-YY-88"));
        assertEquals(house.store.dataOf(signal).get(1).id(), added.id());
        assertEquals(version + 1, added.version());
        assertEquals(version + 1, house.store.signal(signal).orElseThrow().version());
        assertEquals(
                signal,
                house.signals.removeDatum(by(house.officer), signal, added.id()).id());
        assertEquals(signal, house.signals.report(by(house.officer), signal).id());
        assertEquals(
                "ASKED",
                house.signals
                        .askRecognition(by(house.director), signal, House.MUNICIPALITY.id())
                        .state());
        assertEquals(
                "RECOGNISED",
                house.signals
                        .recognise(by(house.mayorsWorker), signal, House.ownObservation())
                        .state());
        assertEquals(
                "WEIGHED",
                house.signals
                        .prepareAssessment(by(house.director), signal, World.FACTORS)
                        .state());
        UUID knelpunt = house.planned();
        UUID suspect = house.store.subjectsOf(knelpunt).get(0).id();
        Done shared = house.knelpunten.share(by(house.officer), knelpunt, House.plateOf(suspect, "77-ZZ-77"));
        assertEquals(house.store.dataOf(knelpunt).get(1).id(), shared.id());
        assertEquals(house.store.knelpunt(knelpunt).version(), shared.version());
        Done planned = house.plans.propose(by(house.director), knelpunt, House.closeBuilding());
        assertEquals(house.store.intervention(planned.id()).version(), planned.version());
        assertEquals(
                List.of(knelpunt, knelpunt, knelpunt),
                List.of(
                        house.knelpunten
                                .openPhase(by(house.mayor), knelpunt, 2, "nodig")
                                .id(),
                        house.knelpunten
                                .evaluate(
                                        by(house.director),
                                        knelpunt,
                                        house.evaluation(knelpunt, Evaluation.Recommendation.CLOSE))
                                .id(),
                        house.knelpunten
                                .vote(by(house.mayor), knelpunt, Motion.Kind.CLOSE, Motion.Choice.FOR, "klaar")
                                .id()));
    }

    @Test
    void sharingAboutSomebodyNewIsLoggedWithThatPerson() {
        UUID knelpunt = house.designated();
        UUID suspect = house.store.subjectsOf(knelpunt).get(0).id();
        house.knelpunten.share(
                by(house.officer),
                knelpunt,
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.PERSON, suspect, "zijn zuster"),
                        DataCategory.VEHICLE,
                        "77-ZZ-77",
                        1));
        assertEquals(house.store.subjectsOf(knelpunt).get(1).pseudonym(), last().subject());
    }

    @Test
    void aListOfKnelpuntenIsLoggedWithWhatItShowed() {
        UUID knelpunt = house.designated();
        house.knelpunten.list(by(house.mayorsWorker), Activity.KNELPUNT, null, 10);
        assertEquals(List.of(knelpunt), last().data());
        house.knelpunten.list(by(house.neighboursWorker), Activity.KNELPUNT, null, 10);
        assertEquals(List.of(), last().data());
    }

    @Test
    void everyAddressOfASecretIsTheSame() {
        UUID draft = house.draft();
        List<List<String>> answers = List.of(
                refused(() -> house.signals.see(by(house.mayorsWorker), draft)),
                refused(() -> house.signals.see(by(house.mayorsWorker), null)));
        assertEquals(answers.get(0), answers.get(1));
    }
}
