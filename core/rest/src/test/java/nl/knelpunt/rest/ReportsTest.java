package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.knelpunt.engine.oversight.DutyDone;
import nl.knelpunt.engine.oversight.LegalDuties;
import nl.knelpunt.engine.oversight.LegalDuty;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.AnnualReports.ShownReport;
import nl.knelpunt.engine.report.Count;
import nl.knelpunt.engine.report.Figure;
import nl.knelpunt.engine.report.Shown;
import nl.knelpunt.engine.rights.Information;
import nl.knelpunt.engine.rights.InformationRegister;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final String REPORT = "/v1/reports/annual/2026";

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static ShownReport shown() {
        return new ShownReport(
                new AnnualReport(
                        2026,
                        4,
                        new AnnualReport.Texts("Wat wij \"doen\" <b>.", null, null, null),
                        null,
                        Api.ID,
                        Examples.NOW),
                Shown.of(
                        List.of(
                                new Count(Figure.SIGNALS_TAKEN_UP, "", 12),
                                new Count(Figure.PHASES_OPENED, "2", 1),
                                new Count(Figure.PHASES_OPENED, "3", 2)),
                        3));
    }

    @Test
    void aReportIsShownAsJsonAsAPageAndAsCsv() throws Exception {
        api.reports.when("see", a -> shown());
        api.reports.when("print", a -> (a[1] + " " + a[2] + " " + a[3]).getBytes(StandardCharsets.UTF_8));
        Reply json = api.get(REPORT);
        assertEquals("\"4\"", json.header("ETag"));
        assertEquals(2026, json.json().get("year").asInt());
        assertEquals(
                "signalen",
                json.json().at("/figures/0/sectionLabel/nl").asText().toLowerCase());

        Reply page = api.get(REPORT + "/page");
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals("2026 HTML nl", page.text());
        Reply pdf = api.send(api.request(REPORT + "/page").header("Accept", "application/pdf"));
        assertEquals("application/pdf", pdf.header("Content-Type"));
        assertEquals("2026 PDF nl", pdf.text());

        Reply csv = api.get(REPORT + "/figures");
        assertEquals("text/csv; charset=utf-8", csv.header("Content-Type"));
        assertTrue(csv.text().contains("\"2026\",\"Signalen\",\"in behandeling genomen\",\"\",\"12\"\r\n"), csv::text);
        assertTrue(csv.text().contains("\"fase 2\",\"<3\""), csv::text);
    }

    @Test
    void aYearIsFourDigits() throws Exception {
        for (String year : List.of("26", "20266", "abcd", "-026")) {
            assertEquals(404, api.get("/v1/reports/annual/" + year).status());
        }
    }

    @Test
    void aReportIsWrittenAndFixed() throws Exception {
        api.reports
                .when("write", a -> Api.done("DRAFT", 5))
                .when("fix", a -> Api.done("FIXED", 6))
                .when("list", a -> List.of(shown().report()));
        assertEquals(
                200, api.patch(REPORT, "{\"safeguards\":\"Audit gedaan.\"}").status());
        @SuppressWarnings("unchecked")
        UnaryOperator<AnnualReport.Texts> change = api.reports.last().argument(2, UnaryOperator.class);
        assertEquals(
                new AnnualReport.Texts("i", null, "Audit gedaan.", null),
                change.apply(new AnnualReport.Texts("i", null, "oud", null)));
        assertEquals(201, api.post(REPORT + "/fixation", "").status());
        assertEquals(
                REPORT, api.get("/v1/reports/annual").json().at("/items/0/href").asText());
    }

    @Test
    void theCalendarSaysWhatIsDue() throws Exception {
        DutyDone done = new DutyDone(
                Api.ID,
                LegalDuty.DPIA_REVIEW,
                LocalDate.parse("2026-01-02"),
                LocalDate.parse("2026-03-01"),
                "DPIA 4",
                false,
                Api.ID,
                Examples.NOW);
        api.duties
                .when(
                        "see",
                        a -> new LegalDuties.Calendar(
                                List.of(new LegalDuties.Entry(
                                        LegalDuty.DPIA_REVIEW, LocalDate.parse("2027-01-02"), false, done)),
                                List.of(new LegalDuties.Training(Api.ID, null)),
                                2))
                .when("fulfil", a -> Api.done("DONE", 1));
        Reply calendar = api.get("/v1/duties");
        assertEquals("AVG 35(11)", calendar.json().at("/items/0/article").asText());
        assertEquals("P1Y", calendar.json().at("/items/0/every").asText());
        assertEquals("DPIA 4", calendar.json().at("/items/0/last/evidence").asText());
        assertEquals(2, calendar.json().get("feedbackOverdue").asInt());
        assertEquals(
                List.of("duty", "on", "evidence"), api.post("/v1/duties", "{}").fields());
        assertEquals(
                201,
                api.post(
                                "/v1/duties",
                                "{\"duty\":\"AUDIT\",\"on\":\"2026-02-01\",\"evidence\":\"r\",\"failures\":true}")
                        .status());
        assertEquals(
                List.of(LegalDuty.AUDIT, LocalDate.parse("2026-02-01"), "r", true),
                api.duties.last().arguments().subList(1, 5));
    }

    @Test
    void whoWasInformedIsShownAndRecorded() throws Exception {
        api.information
                .when(
                        "see",
                        a -> List.of(new Information(
                                Api.ID,
                                Api.ID,
                                null,
                                null,
                                Information.Exception.IMPOSSIBLE,
                                null,
                                "politie-noord",
                                "onevenredig",
                                LocalDate.parse("2027-01-01"),
                                Api.ID,
                                Examples.NOW)))
                .when("record", a -> Api.done("INFORMED", 1));
        String information = "/v1/knelpunten/" + Api.ID + "/information";
        assertEquals(
                "AVG 14(5)(b)",
                api.get(information).json().at("/items/0/article").asText());
        assertEquals(
                201,
                api.post(information, "{\"informedOn\":\"2026-02-01\",\"informedBy\":\"brief\"}")
                        .status());
        assertEquals(
                new InformationRegister.NewInformation(LocalDate.parse("2026-02-01"), "brief", null, null, null, null),
                api.information.last().arguments().get(2));
    }
}
