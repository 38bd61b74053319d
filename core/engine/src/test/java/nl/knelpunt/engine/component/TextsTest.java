package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogPurpose;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.text.Confirmation;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import nl.knelpunt.engine.text.TextScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What stands in the texts that people write, and what they confirm of it. */
class TextsTest {

    private static final String PIZZA = "Voor de deur stond een Turkse pizzabezorger";

    private static final String BSN = "999990019";

    private final House house = new House();
    private final List<String> scanned = new ArrayList<>();

    TextsTest() {
        // Knows two words and a number.
        TextScanner knowsLittle = text -> {
            scanned.add(text);
            List<TextFind> finds = new ArrayList<>();
            find(text, "Turkse", Kind.NATIONALITY, finds);
            find(text, "vermoedelijk", Kind.ASSUMPTION, finds);
            find(text, BSN, Kind.BSN, finds);
            return finds;
        };
        house.scanner = knowsLittle;
    }

    private static void find(String text, String word, Kind kind, List<TextFind> finds) {
        int at = text.indexOf(word);
        if (at >= 0) {
            finds.add(new TextFind(kind, at, at + word.length()));
        }
    }

    private UUID draft(SignalContent content) {
        return house.signals
                .draft(by(house.officer), House.POLICE.id(), content)
                .id();
    }

    private static SignalContent saying(String what) {
        return Copy.with(World.content(Organ.POLITIE), "observation.what", what);
    }

    private Call confirming(String field, Kind kind, String words) {
        return by(house.officer).confirming(List.of(new Confirmation(field, kind, words)));
    }

    private static List<Finding> refused(Executable act) {
        return assertThrows(RefusedException.class, act).findings();
    }

    @Test
    void aNationalityInADraftStopsItAndTheRefusalSaysWhere() {
        List<Finding> findings = refused(() -> draft(saying(PIZZA)));
        assertEquals(1, findings.size());
        assertEquals("G08", findings.get(0).rule());
        assertEquals("observation.what", findings.get(0).field());
        assertEquals(new TextFind(Kind.NATIONALITY, 23, 29), findings.get(0).place());
        assertFalse(findings.toString().contains("Turkse"), "a refusal quotes nothing");
    }

    @Test
    void whoRecordsThatItIsNotSaidOfAPersonGoesOnAndIsNotAskedAgain() {
        UUID draft = house.signals
                .draft(confirming("observation.what", Kind.NATIONALITY, " turkse "), House.POLICE.id(), saying(PIZZA))
                .id();
        assertEquals("REPORTED", house.signals.report(by(house.officer), draft).state());
    }

    @Test
    void aConfirmationCountsForThatFieldThatKindAndThoseWordsOnly() {
        for (Call call : List.of(
                confirming("title", Kind.NATIONALITY, "Turkse"),
                confirming("observation.what", Kind.SPECIAL, "Turkse"),
                confirming("observation.what", Kind.NATIONALITY, "Turk"))) {
            assertEquals(
                    "G08",
                    refused(() -> house.signals.draft(call, House.POLICE.id(), saying(PIZZA)))
                            .get(0)
                            .rule());
        }
    }

    @Test
    void anAssumptionMayStandInADraftButIsNotReportedUnconfirmed() {
        UUID draft = draft(saying("vermoedelijk werd er geladen"));
        assertEquals(
                "G03",
                refused(() -> house.signals.report(by(house.officer), draft))
                        .get(0)
                        .rule());
        assertEquals(
                "REPORTED",
                house.signals
                        .report(confirming("observation.what", Kind.ASSUMPTION, "vermoedelijk"), draft)
                        .state());
    }

    @Test
    void whatAnAdapterReadStopsNobodyWhoChangesSomethingElse() throws Exception {
        UUID draft =
                house.deliver(house.officer, "m-9 99-XX-99").signals().get(0).id();
        house.scanner = text -> List.of();
        house.signals.complete(by(house.officer), draft, read -> saying(PIZZA));
        house.scanner = text -> {
            List<TextFind> finds = new ArrayList<>();
            find(text, "Turkse", Kind.NATIONALITY, finds);
            return finds;
        };
        house.signals.complete(by(house.officer), draft, read -> Copy.with(read, "title", "Een andere titel"));
        assertEquals(
                "observation.what",
                refused(() -> house.signals.report(by(house.officer), draft))
                        .get(0)
                        .field());
    }

    @Test
    void aConfirmationIsGoneWithItsSignal() {
        UUID draft = house.signals
                .draft(confirming("observation.what", Kind.NATIONALITY, "Turkse"), House.POLICE.id(), saying(PIZZA))
                .id();
        assertEquals(1, house.store.transact(t -> t.confirmations().of(draft)).size());
        house.signals.discard(by(house.officer), draft);
        assertTrue(house.store.transact(t -> t.confirmations().of(draft)).isEmpty());
    }

    @Test
    void aTextIsScannedOnceForAnActAndNeverWithinATransaction() {
        house.scanner = text -> {
            scanned.add(text);
            assertFalse(house.store.isBusy(), "the store waits for nobody who reads texts");
            return List.of();
        };
        draft(saying(PIZZA));
        assertEquals(scanned.stream().distinct().count(), scanned.size());
        assertTrue(scanned.contains(PIZZA));
    }

    @Test
    void reasonsGivenForAnActOnADatumAreLookedThroughToo() {
        UUID knelpunt = house.designated();
        UUID datum = house.store.dataOf(knelpunt).get(0).id();
        UUID other = house.designated();
        UUID there = house.store.subjectsOf(other).get(0).id();
        Map<String, Executable> attempts = Map.of(
                "ground", () -> house.data.block(by(house.officer), knelpunt, datum, PIZZA),
                "reason", () -> house.data.reportError(by(house.mayorsWorker), knelpunt, datum, PIZZA),
                "content", () -> house.data.correct(by(house.officer), knelpunt, supervision(knelpunt), PIZZA),
                "necessity", () -> house.data.reuse(by(house.officer), other, datum, there, PIZZA));
        attempts.forEach((field, attempt) -> {
            List<Finding> findings = refused(attempt);
            assertEquals(List.of("G08"), findings.stream().map(Finding::rule).toList(), field);
            assertEquals(field, findings.get(0).field());
        });
        assertEquals(
                "reason",
                refused(() -> house.data.hold(
                                by(house.director), knelpunt, datum, Marks.Hold.Ground.LEGAL_CLAIM, PIZZA))
                        .get(0)
                        .field());
        assertNull(house.store.dataOf(knelpunt).get(0).marks().error());
    }

    /** A datum that is a text. */
    private UUID supervision(UUID knelpunt) {
        UUID person = house.store.subjectsOf(knelpunt).get(0).id();
        return house.knelpunten
                .share(
                        by(house.officer),
                        knelpunt,
                        House.datum(person, null, DataCategory.SUPERVISION, "twee keer gewaarschuwd", 1))
                .id();
    }

    @Test
    void ofATextNothingIsKeptButADigest() {
        UUID draft = house.signals
                .draft(confirming("observation.what", Kind.NATIONALITY, "Turkse"), House.POLICE.id(), saying(PIZZA))
                .id();
        String kept = house.store
                .transact(t -> t.confirmations().of(draft))
                .iterator()
                .next();
        assertTrue(kept.matches("[0-9a-f]{64}"), kept);
    }

    @Test
    void soAreTheTextsOfAResultAndOfARequest() {
        UUID knelpunt = house.designated();
        Provision.Content content = House.advice(new Recipient.OwnParticipant(House.NEIGHBOUR.id()));
        refused(
                "description",
                () -> house.provisions.prepare(by(house.director), knelpunt, Copy.with(content, "description", PIZZA)));
        UUID provision = house.prepared(knelpunt);
        refused("ground", () -> house.provisions.answer(by(house.officer), provision, false, PIZZA));
        refused("reason", () -> house.provisions.withdraw(by(house.director), provision, PIZZA));
        refused("text", () -> house.provisions.amend(by(house.director), provision, c -> Copy.with(c, "text", PIZZA)));
        house.provisions.answer(by(house.officer), provision, true, PIZZA);
        refused(
                "about",
                () -> house.provisions.test(
                        by(house.racMember),
                        provision,
                        new Provisions.NewTest(null, "RAC-1", PIZZA, World.TODAY, true)));
        house.provisions.provide(by(house.director), provision);
        refused(
                "text",
                () -> house.provisions.giveFeedback(
                        by(house.neighboursWorker), provision, new Provisions.NewFeedback(true, PIZZA, null, null)));

        UUID request = house.rights
                .register(
                        by(house.contactPoint),
                        RightsTest.asked(
                                RightsRequest.Kind.ACCESS,
                                new Identifier(DataCategory.IDENTIFICATION, null, "99-XX-99")))
                .id();
        refused("reasons", () -> house.rights.extend(by(house.contactPoint), request, PIZZA));
        refused(
                "wish",
                () -> house.rights.register(
                        by(house.contactPoint),
                        Copy.with(
                                RightsTest.asked(
                                        RightsRequest.Kind.ERASURE,
                                        new Identifier(DataCategory.IDENTIFICATION, null, "99-XX-99")),
                                "wish",
                                PIZZA)));
        refused("text", () -> house.rights.decide(by(house.contactPoint), request, true, PIZZA));
    }

    @Test
    void whateverMayHoldAnyWordsIsLookedThrough() {
        for (String field : List.of(
                "observation.observedBy",
                "observation.place.postcode",
                "observation.place.town",
                "observation.place.municipality",
                "manifestationDecision",
                "manifestationPublication",
                "police.agreement")) {
            refused(field, () -> draft(Copy.with(World.content(Organ.POLITIE), field, PIZZA)));
        }
        UUID knelpunt = house.designated();
        UUID person = house.store.subjectsOf(knelpunt).get(0).id();
        NewDatum datum = House.datum(person, null, DataCategory.VEHICLE, "99-XX-01", 1);
        for (String field : List.of("field", "basis", "police.agreement", "unavoidable")) {
            refused(field, () -> house.knelpunten.share(by(house.officer), knelpunt, Copy.with(datum, field, PIZZA)));
        }
        NewDatum.NewSubject relative = new NewDatum.NewSubject(SubjectKind.PERSON, person, PIZZA);
        refused(
                "newSubject.circleReason",
                () -> house.knelpunten.share(
                        by(house.officer), knelpunt, House.datum(null, relative, DataCategory.VEHICLE, "99-XX-01", 1)));
        Provision.Content content = House.advice(new Recipient.OwnParticipant(House.NEIGHBOUR.id()));
        refused(
                "legalBasis",
                () -> house.provisions.prepare(by(house.director), knelpunt, Copy.with(content, "legalBasis", PIZZA)));
        refused(
                "reference",
                () -> house.rights.register(
                        by(house.contactPoint),
                        Copy.with(
                                RightsTest.asked(
                                        RightsRequest.Kind.ACCESS, new Identifier(DataCategory.BSN, null, BSN)),
                                "reference",
                                PIZZA)));
    }

    @Test
    void whySomebodyLooksIsATextToo() {
        UUID knelpunt = house.designated();
        UUID person = house.store.subjectsOf(knelpunt).get(0).id();
        UUID bsn = house.knelpunten
                .share(by(house.officer), knelpunt, House.datum(person, null, DataCategory.BSN, BSN, 1))
                .id();
        List<Finding> findings =
                refused(() -> house.data.reveal(by(house.mayorsWorker), knelpunt, bsn, "naamgenoot van " + BSN));
        assertEquals(List.of("G15"), findings.stream().map(Finding::rule).toList());
        assertEquals("necessity", findings.get(0).field());
        assertTrue(house.store.dataOf(knelpunt).stream()
                .allMatch(d -> d.marks().necessities().isEmpty()));
        Call confirmed =
                by(house.mayorsWorker).confirming(List.of(new Confirmation("necessity", Kind.NATIONALITY, "Turkse")));
        assertEquals(
                BSN, house.data.reveal(confirmed, knelpunt, bsn, PIZZA).datum().content());
        refused(
                "reason",
                () -> new LogUseCases(house.gate)
                        .read(by(house.racMember), LogPurpose.SECURITY, PIZZA, LogFilter.ALL, 0, 10));
    }

    @Test
    void aBsnInAnotherFieldIsNotShownUnmaskedByTheWay() {
        UUID knelpunt = house.designated();
        UUID person = house.store.subjectsOf(knelpunt).get(0).id();
        List<Finding> findings = refused(() -> house.knelpunten.share(
                by(house.officer), knelpunt, House.datum(person, null, DataCategory.IDENTIFICATION, BSN, 1)));
        assertEquals(List.of("G15"), findings.stream().map(Finding::rule).toList());
        assertEquals("content", findings.get(0).field());
        // What is a name may look like anything else.
        house.knelpunten.share(by(house.officer), knelpunt, named("naam", person, "Mevrouw Turkse"));
    }

    @Test
    void whatIsCalledAValueButIsNoNameIsLookedThrough() {
        UUID knelpunt = house.designated();
        UUID person = house.store.subjectsOf(knelpunt).get(0).id();
        List<Finding> findings = refused(() ->
                house.knelpunten.share(by(house.officer), knelpunt, named("opmerking", person, "Een Turkse man")));
        assertEquals(List.of("G08"), findings.stream().map(Finding::rule).toList());
        assertEquals("content", findings.get(0).field());
    }

    private static NewDatum named(String field, UUID person, String content) {
        return Copy.with(House.datum(person, null, DataCategory.IDENTIFICATION, content, 1), "field", field);
    }

    private static void refused(String field, Executable act) {
        List<Finding> findings = assertThrows(RefusedException.class, act).findings();
        assertEquals(List.of("G08"), findings.stream().map(Finding::rule).toList());
        assertTrue(findings.get(0).field().startsWith(field), findings::toString);
    }

    @Test
    void ofAnotherTextTheSameWordsAreConfirmedAnew() {
        UUID draft = house.signals
                .draft(confirming("observation.what", Kind.NATIONALITY, "Turkse"), House.POLICE.id(), saying(PIZZA))
                .id();
        assertEquals(
                "G08",
                refused(() -> house.signals.complete(
                                by(house.officer), draft, read -> saying("Binnen zat een Turkse man")))
                        .get(0)
                        .rule());
    }

    /** Else one dossier passes for another in a list: "kade 91" is shown as "kade 19". */
    @Test
    void aTitleThatLooksLikeAnotherInAListIsRefusedWhereItDoesSo() {
        for (String title :
                List.of("kade \u202E91", "kade \u206719\u2069", "kade\u200B 19", "k\u00ADade 19", "ka\u200Dde 19")) {
            InvalidException refused = assertThrows(
                    InvalidException.class, () -> draft(Copy.with(World.content(Organ.POLITIE), "title", title)));
            assertEquals("title", refused.field());
            assertTrue(
                    refused.reason().nl().matches("(?s).*teken \\d \\(U\\+[0-9A-F]{4}\\).*"),
                    refused.reason().nl());
            assertFalse(refused.reason().nl().contains("kade"), "what was written is not repeated");
            assertEquals(
                    "title",
                    assertThrows(
                                    InvalidException.class,
                                    () -> house.knelpunten.propose(
                                            by(house.director),
                                            Copy.with(House.proposal(house.takenUp()), "title", title)))
                            .field());
        }
        String arabic = "شركة الشحن ١٢ می\u200Cخواهم";
        UUID draft = draft(Copy.with(World.content(Organ.POLITIE), "title", arabic));
        assertEquals(arabic, house.store.signal(draft).orElseThrow().content().title());
    }

    /** Words that are written backwards are read, and not found: neither by the guard nor by who looks for somebody. */
    @Test
    void aTextThatIsReadOtherwiseThanItIsLookedThroughIsRefused() {
        InvalidException refused = assertThrows(
                InvalidException.class, () -> draft(saying("Een \u202EeskruT\u202C man stond voor de deur")));
        assertEquals("observation.what", refused.field());
        UUID draft = draft(saying("Op het bord stond \u2067שלום\u2069."));
        NewDatum backwards = House.plate("\u202E99-XX-12");
        assertEquals(
                "content",
                assertThrows(InvalidException.class, () -> house.signals.addDatum(by(house.officer), draft, backwards))
                        .field());
    }
}
