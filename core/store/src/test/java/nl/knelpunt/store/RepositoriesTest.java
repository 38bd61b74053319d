package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.DAY;
import static nl.knelpunt.store.Samples.GEMEENTE;
import static nl.knelpunt.store.Samples.MOMENT;
import static nl.knelpunt.store.Samples.POLITIE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
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
import nl.knelpunt.engine.port.RequestRepository.Earlier;
import nl.knelpunt.engine.port.SignalRepository;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalFilter;
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
                ids(installation.get(tx -> tx.signals().ofParticipant(GEMEENTE, SignalFilter.NONE, null, MANY))));
        assertEquals(
                List.of(own.id()),
                ids(installation.get(tx -> tx.signals().ofParticipant(GEMEENTE, SignalFilter.NONE, null, 1))));
        assertEquals(
                List.of(asked.id()),
                ids(installation.get(tx -> tx.signals().ofParticipant(GEMEENTE, SignalFilter.NONE, own.id(), MANY))));
    }

    @Test
    void reportedSignalsAreNoDrafts() {
        Signal draft = Samples.draft(GEMEENTE, MOMENT);
        Signal first = with(Samples.draft(GEMEENTE, MOMENT), SignalState.REPORTED, List.of());
        Signal second = with(Samples.draft(POLITIE, MOMENT), SignalState.TAKEN_UP, List.of());
        installation.run(tx -> List.of(second, draft, first).forEach(tx.signals()::insert));
        assertEquals(
                List.of(first.id(), second.id()),
                ids(installation.get(tx -> tx.signals().reported(SignalFilter.NONE, null, MANY))));
        assertEquals(
                List.of(second.id()),
                ids(installation.get(tx -> tx.signals().reported(SignalFilter.NONE, first.id(), MANY))));
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
            tx.signals().rememberMessage(POLITIE, message, new SignalRepository.Earlier(signal.id(), "aa"));
        });
        installation.run(tx -> tx.signals().destroy(signal.id()));
        for (String table : List.of("signal", "signal_participant", "subject", "datum")) {
            assertEquals(0, installation.count(table), table);
        }
        assertEquals(
                Optional.of(new SignalRepository.Earlier(signal.id(), "aa")),
                installation.get(tx -> tx.signals().ofMessage(POLITIE, message)));
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
        assertEquals(
                Optional.of(at(2, emptied)), installation.get(tx -> tx.data().find(full.id())));
        assertEquals(
                2,
                assertThrows(
                                StaleException.class,
                                () -> installation.run(tx -> tx.data().update(full)))
                        .current(),
                "somebody else was sooner");
    }

    @Test
    void marksAreAddedChangedAndTakenAwayAgain() {
        Datum bare = Samples.emptyDatum(Samples.id());
        Datum marked = bare.with(Samples.datum(bare.dossier(), null).marks());
        installation.run(tx -> tx.data().insert(bare));
        List<Datum> nows =
                List.of(marked, marked.with(marked.marks().with((Marks.Hold) null)), marked.with(Marks.NONE));
        for (int i = 0; i < nows.size(); i++) {
            Datum now = at(i + 1, nows.get(i));
            installation.run(tx -> tx.data().update(now));
            installation.restart();
            assertEquals(
                    Optional.of(at(now.version() + 1, now)),
                    installation.get(tx -> tx.data().find(bare.id())));
        }
    }

    private static Datum at(long version, Datum datum) {
        return new Datum(
                datum.id(),
                datum.dossier(),
                datum.subject(),
                datum.category(),
                datum.field(),
                datum.content(),
                datum.source(),
                datum.phase(),
                datum.origins(),
                datum.firstProcessed(),
                datum.destroyBy(),
                datum.marks(),
                version);
    }

    @Test
    void aDossierIsReadInPages() {
        UUID dossier = Samples.id();
        List<Datum> all =
                Stream.generate(() -> Samples.emptyDatum(dossier)).limit(5).toList();
        installation.run(tx -> {
            all.forEach(tx.data()::insert);
            tx.data().insert(Samples.emptyDatum(Samples.id()));
        });
        assertEquals(all.subList(0, 2), installation.get(tx -> tx.data().ofDossier(dossier, null, 2)));
        assertEquals(
                all.subList(2, 4),
                installation.get(tx -> tx.data().ofDossier(dossier, all.get(1).id(), 2)));
        assertEquals(
                all.subList(4, 5),
                installation.get(tx -> tx.data().ofDossier(dossier, all.get(3).id(), 2)));
        assertEquals(
                List.of(),
                installation.get(tx -> tx.data().ofDossier(dossier, all.get(4).id(), 2)));
    }

    @Test
    void copiesAreFoundByWhatTheyWereTakenOverFrom() {
        Datum first = Samples.emptyDatum(Samples.id());
        Datum second = first.takenOver(Samples.id(), Samples.id(), null, first.id());
        Datum third = first.takenOver(Samples.id(), Samples.id(), null, first.id());
        Datum ofSecond = second.takenOver(Samples.id(), Samples.id(), null, second.id());
        installation.run(tx -> {
            List.of(first, second, third, ofSecond).forEach(tx.data()::insert);
            tx.data().destroy(first.id());
        });
        assertEquals(List.of(second, third), installation.get(tx -> tx.data().copiesOf(first.id())));
        assertEquals(List.of(ofSecond), installation.get(tx -> tx.data().copiesOf(second.id())));
        assertEquals(List.of(), installation.get(tx -> tx.data().copiesOf(ofSecond.id())));
    }

    @Test
    void whatIsPastItsLastDayIsDueUnlessItIsHeld() {
        UUID dossier = Samples.id();
        Datum held = Samples.datum(dossier, null);
        Datum due = held.with(held.marks().with((Marks.Hold) null));
        Datum other = Samples.datum(dossier, null).with(Marks.NONE);
        Datum endless = Samples.emptyDatum(dossier);
        installation.run(tx -> {
            List.of(other, endless).forEach(tx.data()::insert);
            tx.data().insert(held);
        });
        assertEquals(List.of(), installation.get(tx -> tx.data().due(DAY, null, MANY)), "the last day is in time");
        assertEquals(List.of(other), installation.get(tx -> tx.data().due(DAY.plusDays(1), null, MANY)));
        installation.run(tx -> tx.data().update(due));
        assertEquals(
                Set.of(at(2, due), other),
                Set.copyOf(installation.get(tx -> tx.data().due(DAY.plusDays(1), null, MANY))));
        List<Datum> page = installation.get(tx -> tx.data().due(DAY.plusDays(1), null, 1));
        assertEquals(1, page.size());
        assertEquals(
                1,
                installation
                        .get(tx -> tx.data().due(DAY.plusDays(1), page.get(0).id(), MANY))
                        .size());
        installation.run(tx -> tx.data().update(at(2, held)));
        assertEquals(List.of(other), installation.get(tx -> tx.data().due(DAY.plusDays(1), null, MANY)));
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
        RacAdvice first = Samples.advice(RacAdvice.Outcome.WITH_CONDITIONS, RacAdvice.Matter.ONE_CHANGE);
        RacAdvice second = Samples.advice(
                RacAdvice.Outcome.NEGATIVE,
                new RacAdvice.Matter(
                        RacAdvice.Matter.Of.PROVISIONS, null, Provision.Kind.OTHER, Recipient.Type.THIRD_PARTY, false));
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
    void aProvisionKeepsEveryFieldForEveryRecipient() {
        UUID knelpunt = Samples.id();
        List<Provision> all = Samples.RECIPIENTS.stream()
                .map(r -> Samples.provision(knelpunt, r))
                .toList();
        Provision bare = Provision.prepared(
                Samples.id(),
                Samples.id(),
                MOMENT,
                new Provision.Content(
                        new Recipient.OtherRiec("RIEC"),
                        Provision.Kind.OTHER,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null));
        installation.run(tx -> {
            all.forEach(tx.provisions()::insert);
            tx.provisions().insert(bare);
        });
        installation.restart();
        assertEquals(all, installation.get(tx -> tx.provisions().ofKnelpunt(knelpunt, null, MANY)));
        assertEquals(
                all.subList(1, 2),
                installation.get(
                        tx -> tx.provisions().ofKnelpunt(knelpunt, all.get(0).id(), 1)));
        assertEquals(Optional.of(bare), installation.get(tx -> tx.provisions().find(bare.id())));
        assertEquals(Optional.empty(), installation.get(tx -> tx.provisions().find(Samples.id())));
    }

    @Test
    void aRecipientIsStoredByNameAndNotByClass() {
        Provision provision = Samples.provision(Samples.id(), Samples.RECIPIENTS.get(1));
        installation.run(tx -> tx.provisions().insert(provision));
        String document = installation.text("select document from provision");
        assertTrue(document.contains("\"type\":\"THIRD_PARTY\""), document);
        assertFalse(document.contains("nl.knelpunt"), document);
    }

    @Test
    void feedbackIsOverdueFromTheDayAfterItsLastAndForThatRecipientOnly() {
        Recipient recipient = new Recipient.ThirdParty("Inspectie", false, Recipient.Interest.PUBLIC_TASK);
        Recipient sameInOtherWords = new Recipient.OtherRiec(" INSPECTIE ");
        Provision prepared = Provision.prepared(
                Samples.id(),
                Samples.id(),
                MOMENT,
                Samples.provision(Samples.id(), recipient).content());
        installation.run(tx -> tx.provisions().insert(prepared));
        assertEquals(Optional.empty(), overdue(recipient, DAY.plusYears(100)));
        installation.run(tx -> tx.provisions().update(prepared.providedOn(MOMENT, DAY, null)));
        LocalDate due = DAY.plusYears(1);
        assertEquals(Optional.empty(), overdue(recipient, due));
        assertEquals(Optional.of(prepared.id()), overdue(recipient, due.plusDays(1)));
        assertEquals(Optional.of(prepared.id()), overdue(sameInOtherWords, due.plusDays(1)));
        assertEquals(Optional.empty(), overdue(new Recipient.OtherRiec("Inspectie 2"), due.plusDays(1)));

        Provision provided =
                installation.get(tx -> tx.provisions().find(prepared.id())).orElseThrow();
        assertEquals(2, provided.version());
        StaleException refused = assertThrows(
                StaleException.class,
                () -> installation.run(tx -> tx.provisions().update(prepared)));
        assertEquals(2, refused.current());
        installation.run(tx -> tx.provisions()
                .update(provided.with(new Provision.Feedback(true, "gesloten", DAY, null, Samples.id(), MOMENT))));
        assertEquals(Optional.empty(), overdue(recipient, due.plusDays(1)));
    }

    private Optional<UUID> overdue(Recipient recipient, LocalDate day) {
        return installation.get(tx -> tx.provisions().overdue(recipient, day)).map(Provision::id);
    }

    @Test
    void aRequestOfADataSubjectKeepsEveryField() {
        RightsRequest full = Samples.request(POLITIE, GEMEENTE);
        RightsRequest nobodys = new RightsRequest(
                Samples.id(),
                1,
                MOMENT,
                RightsRequest.Kind.ERASURE,
                null,
                null,
                null,
                List.of(),
                false,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                false);
        RightsRequest ofOne = Samples.request(GEMEENTE);
        installation.run(tx -> List.of(full, nobodys, ofOne).forEach(tx.rightsRequests()::insert));
        installation.restart();
        assertEquals(
                Optional.of(full), installation.get(tx -> tx.rightsRequests().find(full.id())));
        assertEquals(
                List.of(full, nobodys, ofOne),
                installation.get(tx -> tx.rightsRequests().list(null, MANY)));
        assertEquals(
                List.of(nobodys), installation.get(tx -> tx.rightsRequests().list(full.id(), 1)));
        assertEquals(List.of(full), installation.get(tx -> tx.rightsRequests().consulting(POLITIE, null, MANY)));
        assertEquals(List.of(ofOne), installation.get(tx -> tx.rightsRequests().consulting(GEMEENTE, full.id(), MANY)));

        RightsRequest decided =
                full.with(new RightsRequest.Decision(false, "brief", Samples.id(), MOMENT), DAY.plusYears(5));
        installation.run(tx -> tx.rightsRequests().update(decided));
        RightsRequest stored =
                installation.get(tx -> tx.rightsRequests().find(full.id())).orElseThrow();
        assertEquals(full.version() + 1, stored.version());
        assertEquals(decided.decision(), stored.decision());
        assertEquals(
                full.version() + 1,
                assertThrows(
                                StaleException.class,
                                () -> installation.run(tx -> tx.rightsRequests().update(decided)))
                        .current());
    }

    @Test
    void aPersonIsFoundByWhatIdentifiesThemInEveryDossierButDrafts() {
        Signal draft = Samples.draft(POLITIE, MOMENT);
        Signal reported = with(Samples.draft(POLITIE, MOMENT), SignalState.REPORTED, List.of());
        Subject inDraft = Samples.subject(draft.id());
        Subject inSignal =
                new Subject(Samples.id(), reported.id(), SubjectKind.PERSON, null, null, inDraft.pseudonym());
        Subject inKnelpunt =
                new Subject(Samples.id(), Samples.id(), SubjectKind.PERSON, null, null, inDraft.pseudonym());
        Subject another = Samples.subject(inKnelpunt.dossier());
        List<Datum> data = List.of(
                named(inDraft, "Özge de Wit-Maas"),
                named(inSignal, "özge  De Wit Maas"),
                named(inSignal, "O. de Wit"),
                named(inKnelpunt, "ÖZGE DE WIT-MAAS"),
                named(another, "Özge de Wit-Maan"));
        installation.run(tx -> {
            tx.signals().insert(draft);
            tx.signals().insert(reported);
            List.of(inDraft, inSignal, inKnelpunt, another).forEach(tx.data()::insert);
            data.forEach(tx.data()::insert);
        });
        assertEquals(
                Set.of(inSignal, inKnelpunt),
                Set.copyOf(installation.get(tx -> tx.data()
                        .identifiedBy(new Identifier(DataCategory.IDENTIFICATION, "Naam", "Özge de Wit-Maas")))));
        for (Identifier other : List.of(
                new Identifier(DataCategory.CONTACT, null, "Özge de Wit-Maas"),
                new Identifier(DataCategory.IDENTIFICATION, "alias", "Özge de Wit-Maas"))) {
            assertEquals(List.of(), installation.get(tx -> tx.data().identifiedBy(other)));
        }
        assertEquals(
                List.of(inSignal, inKnelpunt), installation.get(tx -> tx.data().withPseudonym(inDraft.pseudonym())));
        assertEquals(data.subList(1, 3), installation.get(tx -> tx.data().about(inSignal.id())));
    }

    private static Datum named(Subject subject, String name) {
        Datum sample = Samples.datum(subject.dossier(), subject.id());
        return new Datum(
                sample.id(),
                sample.dossier(),
                sample.subject(),
                DataCategory.IDENTIFICATION,
                "naam",
                name,
                sample.source(),
                sample.phase(),
                sample.origins(),
                sample.firstProcessed(),
                sample.destroyBy(),
                sample.marks());
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
                new Policy(
                        version,
                        0.6,
                        0.75,
                        20,
                        2,
                        fiod,
                        decree,
                        off,
                        nl.knelpunt.engine.guard.Periods.DEFAULT,
                        new Policy.Limits(1, 2, 3, 4, 5, 25),
                        new Policy.Steering(3, true, true),
                        new Policy.Help("RAC-7", 3, 9, 60, 10)),
                Samples.id(),
                "omdat",
                List.of("RAC"),
                "sanne",
                MOMENT);
    }

    @Test
    void recognitionHelpIsCountedByDayAndForgottenAfterIt() {
        UUID olga = Samples.id();
        UUID bram = Samples.id();
        LocalDate today = LocalDate.of(2026, 3, 1);
        installation.run(tx -> {
            tx.help().count(today, "politie", olga);
            tx.help().count(today, "politie", olga);
            tx.help().count(today, "politie", bram);
            tx.help().count(today, "uwv", bram);
        });
        installation.restart();
        assertEquals(2, (int) installation.get(tx -> tx.help().byPerson(today, olga)));
        assertEquals(2, (int) installation.get(tx -> tx.help().byPerson(today, bram)));
        assertEquals(3, (int) installation.get(tx -> tx.help().byParticipant(today, "politie")));
        assertEquals(0, (int) installation.get(tx -> tx.help().byParticipant(today.plusDays(1), "politie")));
        installation.run(tx -> tx.help().count(today.plusDays(1), "politie", olga));
        assertEquals(0, (int) installation.get(tx -> tx.help().byParticipant(today, "politie")));
        assertEquals(1, (int) installation.get(tx -> tx.help().byPerson(today.plusDays(1), olga)));
    }

    @Test
    void aRequestIsRememberedPerCallerAndAct() {
        Done done = new Done(Samples.id(), "REPORTED", 3);
        Earlier earlier = new Earlier(done, "d1");
        installation.run(tx -> tx.requests().remember("sanne", "REPORT_SIGNAL", "k", "d1", done, MOMENT));
        assertEquals(
                Optional.of(earlier), installation.get(tx -> tx.requests().earlier("sanne", "REPORT_SIGNAL", "k")));
        assertTrue(earlier.isOf("d1") && earlier.isOf(null) && !earlier.isOf("d2"));
        assertEquals(Optional.empty(), installation.get(tx -> tx.requests().earlier("bram", "REPORT_SIGNAL", "k")));
        assertEquals(Optional.empty(), installation.get(tx -> tx.requests().earlier("sanne", "PROPOSE", "k")));
        installation.run(tx -> tx.requests().forgetBefore(MOMENT));
        assertTrue(installation
                .get(tx -> tx.requests().earlier("sanne", "REPORT_SIGNAL", "k"))
                .isPresent());
        installation.run(tx -> tx.requests().forgetBefore(MOMENT.plusMillis(1)));
        assertEquals(Optional.empty(), installation.get(tx -> tx.requests().earlier("sanne", "REPORT_SIGNAL", "k")));
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
