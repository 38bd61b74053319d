package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.Count;
import nl.knelpunt.engine.report.Figure;
import nl.knelpunt.engine.report.Shown;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import org.junit.jupiter.api.Test;

/** The annual report: counted as it happens, kept when what was counted is destroyed, fixed once the year is over (Wgs 1.12). */
class ReportsTest {

    private static final int YEAR = World.TODAY.getYear();

    private final House house = new House();
    private final ReportUseCases reports = new ReportUseCases(house.gate, house.press);
    private final Account privacyOfficer = house.appoint("pia", House.POLICE, null, Role.PRIVACY_OFFICER);

    private long counted(Figure figure) {
        return house.store.transact(t -> t.reports().counts(YEAR)).stream()
                .filter(c -> c.figure() == figure)
                .mapToLong(Count::number)
                .sum();
    }

    private List<Shown> figures() {
        return reports.see(by(privacyOfficer), YEAR).figures();
    }

    @Test
    void whatHappensIsCounted() {
        UUID knelpunt = house.designated();
        assertEquals(1, counted(Figure.SIGNALS_REPORTED));
        assertEquals(1, counted(Figure.SIGNALS_RECOGNISED));
        assertEquals(1, counted(Figure.SIGNALS_TAKEN_UP));
        assertEquals(1, counted(Figure.PROPOSED));
        assertTrue(counted(Figure.DESIGNATED) >= 1);
        assertEquals(0, counted(Figure.PROLONGED));

        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        Datum datum = house.store.dataOf(knelpunt).get(0);
        house.knelpunten.share(by(house.officer), knelpunt, House.plateOf(datum.subject(), "11-AA-11"));
        house.data.reportError(by(house.mayorsWorker), knelpunt, datum.id(), "van een ander");
        house.data.correct(by(house.officer), knelpunt, datum.id(), "99-XX-98");
        house.data.block(by(house.officer), knelpunt, datum.id(), "onderzoek");
        house.data.destroy(by(house.officer), knelpunt, datum.id());
        assertEquals(1, counted(Figure.PHASES_OPENED));
        assertEquals(1, counted(Figure.DATA_SUPPLIED));
        assertEquals(1, counted(Figure.DATA_DOUBTED));
        assertEquals(1, counted(Figure.DATA_CORRECTED));
        assertEquals(1, counted(Figure.DATA_BLOCKED));
        assertEquals(2, counted(Figure.DATA_DESTROYED), "with the one that it was taken over from");

        UUID provision = house.provisions
                .prepare(by(house.director), knelpunt, House.advice(new Recipient.OwnParticipant(House.NEIGHBOUR.id())))
                .id();
        house.provisions.answer(by(house.mayorsWorker), provision, false, "nee");
        house.provisions.answer(by(house.mayorsWorker), provision, false, "nog steeds");
        house.provisions.answer(by(house.mayorsWorker), provision, true, null);
        house.provisions.provide(by(house.director), provision);
        Provisions.NewFeedback feedback = new Provisions.NewFeedback(true, "gedaan", null, null);
        house.provisions.giveFeedback(by(house.neighboursWorker), provision, feedback);
        house.provisions.giveFeedback(by(house.neighboursWorker), provision, feedback);
        assertEquals(1, counted(Figure.OBJECTIONS), "one, however often it is said");
        assertEquals(1, counted(Figure.PROVISIONS));
        assertEquals(1, counted(Figure.FEEDBACK), "one, however often it is mended");
    }

    /** After a closure nearly everything goes this way. */
    @Test
    void whatGoesByAListOrIsMendedOnAProposalIsCounted() {
        UUID knelpunt = house.designated();
        Datum datum = house.store.dataOf(knelpunt).get(0);
        UUID proposal = house.corrections
                .propose(by(house.mayorsWorker), knelpunt, datum.id(), "99-XX-77", "verwisseld")
                .id();
        house.corrections.accept(by(house.officer), proposal);
        assertEquals(1, counted(Figure.DATA_CORRECTED));
        UUID list = house.destructions
                .make(by(house.director), knelpunt, List.of(datum.id()), "niet meer nodig")
                .id();
        house.destructions.submit(by(house.director), list);
        house.destructions.review(by(privacyOfficer), list, true, null);
        house.terms.end();
        assertEquals(1, counted(Figure.DATA_DESTROYED));
        assertEquals(
                "by a destruction list", Figure.DATA_DESTROYED.label("LIST").en());
    }

    @Test
    void aPhaseThatIsOpenAlreadyIsNotCountedTwice() {
        UUID knelpunt = house.designated();
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        assertEquals(1, counted(Figure.PHASES_OPENED));
    }

    @Test
    void countsStayWhenWhatTheyCountIsDestroyed() {
        UUID signal = house.reported();
        house.signals.withdraw(by(house.officer), signal);
        assertTrue(house.store.signal(signal).isEmpty());
        assertEquals(1, counted(Figure.SIGNALS_REPORTED));
        assertEquals(1, counted(Figure.SIGNALS_WITHDRAWN));
    }

    @Test
    void whatIsRefusedOrOnlyTriedIsNotCounted() {
        UUID signal = house.draft();
        refused(() -> house.signals.report(by(house.neighboursWorker), signal));
        assertThrows(
                RuntimeException.class,
                () -> house.signals.report(
                        Call.trial(new Caller.Person(house.officer.id()), UUID.randomUUID(), "192.0.2.7"), signal));
        assertEquals(0, counted(Figure.SIGNALS_REPORTED));
    }

    @Test
    void aReportIsWrittenAndFixedOnceItsYearIsOver() {
        house.reported();
        reports.write(by(house.director), YEAR, t -> new AnnualReport.Texts("Wat wij doen.", null, null, null));
        assertTrue(printed(Locale.forLanguageTag("nl")).startsWith("PDF CONCEPT\n"));
        assertEquals(
                "year",
                assertThrows(InvalidException.class, () -> reports.fix(by(privacyOfficer), YEAR))
                        .field());
        house.itBecomes(LocalDate.of(YEAR + 1, 1, 1));
        house.reported();
        assertEquals(List.of("G41"), refused(() -> reports.fix(by(house.director), YEAR)));
        reports.fix(by(privacyOfficer), YEAR);
        AnnualReport fixed = reports.see(by(house.mayor), YEAR).report();
        assertTrue(fixed.isFixed());
        assertEquals("Wat wij doen.", fixed.texts().introduction());
        assertEquals("<3", number(Figure.SIGNALS_REPORTED));
        String printed = printed(Locale.forLanguageTag("nl"));
        assertTrue(printed.startsWith("PDF NH-" + YEAR + "-JV\njaarverslag\n"), printed);
        assertTrue(printed.contains("Wat wij doen."), printed);
        assertTrue(printed.contains(" | <3\n"), printed);
        assertTrue(printed(Locale.ENGLISH).contains("About the figures"));
        for (Runnable late : List.<Runnable>of(
                () -> reports.fix(by(privacyOfficer), YEAR), () -> reports.write(by(house.director), YEAR, t -> t))) {
            assertThrows(InvalidException.class, late::run);
        }
        assertEquals(
                List.of(YEAR + 1, YEAR),
                reports.list(by(privacyOfficer)).stream()
                        .map(AnnualReport::year)
                        .toList());
    }

    private String printed(Locale language) {
        return new String(reports.print(by(house.mayor), YEAR, Document.Format.PDF, language), StandardCharsets.UTF_8);
    }

    private String number(Figure figure) {
        return figures().stream()
                .filter(s -> s.figure() == figure)
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Test
    void twoWritersDoNotOverwriteEachOther() {
        reports.write(by(house.director), YEAR, t -> new AnnualReport.Texts("een", null, null, null));
        Call old = new Call(new Caller.Person(privacyOfficer.id()), UUID.randomUUID(), "192.0.2.7", null, 1L);
        assertEquals(
                2,
                assertThrows(
                                StaleException.class,
                                () -> reports.write(old, YEAR, t -> new AnnualReport.Texts("twee", null, null, null)))
                        .current());
    }

    @Test
    void onlyYearsOfTheLawAreReported() {
        for (int year : new int[] {2024, YEAR + 1}) {
            assertThrows(InvalidException.class, () -> reports.see(by(privacyOfficer), year));
        }
        assertEquals(List.of("G41"), refused(() -> reports.see(by(house.officer), YEAR)));
        assertFalse(figures().isEmpty());
    }
}
