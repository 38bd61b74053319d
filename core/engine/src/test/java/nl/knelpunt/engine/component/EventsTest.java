package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.call;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.event.CloudEvent;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.event.ForgottenException;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.InformationRegister;
import nl.knelpunt.engine.rights.RightsRequest;
import org.junit.jupiter.api.Test;

/** What happens is told to whom it concerns: by reference, as far as they may know of it at that moment. */
class EventsTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final House house = new House();

    /** What somebody hears of everything so far, by the last part of its name. */
    private List<String> hears(Account account) {
        return house.events.list(by(account), null, 100).items().stream()
                .map(EventsTest::shortly)
                .toList();
    }

    private List<String> hearsOf(Account account, UUID subject) {
        return house.events.list(by(account), null, 100).items().stream()
                .filter(e -> subject.equals(e.subject()))
                .map(EventsTest::shortly)
                .toList();
    }

    private static String shortly(CloudEvent event) {
        return event.type().substring(event.type().lastIndexOf('.') + 1);
    }

    private Account system(String name, nl.knelpunt.engine.participant.Participant participant) {
        return house.appoint(name, participant, null, Role.CONNECTION);
    }

    // What gives an event

    @Test
    void aChangeGivesOneEventByReferenceOnly() {
        UUID signal = house.reported();
        Event last = house.store.events().get(house.store.events().size() - 1);
        assertEquals(EventType.SIGNAL_REPORTED, last.type());
        assertEquals(signal, last.subject());
        assertEquals(house.now, last.at());
        Set<UUID> pseudonyms =
                house.store.subjectsOf(signal).stream().map(Subject::pseudonym).collect(Collectors.toSet());
        for (Event event : house.store.events()) {
            assertFalse(pseudonyms.contains(event.subject()) || pseudonyms.contains(event.datum()));
            assertFalse(event.toString().contains("99-XX-99"));
        }
    }

    @Test
    void theLatestComeFirstToWhomTheyConcernHoweverMuchElseHappened() {
        UUID knelpunt = house.designated();
        List<String> all = hears(house.officer);
        List<String> backwards = new ArrayList<>(all);
        Collections.reverse(backwards);
        assertEquals(backwards, latest(house.officer, 100));
        assertEquals(backwards.subList(0, 3), latest(house.officer, 3));
        for (int i = 0; i < 450; i++) {
            UUID ofOthers = UUID.randomUUID();
            house.store.transact(t -> {
                t.events()
                        .append(new Event(
                                0, ofOthers, house.now, EventType.SIGNAL_DRAFTED, ofOthers, null, List.of(), null));
                return null;
            });
        }
        assertEquals(backwards, latest(house.officer, 100));
        assertTrue(all.contains("designation-decided"), () -> "of " + knelpunt + " too");
    }

    private List<String> latest(Account account, int limit) {
        return house.events.newest(by(account), limit).stream()
                .map(EventsTest::shortly)
                .toList();
    }

    @Test
    void theWholeStoryIsTold() {
        UUID knelpunt = house.designated();
        assertEquals(
                List.of("proposed", "submitted", "vote-cast", "vote-cast", "designation-decided"),
                hearsOf(house.mayorsWorker, knelpunt));
        UUID signal = house.store.knelpunt(knelpunt).proposal().signals().get(0);
        assertEquals(
                List.of(
                        "drafted",
                        "draft-changed",
                        "reported",
                        "recognition-requested",
                        "outcome-recorded",
                        "recognition-answered",
                        "assessment-prepared",
                        "assessment-decided",
                        "outcome-recorded",
                        "assessment-decided",
                        "outcome-recorded"),
                hearsOf(house.officer, signal));
    }

    @Test
    void aMessageGivesAnEventForEachNewDraftAndARepeatNone() throws Exception {
        Account system = system("koppeling", House.POLICE);
        house.deliver(system, "A1 99-XX-99\nA2 88-YY-88");
        assertEquals(List.of("drafted", "drafted"), hears(system));
        house.deliver(system, "A1 99-XX-99");
        assertEquals(2, house.store.events().size());
        house.deliver(system, "A1 99-XX-99\nA3 77-ZZ-77");
        assertEquals(3, house.store.events().size());
    }

    @Test
    void readingARefusalAndARepeatGiveNone() {
        UUID signal = house.draft();
        int before = house.store.events().size();
        house.signals.see(by(house.officer), signal);
        house.signals.list(by(house.officer), null, 10);
        assertEquals(List.of("G41"), refused(() -> house.signals.report(by(house.mayorsWorker), signal)));
        assertThrows(
                IllegalStateException.class,
                () -> house.signals.complete(by(house.officer), signal, c -> {
                    throw new IllegalStateException("fails");
                }));
        assertEquals(before, house.store.events().size());
        Call repeatable =
                new Call(new Caller.Person(house.officer.id()), UUID.randomUUID(), "192.0.2.7", "a-key", null);
        house.signals.report(repeatable, signal);
        house.signals.report(repeatable, signal);
        assertEquals(before + 1, house.store.events().size());
    }

    @Test
    void noRecordNoEvent() {
        UUID signal = house.draft();
        int before = house.store.events().size();
        house.store.fillTheLog();
        assertThrows(RuntimeException.class, () -> house.signals.report(by(house.officer), signal));
        assertEquals(before, house.store.events().size());
    }

    @Test
    void anEventSaysWhatAndWhereInTheWordsOfCloudEvents() {
        UUID signal = house.reported();
        CloudEvent told =
                house.events.list(by(house.officer), null, 100).items().get(2);
        assertEquals("1.0", told.specversion());
        assertEquals("nl.knelpunt.signal.reported", told.type());
        assertEquals("urn:nld:riec-noord-holland:systeem:knelpunt", told.source());
        assertEquals(signal, told.subject());
        assertEquals(house.now, told.time());
        assertEquals("/v1/signals/" + signal, told.dataref());
        EventUseCases configured = new EventUseCases(
                "7",
                "urn:nld:oin:00000099000000001000:systeem:knelpunt",
                "https://knelpunt.example/",
                house.gate,
                house.store,
                () -> house.now,
                () -> house.region);
        CloudEvent abroad = configured.told(house.store.events().get(2));
        assertEquals("urn:nld:oin:00000099000000001000:systeem:knelpunt", abroad.source());
        assertEquals("https://knelpunt.example/v1/signals/" + signal, abroad.dataref());
        assertEquals(told.id(), abroad.id());
    }

    // Who hears of it

    @Test
    void twoPeopleWithDifferentSightHearDifferentThings() {
        UUID signal = house.reported();
        assertEquals(List.of("reported"), hearsOf(house.director, signal), "a draft was the reporter's own");
        assertEquals(List.of("drafted", "draft-changed", "reported"), hearsOf(house.officer, signal));
        assertEquals(List.of(), hears(house.mayorsWorker));
        assertEquals(List.of(), hears(house.analyst));
        assertEquals(List.of(), hears(house.mayor));
    }

    @Test
    void whoIsAskedHearsOfItFromThenOnAndNotOfWhoElseIs() {
        UUID signal = house.asked();
        house.signals.askRecognition(by(house.director), signal, House.NEIGHBOUR.id());
        house.signals.recognise(by(house.neighboursWorker), signal, House.neighboursObservation());
        assertEquals(List.of("reported", "recognition-requested"), hearsOf(house.mayorsWorker, signal));
        assertEquals(
                List.of("reported", "recognition-requested", "recognition-answered"),
                hearsOf(house.neighboursWorker, signal));
        List<String> all =
                List.of("reported", "recognition-requested", "recognition-requested", "recognition-answered");
        assertEquals(all, hearsOf(house.director, signal));
        assertTrue(hearsOf(house.officer, signal).containsAll(all));
    }

    @Test
    void whoDoesNotRecogniseItHearsNothingMoreNotEvenOfItsOwnAnswer() {
        UUID signal = house.asked();
        house.signals.doNotRecognise(by(house.mayorsWorker), signal);
        assertEquals(List.of(), hears(house.mayorsWorker));
    }

    @Test
    void whatIsGoneIsToldToWhoKnewOfItAndToNobodyElse() {
        UUID signal = house.asked();
        house.signals.askRecognition(by(house.director), signal, House.NEIGHBOUR.id());
        house.signals.doNotRecognise(by(house.neighboursWorker), signal);
        house.signals.withdraw(by(house.officer), signal);
        assertEquals(List.of("outcome-recorded", "destroyed"), hearsOf(house.officer, signal));
        assertEquals(List.of("destroyed"), hearsOf(house.director, signal));
        assertEquals(List.of("destroyed"), hearsOf(house.mayorsWorker, signal));
        assertEquals(List.of(), hears(house.neighboursWorker), "it did not recognise it, and knew no more");
        assertEquals(List.of(), hears(house.analyst));
        List<CloudEvent> told = house.events.list(by(house.officer), null, 100).items();
        assertEquals("/v1/signals/outcomes?signal=" + signal, told.get(0).dataref(), "what became of it stays");
        assertNull(told.get(1).dataref(), "there is nothing to read");
    }

    @Test
    void anAssessmentThatDestroysSaysSo() {
        UUID signal = house.weighed();
        house.signals.decideAssessment(by(house.officer), signal, false, "niets");
        house.signals.decideAssessment(by(house.mayorsWorker), signal, false, "niets");
        assertEquals(List.of("destroyed"), hearsOf(house.mayorsWorker, signal));
        assertEquals(List.of("destroyed"), hearsOf(house.director, signal));
    }

    @Test
    void aDraftIsHeardOfByItsReporterAloneAlsoWhenItIsThrownAway() {
        UUID kept = house.draft();
        UUID discarded = house.draft();
        house.signals.discard(by(house.officer), discarded);
        assertEquals(List.of("drafted", "draft-changed"), hearsOf(house.officer, kept));
        assertEquals(List.of("destroyed"), hearsOf(house.officer, discarded));
        for (Account other : List.of(house.director, house.mayorsWorker, house.analyst, house.policeMember)) {
            assertEquals(List.of(), hears(other));
        }
    }

    @Test
    void aDraftThatLapsesIsToldToItsReporter() {
        UUID draft = house.draft();
        house.passes(Duration.ofDays(31));
        house.terms.end();
        assertEquals(List.of("outcome-recorded", "destroyed"), hearsOf(house.officer, draft));
        assertEquals(List.of(), hears(house.director));
    }

    @Test
    void aParticipantsSystemHearsOfItsOwnSignalsOnly() throws Exception {
        Account police = system("politie-koppeling", House.POLICE);
        Account municipality = system("gemeente-koppeling", House.MUNICIPALITY);
        house.deliver(police, "A1 99-XX-99");
        UUID knelpunt = house.designated();
        UUID signal = house.store.knelpunt(knelpunt).proposal().signals().get(0);
        assertEquals(hearsOf(house.officer, signal), hearsOf(police, signal));
        assertEquals(List.of(), hearsOf(police, knelpunt), "knelpunten are for people");
        assertEquals(List.of(), hears(municipality), "not of what its participant was only asked about");
        assertEquals(List.of("G41"), refused(() -> house.signals.see(by(police), signal)));
    }

    @Test
    void aDatumIsHeardOfByWhoMaySeeThatDatum() {
        UUID knelpunt = house.designated();
        house.knelpunten.share(
                by(house.officer),
                knelpunt,
                House.plateOf(house.store.subjectsOf(knelpunt).get(0).id(), "99-XX-99"));
        assertTrue(hearsOf(house.mayorsWorker, knelpunt).contains("datum-shared"));
        assertTrue(hearsOf(house.analyst, knelpunt).contains("datum-shared"));
        assertFalse(hearsOf(house.mayor, knelpunt).contains("datum-shared"), "the steering group sees no data");
        assertEquals(List.of(), hears(house.neighboursWorker), "it is not involved");
    }

    @Test
    void aDatumThatNobodyElseMaySeeIsNotHeardOfByOthers() {
        UUID knelpunt = house.designated();
        house.knelpunten.share(
                by(house.officer),
                knelpunt,
                House.plateOf(house.store.subjectsOf(knelpunt).get(0).id(), "99-XX-99"));
        UUID datum = house.store.events().get(house.store.events().size() - 1).datum();
        house.store.transact(t -> {
            var shared = t.data().find(datum).orElseThrow();
            t.data()
                    .update(nl.knelpunt.engine.Copy.with(
                            shared,
                            "source.bibob",
                            new nl.knelpunt.engine.dossier.BibobBasis(
                                    World.TODAY.minusYears(1), House.POLICE.id(), null)));
            return null;
        });
        assertFalse(hearsOf(house.mayorsWorker, knelpunt).contains("datum-shared"));
    }

    @Test
    void aDatumThatWasChangedIsToldWhereverItHasCopies() {
        UUID knelpunt = house.designated();
        Datum plate = house.store.dataOf(knelpunt).get(0);
        UUID signal = dossierOf(plate);
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-66");
        assertTrue(hearsOf(house.officer, knelpunt).contains("datum-changed"));
        assertTrue(hearsOf(house.officer, signal).contains("datum-changed"));
        assertTrue(hearsOf(house.analyst, knelpunt).contains("datum-changed"));
        assertFalse(hearsOf(house.mayor, knelpunt).contains("datum-changed"), "the steering group sees no data");
        house.data.block(by(house.officer), knelpunt, plate.id(), "lopend onderzoek");
        assertFalse(
                hearsOf(house.mayorsWorker, knelpunt).contains("datum-changed"),
                "what is blocked is its supplier's alone, and so is that it was changed before");
    }

    private UUID dossierOf(Datum copy) {
        return house.store
                .transact(t -> t.data().find(copy.marks().reusedFrom()))
                .orElseThrow()
                .dossier();
    }

    @Test
    void thatADatumWasDestroyedIsToldToItsSupplierAlone() {
        UUID knelpunt = house.designated();
        Datum plate = house.store.dataOf(knelpunt).get(0);
        UUID signal = dossierOf(plate);
        house.data.destroy(by(house.officer), knelpunt, plate.id());
        assertTrue(hearsOf(house.officer, knelpunt).contains("datum-destroyed"));
        assertTrue(hearsOf(house.officer, signal).contains("datum-destroyed"));
        assertFalse(hearsOf(house.mayorsWorker, knelpunt).contains("datum-destroyed"));
        assertFalse(hearsOf(house.director, knelpunt).contains("datum-destroyed"));
    }

    @Test
    void whenItsFiveYearsAreOverTheReporterHearsThatItsSignalIsGone() {
        UUID knelpunt = house.designated();
        UUID signal = dossierOf(house.store.dataOf(knelpunt).get(0));
        house.itBecomes(World.TODAY.plusYears(5).plusDays(1));
        house.terms.end();
        Account officer =
                house.keep(nl.knelpunt.engine.Copy.with(house.officer, "trainedUntil", World.TODAY.plusYears(9)));
        List<String> heard = hearsOf(officer, signal);
        assertEquals("destroyed", heard.get(heard.size() - 1));
        assertEquals("outcome-recorded", heard.get(heard.size() - 2));
        assertTrue(hearsOf(officer, knelpunt).contains("datum-destroyed"));
    }

    @Test
    void aProvisionIsHeardOfByWhoMaySeeIt() {
        UUID knelpunt = house.designated();
        UUID provision = house.prepared(knelpunt);
        assertEquals(List.of("prepared"), hearsOf(house.officer, provision));
        assertEquals(List.of("prepared"), hearsOf(house.director, provision));
        assertEquals(List.of(), hearsOf(house.neighboursWorker, provision), "it is not its recipient's yet");
        house.provisions.answer(by(house.mayorsWorker), provision, true, null);
        assertEquals(List.of("prepared", "answered"), hearsOf(house.officer, provision));
    }

    /** The committee may read how data subjects were informed, but opens no dossier: it would hear of what it can't find. */
    @Test
    void ofADossiersInformationNobodyHearsWhoCannotOpenTheDossier() {
        UUID knelpunt = house.designated();
        house.information.record(
                by(house.director),
                knelpunt,
                new InformationRegister.NewInformation(
                        World.TODAY, "het contactpunt, per brief", null, null, null, null));
        assertTrue(hearsOf(house.officer, knelpunt).contains("information-recorded"));
        assertEquals(List.of("G41"), refused(() -> house.knelpunten.see(by(house.racMember), knelpunt)));
        assertEquals(List.of(), hearsOf(house.racMember, knelpunt));
        assertEquals(List.of(), hears(house.racMember));
    }

    /** Wgs 1.8(2): that something is there is told to nobody who may not see it. */
    @Test
    void whoHearsOfAThingCanOpenIt() {
        UUID knelpunt = house.planned();
        house.plans.agree(by(house.mayorsWorker), house.proposedIntervention(knelpunt), null);
        house.prepared(knelpunt);
        house.otherItem(house.meeting());
        house.information.record(
                by(house.director),
                knelpunt,
                new InformationRegister.NewInformation(World.TODAY, "het contactpunt", null, null, null, null));
        Map<String, BiConsumer<Call, UUID>> open = Map.of(
                "signal", house.signals::see,
                "knelpunt", house.knelpunten::see,
                "intervention", house.plans::seeIntervention,
                "provision", house.provisions::see,
                "meeting", house.meetings::see);
        Set<String> opened = new TreeSet<>();
        for (Account account : house.store.transact(t -> t.accounts().list())) {
            if (!account.roles().contains(Role.CONNECTION)) {
                for (CloudEvent event :
                        house.events.list(by(account), null, 100).items()) {
                    String kind = event.type().split("\\.")[2];
                    if (open.containsKey(kind)) {
                        assertDoesNotThrow(
                                () -> open.get(kind).accept(by(account), event.subject()),
                                () -> account.name() + " heard " + event.type());
                        opened.add(kind);
                    }
                }
            }
        }
        assertEquals(open.keySet(), opened);
    }

    @Test
    void aRequestIsHeardOfByTheContactPointAndWhoIsConsulted() {
        UUID draft = house.draft();
        house.signals.addDatum(
                by(house.officer),
                draft,
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.PERSON, null, null),
                        DataCategory.IDENTIFICATION,
                        "Sjoerd Kademan",
                        1));
        UUID knelpunt = house.designatedOn(draft);
        UUID request = house.rights
                .register(
                        by(house.contactPoint),
                        RightsTest.asked(
                                RightsRequest.Kind.ACCESS,
                                new Identifier(DataCategory.IDENTIFICATION, null, "Sjoerd Kademan")))
                .id();
        assertEquals(List.of("registered"), hearsOf(house.contactPoint, request));
        assertEquals(List.of("registered"), hearsOf(house.officer, request));
        assertEquals(List.of(), hearsOf(house.mayorsWorker, request), "it is not consulted");
        assertEquals(List.of(), hearsOf(house.director, request));
        house.rights.answer(by(house.officer), request, new RightsRequest.Finding(null, null, false, List.of()));
        assertEquals(List.of("registered", "consultation-answered"), hearsOf(house.officer, request));
        assertFalse(hearsOf(house.officer, knelpunt).contains("registered"));
    }

    @Test
    void whoLosesSightHearsNoMoreOfThePast() {
        UUID signal = house.recognised();
        assertFalse(hearsOf(house.mayorsWorker, signal).isEmpty());
        house.store.transact(t -> {
            t.accounts().update(house.mayorsWorker.withdrawn());
            return null;
        });
        assertEquals(List.of("G41"), refused(() -> hears(house.mayorsWorker)));
    }

    @Test
    void theSteeringGroupHearsOfProposals() {
        UUID knelpunt = house.proposed();
        assertEquals(List.of("proposed"), hearsOf(house.neighbouringMayor, knelpunt));
        assertEquals(List.of("proposed"), hearsOf(house.officer, knelpunt));
        assertEquals(List.of(), hears(house.neighboursWorker), "its participant is not involved");
    }

    // Following

    @Test
    void toFollowIsAnActAndWhatIsToldThenLeavesNoRecord() throws Exception {
        int records = house.store.log().size();
        Events.Follower officer = house.events.follow(by(house.officer), null);
        assertEquals(records + 1, house.store.log().size());
        LogRecord begun = house.store.log().get(records);
        assertEquals("FOLLOW_EVENTS", begun.act());
        assertEquals(house.officer.id().toString(), begun.actor());
        house.reported();
        int after = house.store.log().size();
        assertEquals(3, officer.next(AT_ONCE).size());
        assertEquals(List.of(), officer.next(AT_ONCE));
        assertEquals(after, house.store.log().size());
    }

    @Test
    void whoMayNotFollowIsRefusedAndThatIsLogged() {
        Account support = house.appoint("sam", House.MUNICIPALITY, null, Role.SUPPORT);
        assertEquals(List.of("G41"), refused(() -> house.events.follow(by(support), null)));
        assertEquals(
                LogRecord.Result.REFUSED,
                house.store.log().get(house.store.log().size() - 1).result());
        assertEquals(List.of("G41"), refused(() -> house.events.list(call(new Caller.Unknown()), null, 10)));
    }

    @Test
    void aFollowerHearsWhatComesFromNowOn() throws Exception {
        house.reported();
        Events.Follower director = house.events.follow(by(house.director), null);
        UUID second = house.reported();
        List<CloudEvent> heard = director.next(AT_ONCE);
        assertEquals(List.of(second), heard.stream().map(CloudEvent::subject).toList());
    }

    @Test
    void aFollowerGoesOnAfterWhatItHeardLast() throws Exception {
        house.reported();
        house.reported();
        house.reported();
        List<CloudEvent> all = house.events.list(by(house.director), null, 100).items();
        Events.Follower resumed =
                house.events.follow(by(house.director), all.get(0).id());
        assertEquals(all.subList(1, 3), resumed.next(AT_ONCE));
    }

    @Test
    void aFollowerWaitsAndIsWokenByWhatItMayHear() throws Exception {
        Events.Follower director = house.events.follow(by(house.director), null);
        CompletableFuture<List<CloudEvent>> heard = CompletableFuture.supplyAsync(() -> {
            try {
                return director.next(Duration.ofMinutes(2));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        house.draft();
        UUID signal = house.reported();
        List<CloudEvent> told = heard.get(60, TimeUnit.SECONDS);
        assertEquals(List.of(signal), told.stream().map(CloudEvent::subject).toList());
    }

    @Test
    void whoseAppointmentEndsFollowsNoMore() throws Exception {
        Events.Follower officer = house.events.follow(by(house.officer), null);
        house.draft();
        assertFalse(officer.next(AT_ONCE).isEmpty());
        house.store.transact(t -> {
            t.accounts().update(house.officer.withdrawn());
            return null;
        });
        assertThrows(RefusedException.class, () -> officer.next(AT_ONCE));
    }

    @Test
    void pagesHoldOnlyWhatIsHeardAndAreShortOnlyAtTheEnd() {
        List<UUID> reported = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            reported.add(house.reported());
        }
        assertEquals(270, house.store.events().size(), "more than is looked at in one go");
        List<UUID> heard = new ArrayList<>();
        UUID after = null;
        int pages = 0;
        do {
            Page<CloudEvent> page = house.events.list(by(house.director), after, 40);
            page.items().forEach(e -> heard.add(e.subject()));
            assertTrue(page.items().size() == 40 || page.next() == null);
            after = page.next();
            pages++;
        } while (after != null);
        assertEquals(reported, heard);
        assertEquals(3, pages);
    }

    // Forgetting

    @Test
    void eventsAreForgottenAfterSomeDaysAndAFollowerOfOldIsTold() {
        house.reported();
        UUID heardLast =
                house.events.list(by(house.director), null, 100).items().get(0).id();
        house.passes(Duration.ofDays(6));
        house.events.forget();
        house.reported();
        assertEquals(2, hears(house.director).size());
        house.passes(Duration.ofDays(2));
        house.events.forget();
        assertEquals(1, hears(house.director).size());
        assertThrows(ForgottenException.class, () -> house.events.follow(by(house.director), heardLast));
        assertThrows(ForgottenException.class, () -> house.events.list(by(house.director), heardLast, 10));
    }

    @Test
    void howLongIsConfiguredAndAMistakeIsTold() {
        for (String wrong : List.of("0", "366", "-1", "week", "")) {
            assertTrue(configured(wrong, "", "").problem().isPresent(), wrong);
        }
        assertTrue(configured("7", "no urn", "").problem().isPresent());
        assertTrue(configured("7", "", "javascript\nx").problem().isPresent());
        assertTrue(configured(" 30 ", "urn:nld:riec", "https://knelpunt.example")
                .problem()
                .isEmpty());
    }

    private EventUseCases configured(String days, String source, String address) {
        return new EventUseCases(days, source, address, house.gate, house.store, () -> house.now, () -> house.region);
    }

    @Test
    void votesAndPlansAreTold() {
        UUID knelpunt = house.planned();
        house.plans.propose(by(house.director), knelpunt, House.closeBuilding());
        house.knelpunten.openPhase(by(house.policeMember), knelpunt, 2, "nodig");
        house.evaluates(knelpunt, nl.knelpunt.engine.dossier.Evaluation.Recommendation.CLOSE);
        house.reportsClosure(knelpunt);
        house.votes(knelpunt, Motion.Kind.CLOSE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.close(by(house.policeMember), knelpunt);
        List<String> heard = hearsOf(house.director, knelpunt);
        assertEquals(
                List.of(
                        "plan-changed",
                        "plan-changed",
                        "phase-opened",
                        "evaluated",
                        "information-recorded",
                        "closing-report-written",
                        "vote-cast",
                        "vote-cast",
                        "closure-decided"),
                heard.subList(5, heard.size()));
    }

    @Test
    void aDatumOfASignalIsNobodysBusinessButTheReporters() {
        UUID signal = house.draft();
        house.signals.addDatum(
                by(house.officer),
                signal,
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.OBJECT, null, null),
                        DataCategory.CADASTRAL,
                        "loods 3",
                        0));
        assertEquals(
                List.of("drafted", "draft-changed", "draft-changed"),
                hearsOf(house.appoint("otto", House.POLICE, Organ.POLITIE, Role.WORKER), signal));
        assertEquals(List.of(), hears(house.director));
    }
}
