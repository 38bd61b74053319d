package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.port.ScanRepository;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Origin;
import nl.knelpunt.engine.scan.Outcome;
import nl.knelpunt.engine.scan.OwnArea;
import nl.knelpunt.engine.scan.Ranking;

final class Scans implements ScanRepository {

    private final Sql sql;

    Scans(Sql sql) {
        this.sql = sql;
    }

    private static <T> Sql.Mapping<T> as(Class<T> type) {
        return row -> Documents.read(row.text("document"), type);
    }

    private static Object from(UUID after) {
        return after == null ? "" : after;
    }

    @Override
    public Optional<Mapping> mapping(UUID id) {
        return sql.one("select document from scan_mapping where id = ?", as(Mapping.class), id);
    }

    @Override
    public void insert(Mapping mapping) {
        sql.change(
                "insert into scan_mapping (id, version, document) values (?, ?, ?)",
                mapping.id(),
                mapping.version(),
                Documents.write(mapping));
    }

    @Override
    public void update(Mapping mapping) {
        Mapping next = mapping.at(mapping.version() + 1);
        int changed = sql.change(
                "update scan_mapping set version = ?, document = ? where id = ? and version = ?",
                next.version(),
                Documents.write(next),
                mapping.id(),
                mapping.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from scan_mapping where id = ?", row -> row.number(1), mapping.id())
                            .orElseThrow(() -> new IllegalStateException("There is no mapping " + mapping.id())));
        }
    }

    @Override
    public List<Mapping> mappings(UUID after, int limit) {
        return sql.list(
                "select document from scan_mapping where id > ? order by id limit ?",
                as(Mapping.class),
                from(after),
                limit);
    }

    @Override
    public void put(OwnArea area) {
        sql.change("delete from own_area where code = ?", area.code());
        sql.change("insert into own_area (code, document) values (?, ?)", area.code(), Documents.write(area));
    }

    @Override
    public Optional<OwnArea> area(String code) {
        return sql.one("select document from own_area where code = ?", as(OwnArea.class), code);
    }

    @Override
    public List<OwnArea> areas(String after, int limit) {
        return sql.list(
                "select document from own_area where code > ? order by code limit ?",
                as(OwnArea.class),
                after == null ? "" : after,
                limit);
    }

    @Override
    public void insert(DataSet set, List<DataSet.Row> rows) {
        sql.change(
                "insert into data_set (id, scan, name, version, document) values (?, ?, ?, ?, ?)",
                set.id(),
                set.scan(),
                set.name(),
                set.version(),
                Documents.write(set));
        for (DataSet.Row row : rows) {
            sql.change(
                    "insert into data_set_row (data_set, code, document) values (?, ?, ?)",
                    set.id(),
                    row.code(),
                    Documents.write(row));
        }
    }

    @Override
    public Optional<DataSet> set(UUID id) {
        return sql.one("select document from data_set where id = ?", as(DataSet.class), id);
    }

    @Override
    public int newestVersion(UUID scan, String name) {
        return (int)
                sql.count("select coalesce(max(version), 0) from data_set where scan = ? and name = ?", scan, name);
    }

    @Override
    public List<DataSet> sets(UUID scan, UUID after, int limit) {
        return sql.list(
                "select document from data_set where scan = ? and id > ? order by id limit ?",
                as(DataSet.class),
                scan,
                from(after),
                limit);
    }

    @Override
    public int countSets(UUID scan) {
        return (int) sql.count("select count(*) from data_set where scan = ?", scan);
    }

    @Override
    public List<DataSet.Row> rows(UUID set) {
        return sql.list(
                "select document from data_set_row where data_set = ? order by code", as(DataSet.Row.class), set);
    }

    @Override
    public void insert(Outcome outcome, List<Ranking.Ranked> areas) {
        sql.change(
                "insert into scan_outcome (id, scan, document) values (?, ?, ?)",
                outcome.id(),
                outcome.scan(),
                Documents.write(outcome));
        for (int i = 0; i < areas.size(); i++) {
            sql.change(
                    "insert into scan_outcome_row (outcome, place, code, document) values (?, ?, ?, ?)",
                    outcome.id(),
                    i,
                    areas.get(i).code(),
                    Documents.write(areas.get(i)));
        }
    }

    @Override
    public Optional<Outcome> outcome(UUID id) {
        return sql.one("select document from scan_outcome where id = ?", as(Outcome.class), id);
    }

    @Override
    public List<Outcome> outcomes(UUID scan, UUID after, int limit) {
        return sql.list(
                "select document from scan_outcome where scan = ? and id > ? order by id limit ?",
                as(Outcome.class),
                scan,
                from(after),
                limit);
    }

    @Override
    public int countOutcomes(UUID scan) {
        return (int) sql.count("select count(*) from scan_outcome where scan = ?", scan);
    }

    @Override
    public List<Ranking.Ranked> ranked(UUID outcome, int place, int limit) {
        return sql.list(
                "select document from scan_outcome_row where outcome = ? and place >= ? order by place limit ?",
                as(Ranking.Ranked.class),
                outcome,
                place,
                limit);
    }

    @Override
    public Optional<Ranking.Ranked> ranked(UUID outcome, String code) {
        return sql.one(
                "select document from scan_outcome_row where outcome = ? and code = ?",
                as(Ranking.Ranked.class),
                outcome,
                code);
    }

    @Override
    public void insert(Origin origin) {
        sql.change(
                "insert into proposal_origin (proposal, source, document) values (?, ?, ?)",
                origin.proposal(),
                origin.source(),
                Documents.write(origin));
    }

    @Override
    public Optional<Origin> origin(UUID proposal) {
        return sql.one("select document from proposal_origin where proposal = ?", as(Origin.class), proposal);
    }

    @Override
    public int destroySetsOf(UUID scan) {
        sql.change("delete from data_set_row where data_set in (select id from data_set where scan = ?)", scan);
        return sql.change("delete from data_set where scan = ?", scan);
    }

    @Override
    public int destroyOutcomesOf(UUID scan) {
        sql.change("delete from scan_outcome_row where outcome in (select id from scan_outcome where scan = ?)", scan);
        return sql.change("delete from scan_outcome where scan = ?", scan);
    }

    @Override
    public boolean destroyOrigin(UUID proposal) {
        return sql.change("delete from proposal_origin where proposal = ?", proposal) > 0;
    }
}
