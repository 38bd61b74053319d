package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.DocumentPress;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.AnnualReports;
import nl.knelpunt.engine.report.Count;
import nl.knelpunt.engine.report.Figure;
import nl.knelpunt.engine.report.Shown;
import nl.knelpunt.engine.result.ProvisionFilter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class ReportUseCases implements AnnualReports {

    /** The Wgs came into force in this year. */
    private static final int FIRST_YEAR = 2025;

    /** More provisions than this are overdue only when nobody looks. */
    private static final int MOST_OVERDUE = 1000;

    private final Gate gate;
    private final DocumentPress press;

    @Activate
    public ReportUseCases(@Reference Gate gate, @Reference DocumentPress press) {
        this.gate = gate;
        this.press = press;
    }

    @Override
    public List<AnnualReport> list(Call call) {
        return gate.read(
                call,
                Act.SEE_REPORTS,
                null,
                (t, facts, judge) ->
                        t.reports().years().stream().map(year -> at(t, year)).toList());
    }

    @Override
    public ShownReport see(Call call, int year) {
        return gate.read(call, Act.SEE_REPORTS, null, (t, facts, judge) -> shown(t, facts, year));
    }

    private static ShownReport shown(Transaction transaction, Facts facts, int year) {
        checkYear(year, facts);
        AnnualReport report = at(transaction, year);
        return new ShownReport(report, report.isFixed() ? report.figures() : figures(transaction, facts, year));
    }

    @Override
    public byte[] print(Call call, int year, Document.Format format, Locale language) {
        Published published = gate.read(
                call, Act.SEE_REPORTS, null, (t, facts, judge) -> new Published(shown(t, facts, year), facts.region()));
        Region region = published.riec();
        return press.print(
                ReportWriter.written(published.shown(), press.prefix(region), region.name(), language), region, format);
    }

    private record Published(ShownReport shown, Region riec) {}

    private static AnnualReport at(Transaction transaction, int year) {
        return transaction
                .reports()
                .find(year)
                .orElseGet(() -> new AnnualReport(year, 1, AnnualReport.Texts.NONE, null, null, null));
    }

    private static List<Shown> figures(Transaction transaction, Facts facts, int year) {
        List<Count> counts = new ArrayList<>(transaction.reports().counts(year));
        ProvisionFilter overdue = new ProvisionFilter(null, null, null, null, null, null, null, true);
        int late = transaction
                .provisions()
                .search(overdue, facts.today(), null, MOST_OVERDUE)
                .size();
        counts.add(new Count(Figure.FEEDBACK_OVERDUE, "", late));
        return Shown.of(counts, facts.policy().limits().smallNumber());
    }

    @Override
    public Done write(Call call, int year, UnaryOperator<AnnualReport.Texts> change) {
        AnnualReport.Texts[] changed = {null};
        return gate.change(
                call,
                Act.WRITE_REPORT,
                null,
                (t, facts) -> {
                    changed[0] = change.apply(at(t, year).texts());
                    return facts.asking(new Asked.Stating(said(changed[0])));
                },
                (t, facts) -> put(call, t, facts, open(t, facts, year), changed[0], null));
    }

    private static Map<String, String> said(AnnualReport.Texts texts) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("introduction", texts.introduction());
        said.put("effectiveness", texts.effectiveness());
        said.put("safeguards", texts.safeguards());
        said.put("improvements", texts.improvements());
        said.forEach((field, text) -> Checks.text(field, text, Checks.TEXT));
        return said;
    }

    @Override
    public Done fix(Call call, int year) {
        return gate.change(call, Act.FIX_REPORT, null, Gate.Asking.NOTHING, (t, facts) -> {
            AnnualReport report = open(t, facts, year);
            if (facts.today().getYear() <= year) {
                throw new InvalidException(
                        "year",
                        new Text(
                                "Dit jaar is nog niet voorbij. Stel het verslag daarna vast.",
                                "This year is not over yet. Fix the report after it."));
            }
            return put(call, t, facts, report, report.texts(), figures(t, facts, year));
        });
    }

    /** What is fixed is published, and is not changed any more. */
    private static AnnualReport open(Transaction transaction, Facts facts, int year) {
        checkYear(year, facts);
        AnnualReport report = at(transaction, year);
        if (report.isFixed()) {
            throw new InvalidException(
                    "year", new Text("Dit verslag is al vastgesteld.", "This report has been fixed already."));
        }
        return report;
    }

    private static void checkYear(int year, Facts facts) {
        if (year < FIRST_YEAR || year > facts.today().getYear()) {
            throw new InvalidException(
                    "year",
                    new Text(
                            "Kies een jaar vanaf " + FIRST_YEAR + " tot en met dit jaar.",
                            "Choose a year from " + FIRST_YEAR + " up to this year."));
        }
    }

    private static Done put(
            Call call,
            Transaction transaction,
            Facts facts,
            AnnualReport report,
            AnnualReport.Texts texts,
            List<Shown> figures) {
        if (call.version() != null && call.version() != report.version()) {
            throw new StaleException(report.version());
        }
        AnnualReport written = new AnnualReport(
                report.year(),
                report.version() + 1,
                texts,
                figures,
                facts.actor().account().id(),
                facts.now());
        transaction.reports().put(written);
        return new Done(AnnualReport.id(report.year()), written.isFixed() ? "FIXED" : "DRAFT", written.version());
    }
}
