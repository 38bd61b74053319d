package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.DAY;
import static nl.knelpunt.store.Samples.GEMEENTE;
import static nl.knelpunt.store.Samples.MOMENT;
import static nl.knelpunt.store.Samples.POLITIE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.oversight.PolicyChange;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes in comes out, after a restart too. */
class RepositoriesTest {

    private static final int MANY = 100;

    @TempDir
    Path data;

    Installation installation;

    @BeforeEach
    void start() {
        installation = new Installation(data);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    @Test
    void aSignalKeepsEveryField() {
        Signal full = Samples.fullSignal();
        Signal draft = Samples.draft(GEMEENTE, MOMENT);
        installation.run(tx -> {
            tx.signals().insert(full);
            tx.signals().insert(draft);
        });
        installation.restart();
        assertEquals(Optional.of(full), installation.get(tx -> tx.signals().find(full.id())));
        assertEquals(Optional.of(draft), installation.get(tx -> tx.signals().find(draft.id())));
        assertEquals(Optional.empty(), installation.get(tx -> tx.signals().find(UUID.randomUUID())));
    }

    @Test
    void anUpdateOfASignalCountsItsVersion() {
        Signal draft = Samples.draft(POLITIE, MOMENT);
        Signal reported = with(draft, SignalState.REPORTED, List.of());
        installation.run(tx -> {
            tx.signals().insert(draft);
            tx.signals().update(reported);
        });
        Signal stored = installation.get(tx -> tx.signals().find(draft.id())).orElseThrow();
        assertEquals(2, stored.version());
        assertEquals(SignalState.REPORTED, stored.state());
    }

    @Test
    void anUpdateOfAnOldVersionIsRefusedWithTheCurrentOne() {
        Signal draft = Samples.draft(POLITIE, MOMENT);
        installation.run(tx -> {
            tx.signals().insert(draft);
            tx.signals().update(draft);
        });
        StaleException refused = assertThrows(
                StaleException.class,
                () -> installation.run(tx -> tx.signals().update(with(draft, SignalState.REPORTED, List.of()))));
        assertEquals(2, refused.current());
        assertEquals(
                SignalState.DRAFT,
                installation
                        .get(tx -> tx.signals().find(draft.id()))
                        .orElseThrow()
                        .state());
    }

    @Test
    void aParticipantFindsTheSignalsItReportedOrWasAskedAbout() {
        Signal own = Samples.draft(GEMEENTE, MOMENT);
        Signal foreign = Samples.draft(POLITIE, MOMENT);
        Signal asked = Samples.draft(POLITIE, MOMENT);
        installation.run(tx -> {
            tx.signals().insert(own);
            tx.signals().insert(foreign);
            tx.signals().insert(asked);
            tx.signals().update(with(asked, SignalState.ASKED, List.of(Recognition.open(GEMEENTE, MOMENT))));
        });
        assertEquals(
                List.of(own.id(), asked.id()),
                ids(installation.get(tx -> tx.signals().ofParticipant(GEMEENTE, null, MANY))));
        assertEquals(List.of(own.id()), ids(installation.get(tx -> tx.signals().ofParticipant(GEMEENTE, null, 1))));
        assertEquals(
                List.of(asked.id()), ids(installation.get(tx -> tx.signals().ofParticipant(GEMEENTE, own.id(), MANY))));
    }

    @Test
    void reportedSignalsAreNoDrafts() {
        Signal draft = Samples.draft(GEMEENTE, MOMENT);
        Signal first = with(Samples.draft(GEMEENTE, MOMENT), SignalState.REPORTED, List.of());
        Signal second = with(Samples.draft(POLITIE, MOMENT), SignalState.TAKEN_UP, List.of());
        installation.run(tx -> List.of(second, draft, first).forEach(tx.signals()::insert));
        assertEquals(
                List.of(first.id(), second.id()),
                ids(installation.get(tx -> tx.signals().reported(null, MANY))));
        assertEquals(
                List.of(second.id()), ids(installation.get(tx -> tx.signals().reported(first.id(), MANY))));
    }

    @Test
    void oldDraftsAreFoundByTheMomentTheyCameIn() {
        Instant term = Instant.parse("2026-06-01T00:00:00Z");
        Signal old = Samples.draft(GEMEENTE, term.minusMillis(1));
        Signal older = Samples.draft(GEMEENTE, term.minusSeconds(1));
        Signal young = Samples.draft(GEMEENTE, term);
        Signal reported = with(Samples.draft(GEMEENTE, term.minusSeconds(9)), SignalState.REPORTED, List.of());
        installation.run(tx -> List.of(old, older, young, reported).forEach(tx.signals()::insert));
        assertEquals(
                List.of(older.id(), old.id()),
                ids(installation.get(tx -> tx.signals().draftsBefore(term, MANY))));
        assertEquals(
                List.of(older.id()), ids(installation.get(tx -> tx.signals().draftsBefore(term, 1))));
    }

    @Test
    void aDestroyedSignalLeavesOnlyTheDigestOfItsMessage() throws Exception {
        Signal signal =
                with(Samples.draft(POLITIE, MOMENT), SignalState.ASKED, List.of(Recognition.open("fiod", MOMENT)));
        Subject subject = Samples.subject(signal.id());
        byte[] message = {1, 2, 3, (byte) 0xff};
        installation.run(tx -> {
            tx.signals().insert(signal);
            tx.data().insert(subject);
            tx.data().insert(Samples.inCircleOf(subject));
            tx.data().insert(Samples.datum(signal.id(), subject.id()));
            tx.signals().rememberMessage(POLITIE, message, signal.id());
        });
        installation.run(tx -> tx.signals().destroy(signal.id()));
        for (String table : List.of("signal", "signal_participant", "subject", "datum")) {
            assertEquals(0, installation.count(table), table);
        }
        assertEquals(
                Optional.of(signal.id()), installation.get(tx -> tx.signals().ofMessage(POLITIE, message)));
        assertEquals(Optional.empty(), installation.get(tx -> tx.signals().ofMessage(GEMEENTE, message)));
    }

    @Test
    void aKnelpuntKeepsEveryField() {
        Knelpunt full = Samples.fullKnelpunt();
        Knelpunt empty = Samples.emptyKnelpunt();
        installation.run(tx -> {
            tx.knelpunten().insert(full);
            tx.knelpunten().insert(empty);
        });
        installation.restart();
        assertEquals(Optional.of(full), installation.get(tx -> tx.knelpunten().find(full.id())));
        assertEquals(Optional.of(empty), installation.get(tx -> tx.knelpunten().find(empty.id())));
        assertEquals(
                List.of(full, empty), installation.get(tx -> tx.knelpunten().list(null, MANY)));
        assertEquals(List.of(empty), installation.get(tx -> tx.knelpunten().list(full.id(), MANY)));
        assertEquals(List.of(full), installation.get(tx -> tx.knelpunten().list(null, 1)));
    }

    @Test
    void aKnelpuntIsNotOverwrittenByAnOldVersion() {
        Knelpunt knelpunt = Samples.emptyKnelpunt();
        installation.run(tx -> {
            tx.knelpunten().insert(knelpunt);
            tx.knelpunten().update(knelpunt);
        });
        assertEquals(
                2,
                installation
                        .get(tx -> tx.knelpunten().find(knelpunt.id()))
                        .orElseThrow()
                        .version());
        assertEquals(
                2,
                assertThrows(
                                StaleException.class,
                                () -> installation.run(tx -> tx.knelpunten().update(knelpunt)))
                        .current());
    }

    @Test
    void aDatumKeepsEveryField() {
        UUID dossier = Samples.id();
        Subject subject = Samples.subject(dossier);
        Subject near = Samples.inCircleOf(subject);
        Subject thing = new Subject(Samples.id(), dossier, SubjectKind.OBJECT, null, null, null);
        Datum full = Samples.datum(dossier, subject.id());
        Datum empty = Samples.emptyDatum(dossier);
        Datum elsewhere = Samples.emptyDatum(Samples.id());
        installation.run(tx -> {
            List.of(subject, near, thing).forEach(tx.data()::insert);
            List.of(full, empty, elsewhere).forEach(tx.data()::insert);
        });
        installation.restart();
        assertEquals(Optional.of(full), installation.get(tx -> tx.data().find(full.id())));
        assertEquals(List.of(full, empty), installation.get(tx -> tx.data().ofDossier(dossier)));
        assertEquals(
                List.of(subject, near, thing), installation.get(tx -> tx.data().subjectsOf(dossier)));
    }

    @Test
    void anUpdatedDatumIsReplacedAsAWhole() {
        UUID dossier = Samples.id();
        Subject subject = Samples.subject(dossier);
        Datum full = Samples.datum(dossier, subject.id());
        Datum emptied = new Datum(
                full.id(),
                dossier,
                null,
                null,
                null,
                null,
                new Source(null, null, null, null, false, new PoliceBasis(null, null), null, null, null),
                0,
                Set.of(),
                null,
                null,
                Marks.NONE);
        installation.run(tx -> {
            tx.data().insert(subject);
            tx.data().insert(full);
            tx.data().update(emptied);
        });
        assertEquals(Optional.of(emptied), installation.get(tx -> tx.data().find(full.id())));
    }

    @Test
    void aSubjectGoesWithTheLastThatIsKnownOfIt() {
        UUID dossier = Samples.id();
        Subject subject = Samples.subject(dossier);
        Subject near = Samples.inCircleOf(subject);
        Datum first = Samples.datum(dossier, subject.id());
        Datum second = Samples.datum(dossier, subject.id());
        Datum ofNear = Samples.datum(dossier, near.id());
        installation.run(tx -> {
            List.of(subject, near).forEach(tx.data()::insert);
            List.of(first, second, ofNear).forEach(tx.data()::insert);
            tx.data().destroy(first.id());
        });
        assertEquals(2, installation.get(tx -> tx.data().subjectsOf(dossier)).size());
        installation.run(tx -> tx.data().destroy(second.id()));
        assertEquals(
                List.of(subject, near), installation.get(tx -> tx.data().subjectsOf(dossier)), "somebody is near it");
        installation.run(tx -> tx.data().destroy(ofNear.id()));
        assertEquals(List.of(), installation.get(tx -> tx.data().subjectsOf(dossier)));
    }

    @Test
    void anAccountKeepsEveryField() {
        Account full = Samples.account("sanne");
        Account bare =
                new Account(Samples.id(), "bram", "Bram", GEMEENTE, null, Set.of(Role.ADMIN), false, null, null, false);
        installation.run(tx -> {
            tx.accounts().insert(full, "$argon2$1");
            tx.accounts().insert(bare, "$argon2$2");
        });
        installation.restart();
        assertEquals(Optional.of(full), installation.get(tx -> tx.accounts().find(full.id())));
        assertEquals(Optional.of(bare), installation.get(tx -> tx.accounts().named("bram")));
        assertEquals(Optional.empty(), installation.get(tx -> tx.accounts().named("nobody")));
        assertEquals(
                Optional.of("$argon2$1"), installation.get(tx -> tx.accounts().passwordHash(full.id())));
        assertEquals(List.of(bare, full), installation.get(tx -> tx.accounts().list()));
    }

    @Test
    void twoAccountsCantHaveOneName() {
        installation.run(tx -> tx.accounts().insert(Samples.account("sanne"), "x"));
        assertThrows(
                RuntimeException.class,
                () -> installation.run(tx -> tx.accounts().insert(Samples.account("sanne"), "y")));
        assertEquals(1, installation.get(tx -> tx.accounts().list()).size());
    }

    @Test
    void aSessionEndsWhenItExpiresOrIsDeleted() {
        Account account = Samples.account("sanne");
        byte[] token = {0, 1, 2};
        byte[] other = {9};
        installation.run(tx -> {
            tx.accounts().insert(account, "x");
            tx.accounts().insertSession(token, account.id(), MOMENT);
            tx.accounts().insertSession(other, account.id(), MOMENT.plusSeconds(10));
        });
        assertEquals(Optional.of(account.id()), session(token, MOMENT.minusMillis(1)));
        assertEquals(Optional.empty(), session(token, MOMENT));
        installation.run(tx -> tx.accounts().deleteSessionsExpiredBefore(MOMENT.plusMillis(1)));
        assertEquals(Optional.empty(), session(token, MOMENT.minusMillis(1)));
        assertEquals(Optional.of(account.id()), session(other, MOMENT));
        installation.run(tx -> tx.accounts().deleteSession(other));
        assertEquals(Optional.empty(), session(other, MOMENT));
    }

    @Test
    void aSettingHasItsLastValue() {
        installation.run(tx -> tx.settings().put("clock", "P1D"));
        installation.run(tx -> tx.settings().put("clock", "P2D"));
        assertEquals(Optional.of("P2D"), installation.get(tx -> tx.settings().get("clock")));
        assertEquals(Optional.empty(), installation.get(tx -> tx.settings().get("else")));
    }

    @Test
    void anAdviceKeepsEveryField() {
        RacAdvice first =
                new RacAdvice(Samples.id(), "RAC 2026-1", "koppeling met kadaster", DAY, true, Samples.id(), MOMENT);
        RacAdvice second = new RacAdvice(Samples.id(), null, null, null, false, null, null);
        installation.run(tx -> {
            tx.advices().insert(second);
            tx.advices().insert(first);
        });
        installation.restart();
        assertEquals(Optional.of(first), installation.get(tx -> tx.advices().find(first.id())));
        assertEquals(Optional.empty(), installation.get(tx -> tx.advices().find(Samples.id())));
        assertEquals(List.of(first, second), installation.get(tx -> tx.advices().list(null, MANY)));
        assertEquals(List.of(second), installation.get(tx -> tx.advices().list(first.id(), MANY)));
    }

    @Test
    void thePolicyIsTheLastOneAndEveryChangeIsKept() {
        assertEquals(Policy.DEFAULT, installation.get(tx -> tx.policies().current()));
        PolicyChange first = change(2, Policy.Fiod.OTHER, Set.of("G22"), "besluit 7");
        PolicyChange second = change(3, Policy.Fiod.TAX_ADMINISTRATION, Set.of(), null);
        installation.run(tx -> tx.policies().put(first));
        assertEquals(first.policy(), installation.get(tx -> tx.policies().current()));
        assertThrows(
                RuntimeException.class,
                () -> installation.run(tx -> {
                    tx.policies().put(second);
                    assertEquals(second.policy(), tx.policies().current());
                    throw new IllegalStateException("taken back");
                }));
        assertEquals(first.policy(), installation.get(tx -> tx.policies().current()));
        installation.run(tx -> tx.policies().put(second));
        installation.restart();
        assertEquals(second.policy(), installation.get(tx -> tx.policies().current()));
        assertEquals(
                List.of(second, first), installation.get(tx -> tx.policies().changes()));
    }

    private static PolicyChange change(long version, Policy.Fiod fiod, Set<String> off, String decree) {
        return new PolicyChange(
                new Policy(version, 0.6, 0.75, 20, 2, fiod, decree, off),
                Samples.id(),
                "omdat",
                List.of("RAC"),
                "sanne",
                MOMENT);
    }

    @Test
    void aRequestIsRememberedPerCallerAndAct() {
        Done done = new Done(Samples.id(), "REPORTED", 3);
        installation.run(tx -> tx.requests().remember("sanne", "REPORT_SIGNAL", "k", done, MOMENT));
        assertEquals(Optional.of(done), installation.get(tx -> tx.requests().done("sanne", "REPORT_SIGNAL", "k")));
        assertEquals(Optional.empty(), installation.get(tx -> tx.requests().done("bram", "REPORT_SIGNAL", "k")));
        assertEquals(Optional.empty(), installation.get(tx -> tx.requests().done("sanne", "PROPOSE", "k")));
        installation.run(tx -> tx.requests().forgetBefore(MOMENT));
        assertTrue(installation
                .get(tx -> tx.requests().done("sanne", "REPORT_SIGNAL", "k"))
                .isPresent());
        installation.run(tx -> tx.requests().forgetBefore(MOMENT.plusMillis(1)));
        assertEquals(Optional.empty(), installation.get(tx -> tx.requests().done("sanne", "REPORT_SIGNAL", "k")));
    }

    @Test
    void momentsSortAsTextAlsoWithoutAFraction() {
        Signal whole = Samples.draft(GEMEENTE, Instant.parse("2026-01-01T00:00:00Z"));
        Signal fraction = Samples.draft(GEMEENTE, Instant.parse("2026-01-01T00:00:00.001Z"));
        installation.run(tx -> List.of(fraction, whole).forEach(tx.signals()::insert));
        assertEquals(
                List.of(whole.id(), fraction.id()),
                ids(installation.get(tx -> tx.signals()
                        .draftsBefore(DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(), MANY))));
    }

    private Optional<UUID> session(byte[] token, Instant now) {
        return installation.get(tx -> tx.accounts().session(token, now));
    }

    private static Signal with(Signal signal, SignalState state, List<Recognition> recognitions) {
        return new Signal(
                signal.id(),
                signal.reporter(),
                state,
                signal.version(),
                signal.received(),
                state == SignalState.DRAFT ? null : MOMENT,
                signal.content(),
                recognitions,
                null);
    }

    private static List<UUID> ids(List<Signal> signals) {
        return signals.stream().map(Signal::id).toList();
    }
}
