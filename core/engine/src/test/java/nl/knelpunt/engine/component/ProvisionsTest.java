package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.oversight.Advices;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Results that leave: to a participant, a third party or another RIEC, and the feedback on them (Wgs 1.7, 2.20). */
class ProvisionsTest {

    private static final Recipient AUTHORITY =
            new Recipient.ThirdParty("Inspectie Leefomgeving", false, Recipient.Interest.PUBLIC_TASK);

    private final House house = new House();
    private final UUID knelpunt = house.designated();
    private final Datum datum = house.store.dataOf(knelpunt).get(0);

    private Provision stored(UUID provision) {
        return house.store.transact(t -> t.provisions().find(provision)).orElseThrow();
    }

    private UUID providedToTheNeighbour() {
        UUID provision = house.prepared(knelpunt);
        house.provisions.provide(by(house.director), provision);
        return provision;
    }

    private void tested(UUID provision, boolean lawful) {
        house.provisions.test(by(house.racMember), provision, test(lawful));
    }

    private static Provisions.NewFeedback feedback(String text) {
        return new Provisions.NewFeedback(true, text, null, null);
    }

    private static Provisions.NewTest test(boolean lawful) {
        return new Provisions.NewTest(null, "RAC-2026-7", "verstrekking aan een inspectie", World.TODAY, lawful);
    }

    // Preparing

    @Test
    void aResultRestsOnlyOnWhatTheBureauSeesNow() {
        UUID elsewhere = house.store.dataOf(house.reported()).get(0).id();
        UUID unknown = UUID.randomUUID();
        Datum vetoed = datum.with(Marks.NONE.with(new Marks.Veto("onderzoek", house.officer.id(), house.now)));
        List<InvalidException> told = List.of(invalid(elsewhere), invalid(unknown));
        house.store.transact(t -> {
            t.data().update(vetoed);
            return null;
        });
        InvalidException hidden = invalid(datum.id());
        told.forEach(t -> assertEquals(t.getMessage(), hidden.getMessage()));
        assertEquals("data[0]", hidden.field());
        assertEquals(List.of(), house.store.transact(t -> t.provisions().ofKnelpunt(knelpunt, null, 10)));
    }

    private InvalidException invalid(UUID id) {
        return assertThrows(
                InvalidException.class,
                () -> house.provisions.prepare(by(house.director), knelpunt, House.advice(AUTHORITY, id)));
    }

    @Test
    void onlyTheBureauPreparesAndOnlyAfterTheDesignation() {
        assertEquals(
                List.of("G41"),
                refused(() -> house.provisions.prepare(by(house.officer), knelpunt, House.advice(AUTHORITY))));
        UUID early = house.proposed();
        assertEquals(
                List.of("G23"),
                refused(() -> house.provisions.prepare(by(house.director), early, House.advice(AUTHORITY))));
    }

    @Test
    void aRecipientHasAName() {
        InvalidException refused = assertThrows(
                InvalidException.class,
                () -> house.provisions.prepare(
                        by(house.director), knelpunt, House.advice(new Recipient.OtherRiec(" "))));
        assertEquals("recipient.name", refused.field());
    }

    // To a participant

    @Test
    void aParticipantThatIsNotInvolvedSeesAResultOnceItWasProvided() {
        UUID provision = house.prepared(knelpunt);
        assertEquals(List.of("G24"), refused(() -> house.provisions.see(by(house.neighboursWorker), provision)));

        Provisions.ShownProvision gone = house.provisions.provide(by(house.director), provision);
        assertEquals(ProvisionState.PROVIDED, gone.provision().state());
        assertEquals(World.TODAY.plusYears(1), gone.provision().feedbackDue());
        assertEquals(
                EnumSet.of(Obligation.SHOW_SECRECY, Obligation.STATE_INFORMATION_BASE), Set.copyOf(gone.obligations()));
        assertEquals(3, gone.notices().size());
        assertTrue(gone.notices().get(0).en().contains("1.11"), gone.notices()::toString);
        assertTrue(gone.notices().get(1).nl().contains("signalen van mei"), gone.notices()::toString);
        assertTrue(gone.notices().get(2).nl().contains("11 mei 2027"), gone.notices()::toString);

        Provisions.ShownProvision received = house.provisions.see(by(house.neighboursWorker), provision);
        assertEquals(
                List.of("99-XX-99"),
                received.data().stream().map(d -> d.datum().content()).toList());
        assertEquals(datum.destroyBy(), received.destroyBy());
        assertEquals(gone.notices(), received.notices());
        // Of the knelpunt itself it still sees nothing.
        assertEquals(List.of("G24"), refused(() -> house.knelpunten.see(by(house.neighboursWorker), knelpunt)));
        assertEquals(
                List.of("G24"), refused(() -> house.knelpunten.data(by(house.neighboursWorker), knelpunt, null, 10)));
    }

    @Test
    void aProvisionThatIsNotThereIsAsUnknownAsOneThatIsNotYours() {
        UUID provision = house.prepared(knelpunt);
        for (UUID id : List.of(provision, UUID.randomUUID())) {
            assertEquals(List.of("G24"), refused(() -> house.provisions.see(by(house.neighboursWorker), id)));
            assertEquals(
                    List.of("G24"),
                    refused(() -> house.provisions.answer(by(house.neighboursWorker), id, false, "nee")));
            assertEquals(
                    List.of("G41"),
                    refused(() -> house.provisions.giveFeedback(by(house.neighboursWorker), id, feedback("gedaan"))));
        }
    }

    @Test
    void providingIsLoggedForEachPersonWhoseDataGo() {
        UUID provision = house.prepared(knelpunt);
        int before = house.store.log().size();
        house.provisions.provide(by(house.director), provision);
        Subject subject = house.store.subjectsOf(knelpunt).get(0);
        List<LogRecord> records =
                house.store.log().subList(before, house.store.log().size());
        assertEquals(
                List.of("PROVIDE", "SEE_PROVISION"),
                records.stream().map(LogRecord::act).toList());
        for (LogRecord record : records) {
            assertEquals(provision, record.object());
            assertEquals(subject.pseudonym(), record.subject());
            assertEquals(List.of(datum.id()), record.data());
        }
    }

    @Test
    void aSourceObjectsAndMayThinkBetterOfIt() {
        UUID provision = house.prepared(knelpunt);
        assertEquals(
                "ground",
                assertThrows(
                                InvalidException.class,
                                () -> house.provisions.answer(by(house.officer), provision, false, " "))
                        .field());
        house.provisions.answer(by(house.officer), provision, false, "lopend onderzoek");
        assertEquals(List.of("G27"), refused(() -> house.provisions.provide(by(house.director), provision)));
        house.provisions.answer(by(house.policeMember), provision, true, "niet bewaard");
        Provision.Answer answer = stored(provision).answerOf(House.POLICE.id());
        assertTrue(answer.consents());
        assertNull(answer.ground());
        house.provisions.provide(by(house.director), provision);
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.provisions.answer(by(house.officer), provision, false, "te laat")));
        assertEquals(List.of(Finding.STATE), refused(() -> house.provisions.provide(by(house.director), provision)));
    }

    @Test
    void whoRepeatsWithTheSameKeyGetsTheSameResult() {
        UUID provision = house.prepared(knelpunt);
        Call call = new Call(new Caller.Person(house.director.id()), UUID.randomUUID(), "192.0.2.7", "once", 1L);
        assertEquals(house.provisions.provide(call, provision), house.provisions.provide(call, provision));
        assertEquals(2, stored(provision).version());
    }

    @Test
    void whoSawAnOlderVersionIsToldSo() {
        UUID provision = house.prepared(knelpunt);
        house.provisions.answer(by(house.officer), provision, false, "lopend onderzoek");
        Call old = new Call(new Caller.Person(house.director.id()), UUID.randomUUID(), "192.0.2.7", null, 1L);
        house.provisions.answer(by(house.officer), provision, true, null);
        assertEquals(
                3,
                assertThrows(StaleException.class, () -> house.provisions.provide(old, provision))
                        .current());
    }

    @Test
    void aDestroyedDatumIsGoneFromAResultVisibly() {
        UUID provision = house.prepared(knelpunt);
        house.store.transact(t -> {
            t.data().destroy(datum.id());
            return null;
        });
        assertEquals(List.of("G36"), refused(() -> house.provisions.provide(by(house.director), provision)));
        Provisions.ShownProvision shown = house.provisions.see(by(house.director), provision);
        assertEquals(List.of(), shown.data());
        assertEquals(List.of(datum.id()), shown.destroyed());
    }

    @Test
    void whatIsFrozenIsShownFrozenAndDoesNotGo() {
        UUID provision = house.prepared(knelpunt);
        house.router.unbind(house.policePlugin);
        assertEquals(List.of("G51"), refused(() -> house.provisions.provide(by(house.director), provision)));
        Provisions.ShownProvision shown = house.provisions.see(by(house.director), provision);
        assertNull(shown.data().get(0).datum().content());
        assertEquals("G51", shown.data().get(0).frozen().rule());
    }

    // To a third party and to another RIEC

    @Test
    void aThirdPartyWaitsForTheCommitteeAndForEveryParticipant() {
        UUID provision = house.prepared(knelpunt, AUTHORITY);
        assertEquals(List.of("G33"), refused(() -> house.provisions.provide(by(house.director), provision)));
        assertEquals(List.of("G41"), refused(() -> house.provisions.test(by(house.director), provision, test(true))));
        tested(provision, false);
        assertEquals(List.of("G33"), refused(() -> house.provisions.provide(by(house.director), provision)));
        tested(provision, true);

        // Who was not asked, or has still time, may yet object.
        assertEquals(List.of("G33"), refused(() -> house.provisions.provide(by(house.director), provision)));
        house.provisions.ask(by(house.director), provision);
        assertEquals(
                List.of(House.NEIGHBOUR.id(), House.POLICE.id(), House.MUNICIPALITY.id()),
                stored(provision).round().asked());
        house.itBecomes(World.TODAY.plusDays(14));
        assertEquals(List.of("G33"), refused(() -> house.provisions.provide(by(house.director), provision)));
        house.itBecomes(World.TODAY.plusDays(15));
        house.provisions.provide(by(house.director), provision);

        Provision gone = stored(provision);
        RacAdvice advice = house.store
                .transact(t -> t.advices().find(gone.test().advice()))
                .orElseThrow();
        assertEquals("RAC-2026-7", advice.reference());
        assertTrue(advice.isPositive());
        assertEquals(RacAdvice.Matter.of(gone), advice.matter());
        assertEquals(house.racMember.id(), advice.person());
    }

    @Test
    void anObjectionToAThirdPartyIsFinal() {
        UUID provision = house.prepared(knelpunt, AUTHORITY);
        tested(provision, true);
        house.roundIsOver(provision);
        // A participant that supplied nothing and is not involved may object too, by its member of the steering group.
        house.provisions.answer(by(house.neighbouringMayor), provision, false, "bezwaar");
        assertEquals(ProvisionState.STOPPED, stored(provision).state());
        assertEquals(List.of("G33"), refused(() -> house.provisions.provide(by(house.director), provision)));
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.provisions.answer(by(house.neighbouringMayor), provision, true, null)));
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.provisions.amend(by(house.director), provision, c -> House.advice(AUTHORITY))));
    }

    @Test
    void whoIsSilentDoesNotConsent() {
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        UUID shared = house.knelpunten
                .share(
                        by(house.officer),
                        knelpunt,
                        House.datum(datum.subject(), null, DataCategory.POLICE_8_13, "aangesproken", 2))
                .id();
        UUID provision = house.provisions
                .prepare(by(house.director), knelpunt, House.advice(AUTHORITY, shared))
                .id();
        tested(provision, true);
        house.provisions.ask(by(house.director), provision);
        house.itBecomes(World.TODAY.plusDays(60));
        assertEquals(List.of("G34"), refused(() -> house.provisions.provide(by(house.director), provision)));
    }

    // Amending

    @Test
    void whatWasAnsweredAndTestedCountsForThatContentAlone() {
        UUID provision = house.prepared(knelpunt, AUTHORITY);
        tested(provision, true);
        house.roundIsOver(provision);
        UUID advice = stored(provision).test().advice();
        house.passes(java.time.Duration.ofHours(1));

        house.provisions.amend(by(house.director), provision, c -> c);
        assertEquals(3, stored(provision).answers().size(), "nothing changed");
        house.provisions.amend(by(house.director), provision, c -> Copy.with(c, "task", "handhaving"));
        Provision amended = stored(provision);
        assertEquals("handhaving", amended.content().task());
        assertEquals(ProvisionState.PREPARED, amended.state());
        assertEquals(List.of(), amended.answers());
        assertNull(amended.test());
        assertEquals(
                "advice",
                assertThrows(
                                InvalidException.class,
                                () -> house.provisions.test(
                                        by(house.racMember),
                                        provision,
                                        new Provisions.NewTest(advice, null, null, null, null)))
                        .field());
    }

    @Test
    void onlyTheBureauAmendsAndOnlyWithWhatItSees() {
        UUID provision = house.prepared(knelpunt);
        UUID elsewhere = house.store.dataOf(house.reported()).get(0).id();
        assertEquals(
                List.of("G41"),
                refused(() -> house.provisions.amend(by(house.officer), provision, c -> {
                    throw new AssertionError("not before it is permitted");
                })));
        assertEquals(
                "data[0]",
                assertThrows(
                                InvalidException.class,
                                () -> house.provisions.amend(
                                        by(house.director), provision, c -> House.advice(c.recipient(), elsewhere)))
                        .field());
        house.provisions.withdraw(by(house.director), provision, "niet meer nodig");
        assertEquals(ProvisionState.WITHDRAWN, stored(provision).state());
        assertEquals(List.of(Finding.STATE), refused(() -> house.provisions.provide(by(house.director), provision)));
    }

    @Test
    void anAdviceOnAKindOfProvisionsCountsForEachOfThatKind() {
        AdviceUseCases advices = new AdviceUseCases(house.gate);
        UUID third = house.prepared(knelpunt, AUTHORITY);
        UUID riec = house.prepared(knelpunt, new Recipient.OtherRiec("RIEC Limburg"));
        UUID onKind = advices.register(
                        by(house.racMember),
                        new Advices.NewAdvice(
                                "RAC-9",
                                "adviezen aan inspecties",
                                World.TODAY,
                                RacAdvice.Outcome.WITH_CONDITIONS,
                                "past",
                                "zonder namen",
                                new RacAdvice.Matter(
                                        RacAdvice.Matter.Of.PROVISIONS,
                                        null,
                                        Provision.Kind.INTERVENTION_ADVICE,
                                        Recipient.Type.THIRD_PARTY,
                                        false)))
                .id();
        Provisions.NewTest test = new Provisions.NewTest(onKind, null, null, null, null);
        house.provisions.test(by(house.racMember), third, test);
        assertTrue(stored(third).test().lawful());
        assertThrows(InvalidException.class, () -> house.provisions.test(by(house.racMember), riec, test));
    }

    // The register and what waits

    @Test
    void theRegisterSaysWhoGotWhat() {
        UUID toNeighbour = providedToTheNeighbour();
        UUID third = house.prepared(knelpunt, AUTHORITY);
        assertEquals(List.of(toNeighbour, third), found(house.director, ProvisionFilter.ALL));
        assertEquals(List.of(third), found(house.racMember, filter(Recipient.Type.THIRD_PARTY, null)));
        assertEquals(List.of(toNeighbour), found(house.director, filter(null, ProvisionState.PROVIDED)));
        assertEquals(
                List.of(), found(house.director, new ProvisionFilter(null, null, null, null, null, null, null, true)));
        // A participant's people see what it was given, whatever they ask.
        assertEquals(List.of(toNeighbour), found(house.neighboursWorker, ProvisionFilter.ALL));
        assertEquals(List.of(), found(house.officer, ProvisionFilter.ALL));
        assertEquals(List.of("G41"), refused(() -> found(house.analyst, ProvisionFilter.ALL)));
    }

    private static ProvisionFilter filter(Recipient.Type type, ProvisionState state) {
        return new ProvisionFilter(null, type, null, state, null, null, null, null);
    }

    private List<UUID> found(Account account, ProvisionFilter filter) {
        return house.provisions.search(by(account), filter, null, 10).items().stream()
                .map(p -> p.provision().id())
                .toList();
    }

    @Test
    void whatWaitsIsTold() {
        UUID third = house.prepared(knelpunt, AUTHORITY);
        assertEquals(List.of(), house.tasks(house.mayor));
        assertEquals(List.of(Act.TEST_PROVISION), acts(house.racMember));
        house.provisions.ask(by(house.director), third);
        Task answer = house.tasks(house.neighbouringMayor).get(0);
        assertEquals(third, answer.object());
        assertEquals(World.TODAY.plusDays(14), answer.due());
        assertEquals(List.of(), acts(house.neighboursWorker), "not involved: may not know of it");
        house.provisions.answer(by(house.neighbouringMayor), third, true, null);
        assertEquals(List.of(), acts(house.neighbouringMayor));
        assertEquals(List.of(), acts(house.director));
        house.itBecomes(World.TODAY.plusDays(15));
        assertEquals(List.of(Act.PROVIDE), acts(house.director));
    }

    @Test
    void feedbackIsAskedForAMonthBefore() {
        UUID provision = providedToTheNeighbour();
        LocalDate due = World.TODAY.plusYears(1);
        house.itBecomes(due.minusDays(31));
        assertEquals(List.of(), acts(house.neighboursWorker));
        house.itBecomes(due.minusDays(30));
        assertEquals(List.of(Act.GIVE_FEEDBACK), acts(house.neighboursWorker));
        assertEquals(List.of(Act.SEE_PROVISION), acts(house.director), "to remind it");
        assertEquals(List.of(), acts(house.officer));
        house.provisions.giveFeedback(by(house.neighboursWorker), provision, feedback("gedaan"));
        assertEquals(List.of(), acts(house.director));
    }

    private List<Act> acts(Account account) {
        return house.tasks(account).stream()
                .map(Task::act)
                .filter(a -> a.concerns() == Act.Concerns.PROVISION)
                .toList();
    }

    @Test
    void theCommitteeTestedOnADayThatHasBeen() {
        UUID provision = house.prepared(knelpunt, AUTHORITY);
        Provisions.NewTest tomorrow = new Provisions.NewTest(null, "RAC-8", "dit", World.TODAY.plusDays(1), true);
        assertEquals(
                "date",
                assertThrows(
                                InvalidException.class,
                                () -> house.provisions.test(by(house.racMember), provision, tomorrow))
                        .field());
        assertNull(stored(provision).test());
        assertEquals(List.of(), house.store.transact(t -> t.advices().list(null, 10)));
    }

    @Test
    void criminalDataLeaveWithTheirSuppliersConsent() {
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        UUID shared = house.knelpunten
                .share(
                        by(house.officer),
                        knelpunt,
                        House.datum(datum.subject(), null, DataCategory.POLICE_8_13, "aangesproken", 2))
                .id();
        UUID provision = house.provisions
                .prepare(by(house.director), knelpunt, House.advice(new Recipient.OtherRiec("RIEC Limburg"), shared))
                .id();
        assertEquals(List.of("G34"), refused(() -> house.provisions.provide(by(house.director), provision)));
        house.provisions.answer(by(house.mayorsWorker), provision, true, null);
        assertEquals(List.of("G34"), refused(() -> house.provisions.provide(by(house.director), provision)));
        house.provisions.answer(by(house.officer), provision, true, null);
        house.provisions.provide(by(house.director), provision);
    }

    // Who sees what

    @Test
    void whoTestsOrVotesSeesTheGroundsAndNoData() {
        UUID provision = house.prepared(knelpunt, AUTHORITY);
        house.provisions.answer(by(house.officer), provision, false, "lopend onderzoek");
        for (Account account : List.of(house.racMember, house.policeMember, house.neighbouringMayor)) {
            Provisions.ShownProvision shown = house.provisions.see(by(account), provision);
            assertEquals("de loods nalopen", shown.provision().content().description());
            assertEquals("toezicht", shown.provision().content().task());
            assertEquals(List.of(), shown.data());
            assertEquals(List.of(), shown.provision().content().data());
        }
        assertEquals("lopend onderzoek", ground(house.director, provision));
        assertEquals("lopend onderzoek", ground(house.racMember, provision));
        assertEquals("lopend onderzoek", ground(house.policeMember, provision));
        assertNull(ground(house.mayorsWorker, provision));
        assertNull(ground(house.neighbouringMayor, provision));
    }

    private String ground(Account account, UUID provision) {
        return house.provisions
                .see(by(account), provision)
                .provision()
                .answers()
                .get(0)
                .ground();
    }

    @Test
    void aBsnIsMaskedInAResultToo() {
        UUID bsn = house.knelpunten
                .share(
                        by(house.officer),
                        knelpunt,
                        House.datum(datum.subject(), null, DataCategory.BSN, "999990019", 1))
                .id();
        UUID provision = house.provisions
                .prepare(
                        by(house.director),
                        knelpunt,
                        House.advice(new Recipient.OwnParticipant(House.NEIGHBOUR.id()), bsn))
                .id();
        house.provisions.provide(by(house.director), provision);
        assertEquals(
                "*****0019",
                house.provisions
                        .see(by(house.neighboursWorker), provision)
                        .data()
                        .get(0)
                        .datum()
                        .content());
    }

    @Test
    void provisionsOfAKnelpuntAreListedWithoutData() {
        UUID first = house.prepared(knelpunt);
        UUID second = house.prepared(knelpunt, AUTHORITY);
        for (Account account : List.of(house.director, house.officer, house.neighbouringMayor, house.racMember)) {
            List<Provisions.ShownProvision> items =
                    house.provisions.list(by(account), knelpunt, null, 10).items();
            assertEquals(
                    List.of(first, second),
                    items.stream().map(p -> p.provision().id()).toList());
            assertTrue(items.stream().allMatch(p -> p.data().isEmpty()));
        }
        assertEquals(
                List.of(first, second),
                house.store.log().get(house.store.log().size() - 1).data());
        assertEquals(
                List.of("G24"), refused(() -> house.provisions.list(by(house.neighboursWorker), knelpunt, null, 10)));
    }

    // Feedback

    @Test
    void theRecipientItselfTellsWhatItDid() {
        UUID provision = house.prepared(knelpunt);
        assertEquals(
                List.of("G41"),
                refused(() ->
                        house.provisions.giveFeedback(by(house.neighboursWorker), provision, feedback("gedaan"))));
        house.provisions.provide(by(house.director), provision);
        for (Account account : List.of(house.director, house.officer, house.neighbouringMayor)) {
            assertEquals(
                    List.of("G41"),
                    refused(() -> house.provisions.giveFeedback(by(account), provision, feedback("gedaan"))));
        }
        house.provisions.giveFeedback(by(house.neighboursWorker), provision, feedback("loods gesloten"));
        assertEquals(ProvisionState.FED_BACK, stored(provision).state());
        assertEquals("loods gesloten", stored(provision).feedback().text());
    }

    @Test
    void theBureauWritesDownWhatAThirdPartyDid() {
        UUID provision = house.prepared(knelpunt, AUTHORITY);
        tested(provision, true);
        house.roundIsOver(provision);
        house.provisions.provide(by(house.director), provision);
        for (Provisions.NewFeedback unproven : List.of(
                new Provisions.NewFeedback(false, "geen aanleiding gezien", World.TODAY, " "),
                new Provisions.NewFeedback(false, "geen aanleiding gezien", null, "Z-7"),
                new Provisions.NewFeedback(false, "geen aanleiding gezien", World.TODAY.plusDays(1), "Z-7"),
                new Provisions.NewFeedback(false, "geen aanleiding gezien", World.TODAY.minusDays(1), "Z-7"))) {
            assertThrows(
                    InvalidException.class,
                    () -> house.provisions.giveFeedback(by(house.director), provision, unproven));
        }
        house.provisions.giveFeedback(
                by(house.director),
                provision,
                new Provisions.NewFeedback(false, "geen aanleiding gezien", World.TODAY, "Z-7"));
        assertEquals(false, stored(provision).feedback().followedUp());
        assertEquals("Z-7", stored(provision).feedback().document());
    }

    @Test
    void overdueFeedbackHoldsUpTheNextResult() {
        house.evaluatedAndProlonged(knelpunt);
        LocalDate provided = Facts.day(house.now);
        UUID first = providedToTheNeighbour();
        UUID next = house.prepared(knelpunt, new Recipient.OtherRiec("  HAARVEEN "));
        UUID toAnother = house.prepared(knelpunt, new Recipient.OtherRiec("RIEC Limburg"));

        house.itBecomes(provided.plusYears(1));
        house.provisions.provide(by(house.director), next);
        UUID later = house.prepared(knelpunt, new Recipient.OtherRiec("Haarveen"));
        house.itBecomes(provided.plusYears(1).plusDays(1));
        assertEquals(List.of("G38"), refused(() -> house.provisions.provide(by(house.director), later)));
        house.provisions.provide(by(house.director), toAnother);

        house.provisions.giveFeedback(by(house.neighboursWorker), first, feedback("loods gesloten"));
        house.provisions.provide(by(house.director), later);
    }

    @Test
    void aPolicyMayLetOverdueFeedbackPass() {
        house.evaluatedAndProlonged(knelpunt);
        LocalDate provided = Facts.day(house.now);
        providedToTheNeighbour();
        UUID next = house.prepared(knelpunt);
        house.itBecomes(provided.plusYears(1).plusDays(1));
        house.store.decides(Copy.with(Policy.DEFAULT, "switchedOff", Set.of("G38")));
        house.provisions.provide(by(house.director), next);
    }
}
