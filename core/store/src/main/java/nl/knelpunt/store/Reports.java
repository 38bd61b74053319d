package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import nl.knelpunt.engine.port.ReportRepository;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.Count;
import nl.knelpunt.engine.report.Figure;

final class Reports implements ReportRepository {

    private static final Sql.Mapping<AnnualReport> REPORT =
            row -> Documents.read(row.text("document"), AnnualReport.class);

    private final Sql sql;

    Reports(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void count(int year, Figure figure, String part, long more) {
        int counted = sql.change(
                "update tally set number = number + ? where year = ? and figure = ? and part = ?",
                more,
                year,
                figure,
                part);
        if (counted == 0) {
            sql.change("insert into tally (year, figure, part, number) values (?, ?, ?, ?)", year, figure, part, more);
        }
    }

    @Override
    public List<Count> counts(int year) {
        return sql.list(
                "select figure, part, number from tally where year = ? order by figure, part",
                row -> new Count(row.constant(Figure.class, "figure"), row.text("part"), row.number("number")),
                year);
    }

    @Override
    public Optional<AnnualReport> find(int year) {
        return sql.one("select document from annual_report where year = ?", REPORT, year);
    }

    @Override
    public void put(AnnualReport report) {
        int there = sql.change(
                "update annual_report set document = ? where year = ?", Documents.write(report), report.year());
        if (there == 0) {
            sql.change(
                    "insert into annual_report (document, year) values (?, ?)", Documents.write(report), report.year());
        }
    }

    @Override
    public List<Integer> years() {
        return sql.list("select year from tally union select year from annual_report order by year desc", row ->
                (int) row.number("year"));
    }
}
