package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.lifecycle.RequestState;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.rights.RightsRequest.Restriction;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.engine.rights.RightsRequests.OwnDatum;
import nl.knelpunt.engine.rights.RightsRequests.ShownRequest;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import org.junit.jupiter.api.Test;

/** Requests of data subjects, from the letter to the decision (Bgs 1.1-1.3). */
class RightsTest {

    private static final String NAME = "Sjoerd Kademan";
    private static final Identifier HIM = new Identifier(DataCategory.IDENTIFICATION, null, " sjoerd  KADEMAN");

    private final House house = new House();

    /** The police report him; their own draft about him stays a draft. The municipality adds a permit in the knelpunt. */
    private UUID knownInAKnelpunt() {
        UUID signal = house.draft();
        house.signals.addDatum(by(house.officer), signal, named(NAME));
        UUID draft = house.draft();
        house.signals.addDatum(by(house.officer), draft, named(NAME));
        UUID knelpunt = house.designatedOn(signal);
        Datum name = house.store.dataOf(knelpunt).stream()
                .filter(d -> NAME.equals(d.content()))
                .findFirst()
                .orElseThrow();
        house.knelpunten.share(by(house.mayorsWorker), knelpunt, permit(name.subject()));
        return knelpunt;
    }

    private static NewDatum named(String name) {
        return House.datum(
                null, new NewDatum.NewSubject(SubjectKind.PERSON, null, null), DataCategory.IDENTIFICATION, name, 1);
    }

    private static NewDatum permit(UUID subject) {
        return new NewDatum(
                subject,
                null,
                DataCategory.PERMITS,
                "ligplaats",
                "verleend",
                World.taskOf(Organ.BURGEMEESTER),
                "Wgs 2.23(4)",
                1,
                true,
                null,
                null,
                null,
                false,
                null);
    }

    private UUID registered(Identifier... identifiers) {
        return house.rights
                .register(by(house.contactPoint), asked(RightsRequest.Kind.ACCESS, identifiers))
                .id();
    }

    static RightsRequests.NewRequest asked(RightsRequest.Kind kind, Identifier... identifiers) {
        return new RightsRequests.NewRequest(
                kind, "C-2026-12", null, RightsRequest.Check.DOCUMENT_SHOWN, List.of(identifiers));
    }

    private static RightsRequest.Finding finding(Restriction exception, String motivation) {
        return new RightsRequest.Finding(exception, motivation, true, List.of());
    }

    /** Somebody looked, and it is all about who asks. */
    private void answersForAllOfIt(Account account, UUID request) {
        List<UUID> own = house.rights.see(by(account), request).own().stream()
                .map(OwnDatum::id)
                .toList();
        house.rights.answer(by(account), request, new RightsRequest.Finding(null, null, false, own));
    }

    private RightsRequest stored(UUID request) {
        return house.store.transact(t -> t.rightsRequests().find(request)).orElseThrow();
    }

    private void decides(UUID request, boolean granted) {
        house.rights.decide(by(house.contactPoint), request, granted, "brief van 2 juni");
    }

    @Test
    void whoSuppliedDataAboutThePersonIsConsulted() {
        UUID knelpunt = knownInAKnelpunt();
        int before = house.store.log().size();
        RightsRequest request = stored(registered(HIM));
        assertEquals(
                List.of(House.POLICE.id(), House.MUNICIPALITY.id()),
                request.consultations().stream()
                        .map(RightsRequest.Consultation::participant)
                        .toList());
        Subject subject = house.store.subjectsOf(knelpunt).stream()
                .filter(s -> house.store.dataOf(knelpunt).stream()
                        .anyMatch(d -> NAME.equals(d.content()) && d.subject().equals(s.id())))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(subject.pseudonym()), request.subjects());
        assertEquals(World.TODAY.plusMonths(1), request.due());

        // The name in the signal and in the knelpunt, and the permit: one record for the one person.
        List<LogRecord> records =
                house.store.log().subList(before, house.store.log().size());
        assertEquals(1, records.size());
        assertEquals("REGISTER_REQUEST", records.get(0).act());
        assertEquals(request.id(), records.get(0).object());
        assertEquals(subject.pseudonym(), records.get(0).subject());
        assertEquals(3, records.get(0).data().size());
    }

    @Test
    void byWhatThePersonWasLookedUpIsNotKept() {
        knownInAKnelpunt();
        UUID request = registered(HIM, new Identifier(DataCategory.BSN, null, "999990019"));
        for (String kept : List.of(stored(request).toString(), house.store.log().toString(), HIM.toString())) {
            assertFalse(kept.toLowerCase().contains("kademan"), kept);
            assertFalse(kept.contains("999990019"), kept);
        }
    }

    @Test
    void frozenDataAreFoundAndDraftsAreTheirParticipantsOwn() {
        knownInAKnelpunt();
        house.router.unbind(house.policePlugin);
        assertEquals(2, stored(registered(HIM)).consultations().size());

        House other = new House();
        UUID draft = other.draft();
        other.signals.addDatum(by(other.officer), draft, named(NAME));
        UUID request = other.rights
                .register(by(other.contactPoint), asked(RightsRequest.Kind.ERASURE, HIM))
                .id();
        RightsRequest nobody =
                other.store.transact(t -> t.rightsRequests().find(request)).orElseThrow();
        assertEquals(List.of(), nobody.consultations());
        assertEquals(List.of(), nobody.subjects());
    }

    @Test
    void anotherNameAnotherFieldOrAnotherCategoryIsSomebodyElse() {
        knownInAKnelpunt();
        for (Identifier other : List.of(
                new Identifier(DataCategory.IDENTIFICATION, null, "Sjoerd Kadema"),
                new Identifier(DataCategory.IDENTIFICATION, "alias", NAME),
                new Identifier(DataCategory.CONTACT, null, NAME))) {
            assertEquals(List.of(), stored(registered(other)).consultations(), other.toString());
        }
        assertEquals(
                2,
                stored(registered(new Identifier(DataCategory.IDENTIFICATION, "Kenteken", NAME)))
                        .consultations()
                        .size());
    }

    @Test
    void onlyByAnIdentifierAPersonIsLookedUp() {
        assertInvalid("identifiers");
        assertInvalid("identifiers[0].category", new Identifier(DataCategory.VEHICLE, null, "99-XX-99"));
        assertInvalid("identifiers[1].content", HIM, new Identifier(DataCategory.BSN, null, " - "));
    }

    @Test
    void byWhatManyShareNobodyIsLookedUp() {
        UUID knelpunt = house.designatedOn(saying("rol", "verdachte"));
        assertEquals(
                List.of(),
                stored(registered(new Identifier(DataCategory.IDENTIFICATION, null, "verdachte")))
                        .subjects());
        for (String field : List.of("rol", " Leeftijd ", "geslacht", "geboorte-datum", "Nationaliteit")) {
            assertInvalid("identifiers[1].field", HIM, new Identifier(DataCategory.IDENTIFICATION, field, "verdachte"));
        }
        assertEquals(
                1,
                house.store.dataOf(knelpunt).stream()
                        .filter(d -> "verdachte".equals(d.content()))
                        .count());
    }

    private UUID saying(String field, String content) {
        UUID signal = house.draft();
        NewDatum sample = named(content);
        house.signals.addDatum(
                by(house.officer),
                signal,
                new NewDatum(
                        sample.subject(),
                        sample.newSubject(),
                        DataCategory.IDENTIFICATION,
                        field,
                        content,
                        sample.task(),
                        sample.basis(),
                        sample.phase(),
                        sample.lawfullyHeld(),
                        sample.police(),
                        sample.wjsg(),
                        sample.bibob(),
                        sample.professionalSecrecy(),
                        sample.unavoidable(),
                        sample.grading()));
        return signal;
    }

    /** Two dossiers that say the same name, which may be two persons: the one who asks and a namesake. */
    private List<Datum> namesakes() {
        List<UUID> knelpunten =
                List.of(house.designatedOn(saying("naam", NAME)), house.designatedOn(saying("naam", NAME)));
        return knelpunten.stream()
                .map(k -> house.store.dataOf(k).stream()
                        .filter(d -> NAME.equals(d.content()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @Test
    void whoMayBeMoreThanOnePersonIsToldApartByTheParticipantsBeforeADecision() {
        List<Datum> found = namesakes();
        Datum his = found.get(0);
        UUID request = house.rights
                .register(by(house.contactPoint), asked(RightsRequest.Kind.ERASURE, HIM))
                .id();
        assertEquals(2, stored(request).subjects().size());
        assertTrue(house.rights.see(by(house.officer), request).ambiguous());
        assertEquals(
                "data",
                assertThrows(
                                InvalidException.class,
                                () -> house.rights.answer(by(house.officer), request, RightsRequest.Finding.NONE))
                        .field());
        assertEquals(List.of("G46"), refused(() -> decides(request, true)));
        house.rights.answer(
                by(house.officer), request, new RightsRequest.Finding(null, null, false, List.of(his.id())));
        decides(request, true);
        assertTrue(house.store.transact(t -> t.data().find(his.id())).isEmpty());
        assertTrue(house.store
                .transact(t -> t.data().find(his.marks().reusedFrom()))
                .isEmpty());
        assertTrue(house.store.transact(t -> t.data().find(found.get(1).id())).isPresent(), "his namesake's stays");
    }

    /** AVG 12(6): by a name alone nobody knows that it is who asks, also where there is one such name. */
    @Test
    void theOnlyOneOfThatNameIsPossiblySomebodyElse() {
        UUID knelpunt = house.designatedOn(saying("naam", NAME));
        UUID request = registered(HIM);
        assertEquals(1, stored(request).subjects().size());
        assertTrue(house.rights.see(by(house.contactPoint), request).ambiguous());
        assertEquals(
                "data",
                assertThrows(
                                InvalidException.class,
                                () -> house.rights.answer(by(house.officer), request, RightsRequest.Finding.NONE))
                        .field());
        house.rights.answer(by(house.officer), request, new RightsRequest.Finding(null, null, false, List.of()));
        decides(request, true);
        assertEquals(
                List.of(), house.rights.letter(by(house.contactPoint), request).told());
        UUID erasure = house.rights
                .register(by(house.contactPoint), asked(RightsRequest.Kind.ERASURE, HIM))
                .id();
        house.rights.answer(by(house.officer), erasure, new RightsRequest.Finding(null, null, false, List.of()));
        decides(erasure, true);
        assertTrue(house.store.dataOf(knelpunt).stream().anyMatch(d -> NAME.equals(d.content())), "it was not his");
    }

    @Test
    void whoIsFoundByAnOwnNumberIsWhoAsksInEveryDossier() {
        Identifier passport = new Identifier(DataCategory.IDENTIFICATION, "Documentnummer", "nx 4 kb 19 r2");
        house.designatedOn(saying("documentnummer", "NX4KB19R2"));
        house.designatedOn(saying("documentnummer", "NX4KB19R2"));
        UUID request = registered(passport);
        assertEquals(2, stored(request).subjects().size());
        assertFalse(house.rights.see(by(house.officer), request).ambiguous());
        house.rights.answer(by(house.officer), request, RightsRequest.Finding.NONE);
        decides(request, true);
        assertEquals(
                List.of("NX4KB19R2"),
                house.rights.letter(by(house.contactPoint), request).told().stream()
                        .map(RightsRequests.ToldDatum::content)
                        .distinct()
                        .toList());
    }

    /** A number finds him, and his name finds somebody of whom the dossier knows no number. */
    @Test
    void whoIsFoundByNameBesideHisNumberIsPossiblySomebodyElse() {
        house.designatedOn(saying("documentnummer", "NX4KB19R2"));
        house.designatedOn(saying("naam", NAME));
        UUID request = registered(new Identifier(DataCategory.IDENTIFICATION, "documentnummer", "NX4KB19R2"), HIM);
        assertTrue(house.rights.see(by(house.officer), request).ambiguous());
        assertFalse(new Identifier(DataCategory.CONTACT, "telefoonnummer", "0612345678").isOfOnePerson());
        assertTrue(new Identifier(DataCategory.BSN, null, "999990019").isOfOnePerson());
    }

    @Test
    void theLetterTellsNothingOfANamesake() {
        List<Datum> found = namesakes();
        UUID request = registered(HIM);
        house.rights.answer(by(house.officer), request, new RightsRequest.Finding(null, null, false, List.of()));
        decides(request, true);
        assertEquals(
                List.of(), house.rights.letter(by(house.contactPoint), request).told());
        UUID again = registered(HIM);
        house.rights.answer(
                by(house.officer),
                again,
                new RightsRequest.Finding(
                        null, null, false, List.of(found.get(1).id())));
        decides(again, true);
        assertEquals(
                1, house.rights.letter(by(house.contactPoint), again).told().size());
    }

    private void assertInvalid(String field, Identifier... identifiers) {
        assertEquals(
                field,
                assertThrows(InvalidException.class, () -> registered(identifiers))
                        .field());
    }

    @Test
    void theContactPointDecidesAfterEverybodyAnswered() {
        knownInAKnelpunt();
        UUID request = registered(HIM);
        assertEquals(List.of("G46"), refused(() -> decides(request, true)));
        answersForAllOfIt(house.mayorsWorker, request);
        assertEquals(List.of("G46"), refused(() -> decides(request, true)));
        answersForAllOfIt(house.officer, request);
        assertEquals(List.of("G46"), refused(() -> decides(request, false)));
        assertEquals(
                List.of("G46"), refused(() -> house.rights.decide(by(house.officer), request, true, "namens ons")));
        decides(request, true);
        assertEquals(RequestState.GRANTED, stored(request).state());
        assertEquals(List.of(Finding.STATE), refused(() -> decides(request, true)));
    }

    @Test
    void anExceptionStandsUntilItsParticipantReportsThatItLapsed() {
        knownInAKnelpunt();
        UUID request = registered(HIM);
        answersForAllOfIt(house.mayorsWorker, request);
        assertEquals(
                "motivation",
                assertThrows(
                                InvalidException.class,
                                () -> house.rights.answer(
                                        by(house.officer), request, finding(Restriction.CRIMINAL_OFFENCES, " ")))
                        .field());
        house.rights.answer(by(house.officer), request, finding(Restriction.CRIMINAL_OFFENCES, "lopend onderzoek"));
        assertEquals(List.of("G46"), refused(() -> decides(request, true)));
        decides(request, false);
        assertEquals(RequestState.REFUSED, stored(request).state());

        answersForAllOfIt(house.officer, request);
        RightsRequest.Consultation lapsed = stored(request).consultationOf(House.POLICE.id());
        assertEquals(Restriction.CRIMINAL_OFFENCES, lapsed.exception());
        assertEquals(house.now, lapsed.lapsed());
        assertEquals(List.of("G46"), refused(() -> decides(request, false)));
        decides(request, true);
        assertEquals(RequestState.GRANTED, stored(request).state());
    }

    @Test
    void aConsultedParticipantSeesItsOwnPartOnly() {
        UUID knelpunt = knownInAKnelpunt();
        UUID request = registered(HIM);
        house.rights.answer(by(house.officer), request, finding(Restriction.CRIMINAL_OFFENCES, "lopend onderzoek"));

        ShownRequest whole = house.rights.see(by(house.contactPoint), request);
        assertEquals(2, whole.request().consultations().size());
        assertEquals(List.of(), whole.own());

        int before = house.store.log().size();
        ShownRequest part = house.rights.see(by(house.mayorsWorker), request);
        assertEquals(
                List.of(House.MUNICIPALITY.id()),
                part.request().consultations().stream()
                        .map(RightsRequest.Consultation::participant)
                        .toList());
        assertEquals(List.of(), part.request().subjects());
        UUID permit = house.store.dataOf(knelpunt).stream()
                .filter(d -> d.category() == DataCategory.PERMITS)
                .findFirst()
                .orElseThrow()
                .id();
        assertEquals(List.of(new OwnDatum(permit, knelpunt, DataCategory.PERMITS)), part.own());
        LogRecord record = house.store.log().get(before);
        assertEquals(stored(request).subjects().get(0), record.subject());
        assertEquals(List.of(permit), record.data());
    }

    @Test
    void aRequestThatIsNotThereIsAsUnknownAsOneThatIsNotYours() {
        knownInAKnelpunt();
        for (UUID id : List.of(registered(HIM), UUID.randomUUID())) {
            for (Account account : List.of(house.neighboursWorker, house.director)) {
                assertEquals(List.of("G41"), refused(() -> house.rights.see(by(account), id)));
                assertEquals(
                        List.of("G41"),
                        refused(() -> house.rights.answer(by(account), id, RightsRequest.Finding.NONE)));
            }
        }
    }

    @Test
    void eachListsItsOwn() {
        knownInAKnelpunt();
        UUID about = registered(HIM);
        UUID nobodys = registered(new Identifier(DataCategory.BSN, null, "999990019"));
        assertEquals(List.of(about, nobodys), listed(house.contactPoint));
        assertEquals(List.of(about), listed(house.officer));
        assertEquals(List.of(), listed(house.neighboursWorker));
        assertEquals(List.of("G41"), refused(() -> listed(house.director)));
    }

    private List<UUID> listed(Account account) {
        return house.rights.list(by(account), null, 10).items().stream()
                .map(r -> r.request().id())
                .toList();
    }

    // What is granted is carried through

    private UUID granted(RightsRequest.Kind kind, List<UUID> named) {
        UUID request =
                house.rights.register(by(house.contactPoint), asked(kind, HIM)).id();
        answersForAllOfIt(house.mayorsWorker, request);
        if (named.isEmpty()) {
            answersForAllOfIt(house.officer, request);
        } else {
            house.rights.answer(by(house.officer), request, new RightsRequest.Finding(null, null, false, named));
        }
        decides(request, true);
        return request;
    }

    private Datum nameIn(UUID dossier) {
        return house.store.dataOf(dossier).stream()
                .filter(d -> NAME.equals(d.content()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrongIsFrozenEverywhereUntilItsSupplierMendsIt() {
        UUID knelpunt = knownInAKnelpunt();
        Datum name = nameIn(knelpunt);
        UUID request = granted(RightsRequest.Kind.RECTIFICATION, List.of(name.id()));
        assertEquals(
                "G45", shownTo(house.director, knelpunt, name.id()).frozen().rule());
        Datum inSignal = house.store
                .transact(t -> t.data().find(name.marks().reusedFrom()))
                .orElseThrow();
        assertTrue(inSignal.marks().error() != null, "also where it came from");
        assertEquals(List.of(Act.SEE_REQUEST), acts(house.officer));
        assertEquals(List.of(Act.SEE_REQUEST), acts(house.mayorsWorker), "it named all");
        house.data.correct(by(house.officer), knelpunt, name.id(), "Sjoerd Kademann");
        assertEquals(List.of(), acts(house.officer));
        assertTrue(stored(request).consultationOf(House.POLICE.id()).data().contains(name.id()));
    }

    private nl.knelpunt.engine.dossier.ShownDatum shownTo(Account account, UUID knelpunt, UUID datum) {
        return house.knelpunten.data(by(account), knelpunt, null, 100).items().stream()
                .filter(d -> d.datum().id().equals(datum))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsToGoGoesFromEveryDossierUnlessItIsHeld() {
        UUID knelpunt = knownInAKnelpunt();
        Datum name = nameIn(knelpunt);
        UUID permit = house.store.dataOf(knelpunt).stream()
                .filter(d -> d.category() == DataCategory.PERMITS)
                .findFirst()
                .orElseThrow()
                .id();
        house.data.hold(
                by(house.director),
                knelpunt,
                permit,
                nl.knelpunt.engine.dossier.Marks.Hold.Ground.LEGAL_CLAIM,
                "zaak 7");
        UUID request = granted(RightsRequest.Kind.ERASURE, List.of());
        assertTrue(house.store.dataOf(knelpunt).stream().noneMatch(d -> NAME.equals(d.content())));
        assertTrue(house.store
                .transact(t -> t.data().find(name.marks().reusedFrom()))
                .isEmpty());
        assertTrue(house.store.transact(t -> t.data().find(permit)).isPresent());
        assertEquals(2, stored(request).consultationOf(House.POLICE.id()).data().size());
        assertEquals(
                List.of(),
                stored(request).consultationOf(House.MUNICIPALITY.id()).data());
    }

    /** Who received it may still use it, so hears that it is gone (AVG 19). */
    @Test
    void whoReceivedDataThatWentAtTheRequestOfTheirSubjectIsTold() {
        UUID knelpunt = knownInAKnelpunt();
        Datum name = nameIn(knelpunt);
        UUID provision = house.provisions
                .prepare(
                        by(house.director),
                        knelpunt,
                        House.advice(
                                new nl.knelpunt.engine.result.Recipient.OtherRiec("RIEC Amsterdam-Amstelland"),
                                name.id()))
                .id();
        house.provisions.ask(by(house.director), provision);
        house.provisions.answer(by(house.officer), provision, true, null);
        house.provisions.provide(by(house.director), provision);
        house.knelpunten.data(by(house.mayorsWorker), knelpunt, null, 100);
        granted(RightsRequest.Kind.ERASURE, List.of());
        List<CorrectionNotice> told = house.corrections
                .notices(by(house.mayorsWorker), true, null, 10)
                .items();
        assertEquals(1, told.size());
        assertEquals(CorrectionNotice.Kind.DESTROYED, told.get(0).kind());
        assertTrue(told.get(0).data().contains(new CorrectionNotice.Place(knelpunt, name.id())));
        assertTrue(
                house.corrections.notices(by(house.director), true, null, 10).items().stream()
                        .anyMatch(n -> provision.equals(n.provision())),
                "the bureau tells who has no account");
    }

    @Test
    void aHoldThatIsOverKeepsNothing() {
        UUID knelpunt = knownInAKnelpunt();
        Datum name = nameIn(knelpunt);
        house.data.hold(
                by(house.director),
                knelpunt,
                name.id(),
                nl.knelpunt.engine.dossier.Marks.Hold.Ground.LEGAL_CLAIM,
                "zaak 7",
                World.TODAY.plusDays(1));
        house.passes(java.time.Duration.ofDays(2));
        granted(RightsRequest.Kind.ERASURE, List.of());
        assertTrue(house.store.dataOf(knelpunt).stream().noneMatch(d -> NAME.equals(d.content())));
    }

    @Test
    void aParticipantNamesOnlyItsOwnData() {
        UUID knelpunt = knownInAKnelpunt();
        UUID request = registered(HIM);
        InvalidException refused = assertThrows(
                InvalidException.class,
                () -> house.rights.answer(
                        by(house.mayorsWorker),
                        request,
                        new RightsRequest.Finding(
                                null, null, false, List.of(nameIn(knelpunt).id()))));
        assertEquals("data[0]", refused.field());
    }

    // Terms

    private List<Act> acts(Account account) {
        return house.tasks(account).stream()
                .map(nl.knelpunt.engine.task.Task::act)
                .filter(a -> a.concerns() == Act.Concerns.REQUEST)
                .toList();
    }

    @Test
    void theTermIsExtendedOnceAndWithinTheFirstMonth() {
        knownInAKnelpunt();
        UUID request = registered(HIM);
        UUID late = registered(HIM);
        assertEquals(
                World.TODAY.plusMonths(1),
                house.tasks(house.contactPoint).get(0).due());
        assertEquals(World.TODAY.plusDays(14), house.tasks(house.officer).get(0).due());
        house.itBecomes(World.TODAY.plusMonths(1));
        house.rights.extend(by(house.contactPoint), request, "veel dossiers");
        assertEquals(World.TODAY.plusMonths(3), stored(request).due());
        assertThrows(InvalidException.class, () -> house.rights.extend(by(house.contactPoint), request, "nog meer"));
        house.itBecomes(World.TODAY.plusMonths(1).plusDays(1));
        assertThrows(InvalidException.class, () -> house.rights.extend(by(house.contactPoint), late, "te laat"));
        assertEquals(List.of("G41"), refused(() -> house.rights.extend(by(house.officer), request, "wij")));
    }

    @Test
    void anExceptionIsLookedAtAnewWithinAYear() {
        knownInAKnelpunt();
        UUID request = registered(HIM);
        answersForAllOfIt(house.mayorsWorker, request);
        house.rights.answer(by(house.officer), request, finding(Restriction.CRIMINAL_OFFENCES, "lopend onderzoek"));
        decides(request, false);
        assertEquals(List.of(), acts(house.officer));
        house.itBecomes(World.TODAY.plusYears(1).minusDays(30));
        assertEquals(List.of(Act.ANSWER_CONSULTATION), acts(house.officer));
        house.rights.answer(by(house.officer), request, finding(Restriction.CRIMINAL_OFFENCES, "loopt nog"));
        assertEquals(List.of(), acts(house.officer));
        answersForAllOfIt(house.officer, request);
        assertEquals(List.of(Act.DECIDE_REQUEST), acts(house.contactPoint));
        decides(request, true);
        assertEquals(List.of(), acts(house.contactPoint));
    }

    @Test
    void whatTiesARequestToAPersonIsForgotten() {
        knownInAKnelpunt();
        UUID request = granted(RightsRequest.Kind.ACCESS, List.of());
        RequestForgetting forgetting = new RequestForgetting(house.gate, house.store, () -> house.now);
        house.itBecomes(World.TODAY.plusDays(364));
        forgetting.doDue();
        assertFalse(stored(request).forgotten());
        house.itBecomes(World.TODAY.plusDays(365));
        forgetting.doDue();
        RightsRequest forgotten = stored(request);
        assertTrue(forgotten.forgotten());
        assertEquals(List.of(), forgotten.subjects());
        assertEquals(null, forgotten.reference());
        assertEquals(null, forgotten.decision().text());
        assertEquals(RequestState.GRANTED, forgotten.state());
        forgetting.doDue();
        assertEquals(forgotten.version(), stored(request).version(), "once");
    }

    // Taking over

    /** Bgs 1.2(4). */
    @Test
    void anotherParticipantTakesItOverAndThenDecidesInsteadOfTheContactPoint() {
        knownInAKnelpunt();
        UUID request = registered(HIM);
        assertEquals(
                List.of("G41"),
                refused(() -> house.rights.takeOver(by(house.neighboursWorker), request, house.today())),
                "it is not consulted");
        assertEquals(List.of("G41"), refused(() -> house.rights.extend(by(house.officer), request, "veel dossiers")));
        assertEquals(
                "toldOn",
                assertThrows(
                                InvalidException.class,
                                () -> house.rights.takeOver(
                                        by(house.officer),
                                        request,
                                        house.today().plusDays(1)))
                        .field());
        house.rights.takeOver(by(house.officer), request, house.today());
        assertEquals(
                List.of("G41"),
                refused(() -> house.rights.takeOver(by(house.mayorsWorker), request, house.today())),
                "once is enough");
        answersForAllOfIt(house.mayorsWorker, request);
        answersForAllOfIt(house.officer, request);
        assertEquals(List.of(), acts(house.contactPoint));
        assertEquals(List.of(Act.DECIDE_REQUEST), acts(house.officer));
        assertEquals(
                List.of("G46"), refused(() -> house.rights.decide(by(house.contactPoint), request, true, "brief")));
        assertEquals(
                2,
                house.rights
                        .see(by(house.officer), request)
                        .request()
                        .consultations()
                        .size(),
                "who decides sees what all found");
        house.rights.extend(by(house.officer), request, "veel dossiers");
        house.rights.decide(by(house.officer), request, true, "brief van 2 juni");
        String printed = new String(
                house.rights.letter(by(house.officer), request, Document.Format.HTML, Locale.forLanguageTag("nl")),
                StandardCharsets.UTF_8);
        assertTrue(printed.contains(House.POLICE.name() + " heeft de behandeling overgenomen"), printed);
        assertEquals(List.of("G41"), refused(() -> house.rights.letter(by(house.contactPoint), request)));
    }

    // The letter

    @Test
    void theLetterTellsWhatIsKnownWhenAccessIsGranted() {
        UUID knelpunt = knownInAKnelpunt();
        UUID provision = house.provisions
                .prepare(
                        by(house.director),
                        knelpunt,
                        House.advice(
                                new nl.knelpunt.engine.result.Recipient.OwnParticipant(House.NEIGHBOUR.id()),
                                nameIn(knelpunt).id()))
                .id();
        house.provisions.provide(by(house.director), provision);
        UUID request = registered(HIM);
        assertEquals(List.of(Finding.STATE), refused(() -> house.rights.letter(by(house.contactPoint), request)));
        RightsRequests.Found found =
                house.rights.see(by(house.contactPoint), request).found();
        assertEquals(new RightsRequests.Found(1, 1, 3, List.of(House.NEIGHBOUR.name())), found);
        answersForAllOfIt(house.mayorsWorker, request);
        answersForAllOfIt(house.officer, request);
        decides(request, true);
        RightsRequests.Letter letter = house.rights.letter(by(house.contactPoint), request);
        assertEquals(
                List.of("verleend", NAME),
                letter.told().stream()
                        .map(RightsRequests.ToldDatum::content)
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList(),
                "once, also what stands in signal and knelpunt");
        assertEquals(List.of(House.NEIGHBOUR.name()), letter.recipients());
        assertEquals(List.of("G41"), refused(() -> house.rights.letter(by(house.officer), request)));
        String printed = printed(request, Locale.forLanguageTag("nl"));
        assertTrue(
                printed.startsWith("PDF C-2026-12\nBrief aan betrokkene\nBesluit op uw verzoek om inzage\n"), printed);
        assertTrue(printed.contains("| " + NAME + " | "), printed);
        assertTrue(printed.contains(House.NEIGHBOUR.name()), printed);
        assertTrue(printed(request, Locale.ENGLISH).contains("What is known about you"));
    }

    private String printed(UUID request, Locale language) {
        return new String(
                house.rights.letter(by(house.contactPoint), request, Document.Format.PDF, language),
                StandardCharsets.UTF_8);
    }

    @Test
    void theLetterOfARefusalTellsOnlyWhatMayBeTold() {
        knownInAKnelpunt();
        for (boolean mayTell : new boolean[] {true, false}) {
            UUID request = registered(HIM);
            answersForAllOfIt(house.mayorsWorker, request);
            house.rights.answer(
                    by(house.officer),
                    request,
                    new RightsRequest.Finding(Restriction.SUPERVISION, "toezicht", mayTell, List.of()));
            decides(request, false);
            RightsRequests.Letter letter = house.rights.letter(by(house.contactPoint), request);
            assertEquals(mayTell ? List.of(Restriction.SUPERVISION) : List.of(), letter.grounds());
            assertEquals(List.of(), letter.told());
            assertEquals(List.of(), letter.recipients());
            String printed = printed(request, Locale.forLanguageTag("nl"));
            assertEquals(
                    mayTell, printed.contains(Restriction.SUPERVISION.label().nl()), printed);
            assertFalse(printed.contains(NAME), "nothing of the person in a refusal");
        }
    }

    @Test
    void onlyTheContactPointRegisters() {
        for (Account account : List.of(house.officer, house.director)) {
            assertEquals(
                    List.of("G41"),
                    refused(() -> house.rights.register(by(account), asked(RightsRequest.Kind.ACCESS, HIM))));
        }
        assertTrue(house.store.transact(t -> t.rightsRequests().list(null, 10)).isEmpty());
    }
}
