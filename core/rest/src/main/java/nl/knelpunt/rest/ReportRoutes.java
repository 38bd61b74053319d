package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.DutyShapes.DutyCalendar;
import nl.knelpunt.rest.DutyShapes.InformationList;
import nl.knelpunt.rest.DutyShapes.NewDutyDone;
import nl.knelpunt.rest.DutyShapes.NewInformationBody;
import nl.knelpunt.rest.ReportShapes.ReportList;
import nl.knelpunt.rest.ReportShapes.ReportTexts;
import nl.knelpunt.rest.ReportShapes.ReportView;
import nl.knelpunt.rest.Shapes.Changed;

/** What the bureau accounts for: annual reports, the calendar of legal duties, and who was informed. */
final class ReportRoutes {

    private ReportRoutes() {}

    static void addTo(RouteTable table, ReportResource reports, DutyResource duties) {
        table.add(
                "accounting",
                get(
                                "/reports/annual",
                                "listAnnualReports",
                                "Years that there is something to report of, the last first")
                        .guarded()
                        .does(Act.SEE_REPORTS)
                        .answers(200, ReportList.class)
                        .by(reports::list),
                get("/reports/annual/{year}", "getAnnualReport", "The report of a year, without personal data")
                        .guarded()
                        .does(Act.SEE_REPORTS)
                        .fails(404)
                        .answers(200, ReportView.class)
                        .by(reports::see),
                patch("/reports/annual/{year}", "writeAnnualReport", "Writes texts of a report that is not fixed")
                        .changes()
                        .does(Act.WRITE_REPORT)
                        .takes(ReportTexts.class)
                        .answers(200, Changed.class)
                        .by(reports::write),
                post(
                                "/reports/annual/{year}/fixation",
                                "fixAnnualReport",
                                "Fixes a report for good, once its year is over")
                        .changes()
                        .does(Act.FIX_REPORT)
                        .answers(201, Changed.class)
                        .by(reports::fix),
                get(
                                "/reports/annual/{year}/page",
                                "getAnnualReportPage",
                                "The report to publish: HTML or PDF, as the Accept header says")
                        .guarded()
                        .does(Act.SEE_REPORTS)
                        .answersFile(Answer.HTML, DocumentRoutes.PDF)
                        .by(reports::page),
                get("/reports/annual/{year}/figures", "getAnnualReportFigures", "The figures as CSV")
                        .guarded()
                        .does(Act.SEE_REPORTS)
                        .answersFile(ReportResource.CSV)
                        .by(reports::figures),
                get("/duties", "getDuties", "The calendar of the law's duties, with who is to be trained")
                        .guarded()
                        .does(Act.SEE_DUTIES)
                        .answers(200, DutyCalendar.class)
                        .by(duties::calendar),
                post("/duties", "fulfilDuty", "Records that a duty was done, with what shows it")
                        .guarded()
                        .does(Act.FULFIL_DUTY)
                        .takes(NewDutyDone.class)
                        .answers(201, Changed.class)
                        .by(duties::fulfil),
                get(
                                "/knelpunten/{knelpunt}/information",
                                "getInformation",
                                "Whether data subjects were informed, or why not, the last one first")
                        .guarded()
                        .does(Act.SEE_INFORMATION)
                        .answers(200, InformationList.class)
                        .by(duties::information),
                post(
                                "/knelpunten/{knelpunt}/information",
                                "recordInformation",
                                "Records whether data subjects were informed, or why not")
                        .guarded()
                        .does(Act.RECORD_INFORMATION)
                        .takes(NewInformationBody.class)
                        .answers(201, Changed.class)
                        .by(duties::record));
    }
}
