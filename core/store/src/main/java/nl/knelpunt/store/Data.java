package nl.knelpunt.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.BibobBasis;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.DatumFilter;
import nl.knelpunt.engine.dossier.ExactIdentifier;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.WjsgArticle;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.DatumRepository;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.PoliceBasis;

final class Data implements DatumRepository {

    private static final String OUTSIDE_DRAFTS =
            " and not exists (select 1 from signal where signal.id = subject.dossier and signal.state = ?)";

    private static final String NOT_HELD = " and (held = ? or held_until < ?)";
    private static final String HELD_PAST_TERM =
            "held = ? and (held_until is null or held_until >= ?) and destroy_by < ?";
    /** Key of what a data subject is looked up by, all of whose values are keyed since it was first used. */
    private static final String PERSON = "person";

    private static final int AT_ONCE = 1000;

    private final Sql sql;
    private final Corrections corrections;
    private final Receivers receivers;
    private final Keyring keys;
    private boolean destroyed;

    /**
     * @param corrections that go with a datum when it is destroyed
     * @param receivers that go with a datum when it is destroyed
     */
    Data(Sql sql, Corrections corrections, Receivers receivers, Keyring keys) {
        this.sql = sql;
        this.corrections = corrections;
        this.receivers = receivers;
        this.keys = keys;
    }

    @Override
    public Optional<Datum> find(UUID id) {
        return sql.one("select * from datum where id = ?", Data::datum, id);
    }

    @Override
    public List<Datum> ofDossier(UUID dossier) {
        return sql.list("select * from datum where dossier = ? order by id", Data::datum, dossier);
    }

    @Override
    public List<Datum> ofDossier(UUID dossier, UUID after, int limit) {
        return sql.list(
                "select * from datum where dossier = ? and id > ? order by id limit ?",
                Data::datum,
                dossier,
                after == null ? "" : after.toString(),
                limit);
    }

    @Override
    public List<Datum> ofDossier(UUID dossier, DatumFilter filter, UUID after, int limit) {
        StringBuilder where = new StringBuilder("select * from datum where dossier = ? and id > ?");
        List<Object> parameters = new ArrayList<>();
        parameters.add(dossier);
        parameters.add(after == null ? "" : after);
        and(where, parameters, "supplier = ?", filter.supplier());
        and(where, parameters, "category = ?", filter.category());
        and(where, parameters, "phase = ?", filter.phase());
        and(where, parameters, "subject = ?", filter.subject());
        and(where, parameters, "wrong = ?", filter.wrong());
        and(where, parameters, "destroy_by <= ?", filter.destroyBy());
        parameters.add(limit);
        return sql.list(where.append(" order by id limit ?").toString(), Data::datum, parameters.toArray());
    }

    private static void and(StringBuilder where, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    @Override
    public List<Datum> ofSupplier(String supplier, boolean wrong, UUID after, int limit) {
        return sql.list(
                "select * from datum where supplier = ?" + (wrong ? " and wrong" : "") + " and id > ?"
                        + " and exists (select 1 from knelpunt where knelpunt.id = datum.dossier) order by id limit ?",
                Data::datum,
                supplier,
                after == null ? "" : after,
                limit);
    }

    @Override
    public void endPhase(UUID dossier, int phase, LocalDate lastDay) {
        sql.change(
                "update datum set destroy_by = ?, version = version + 1"
                        + " where dossier = ? and phase = ? and destroy_by > ?",
                lastDay,
                dossier,
                phase,
                lastDay);
    }

    @Override
    public List<Datum> ofDossier(UUID dossier, DataCategory category) {
        return sql.list(
                "select * from datum where dossier = ? and category = ? order by id", Data::datum, dossier, category);
    }

    @Override
    public List<Datum> copiesOf(UUID id) {
        return sql.list("select * from datum where reused_from = ? order by id", Data::datum, id);
    }

    @Override
    public List<Datum> due(LocalDate today, UUID after, int limit) {
        return sql.list(
                "select * from datum where destroy_by < ?" + NOT_HELD + " and +id > ? order by +id limit ?",
                Data::datum,
                today,
                false,
                today,
                after == null ? "" : after.toString(),
                limit);
    }

    @Override
    public List<Count> countDue(LocalDate day) {
        return sql.list(
                "select dossier, category, count(*) as number from datum where destroy_by < ?" + NOT_HELD
                        + " and not exists (select 1 from signal where signal.id = datum.dossier and signal.state = ?)"
                        + " group by +dossier, +category order by 1, 2",
                Data::count,
                day,
                false,
                day,
                SignalState.DRAFT);
    }

    @Override
    public List<UUID> dueOf(UUID dossier, LocalDate day, int limit) {
        return sql.list(
                "select id from datum where dossier = ? and destroy_by < ?" + NOT_HELD + " order by id limit ?",
                row -> row.id("id"),
                dossier,
                day,
                false,
                day,
                limit);
    }

    @Override
    public List<Count> count(UUID dossier) {
        return sql.list(
                "select dossier, category, count(*) as number from datum where dossier = ?"
                        + " group by dossier, category order by category",
                Data::count,
                dossier);
    }

    private static Count count(Sql.Row row) throws SQLException {
        return new Count(row.id("dossier"), row.constant(DataCategory.class, "category"), (int) row.number("number"));
    }

    @Override
    public List<Datum> notHeldOf(UUID dossier, LocalDate day, int limit) {
        return sql.list(
                "select * from datum where dossier = ?" + NOT_HELD + " order by id limit ?",
                Data::datum,
                dossier,
                false,
                day,
                limit);
    }

    @Override
    public List<Datum> heldPastTerm(LocalDate day, int limit) {
        return sql.list(
                "select * from datum where " + HELD_PAST_TERM + " order by id limit ?",
                Data::datum,
                true,
                day,
                day,
                limit);
    }

    @Override
    public int countHeldPastTerm(LocalDate day) {
        return (int) sql.count("select count(*) from datum where " + HELD_PAST_TERM, true, day, day);
    }

    @Override
    public List<Datum> holdsEndingBy(LocalDate day, int limit) {
        return sql.list(
                "select * from datum where held = ? and (held_until is null or held_until <= ?)"
                        + " order by held_until, id limit ?",
                Data::datum,
                true,
                day,
                limit);
    }

    @Override
    public void insert(Datum datum) {
        sql.change(
                "insert into datum (dossier, subject, category, field, content, supplier, organ, task, basis, phase,"
                        + " lawfully_held, police, police_class, police_agreement, wjsg, bibob, unavoidable, origins,"
                        + " first_processed, destroy_by, marks, reused_from, held, held_until, grading, identifier, keyed, wrong, version, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                columns(datum, datum.version()));
    }

    @Override
    public void update(Datum datum) {
        int changed = sql.change(
                "update datum set dossier = ?, subject = ?, category = ?, field = ?, content = ?, supplier = ?,"
                        + " organ = ?, task = ?, basis = ?, phase = ?, lawfully_held = ?, police = ?, police_class = ?,"
                        + " police_agreement = ?, wjsg = ?, bibob = ?, unavoidable = ?, origins = ?, first_processed = ?,"
                        + " destroy_by = ?, marks = ?, reused_from = ?, held = ?, held_until = ?, grading = ?, identifier = ?, keyed = ?,"
                        + " wrong = ?, version = ? where id = ? and version = ?",
                columns(datum, datum.version() + 1, datum.version()));
        if (changed == 0) {
            throw new StaleException(sql.one("select version from datum where id = ?", row -> row.number(1), datum.id())
                    .orElseThrow(() -> new IllegalStateException("There is no datum " + datum.id())));
        }
    }

    @Override
    public void destroy(UUID id) {
        UUID subject = sql.value("select subject from datum where id = ?", row -> row.id("subject"), id);
        destroyed = true;
        corrections.destroyOf(id);
        receivers.destroyOf(id);
        sql.change("delete from change_note where object = ?", id);
        sql.change("delete from datum where id = ?", id);
        destroyWhenUnknown(subject);
    }

    @Override
    public List<Subject> subjectsOf(UUID dossier) {
        return sql.list("select * from subject where dossier = ? order by id", Data::subject, dossier);
    }

    @Override
    public Optional<Subject> subject(UUID id) {
        return sql.one("select * from subject where id = ?", Data::subject, id);
    }

    @Override
    public void insert(Subject subject) {
        sql.change(
                "insert into subject (id, dossier, kind, circle_of, circle_reason, pseudonym) values (?, ?, ?, ?, ?, ?)",
                subject.id(),
                subject.dossier(),
                subject.kind(),
                subject.circleOf(),
                subject.circleReason(),
                subject.pseudonym());
    }

    @Override
    public List<Datum> about(UUID subject) {
        return sql.list("select * from datum where subject = ? order by id", Data::datum, subject);
    }

    /** By the keyed digest of what counts in a value; whatever else the identifier says is looked at in what that finds. */
    @Override
    public List<Subject> identifiedBy(Identifier identifier) {
        Map<UUID, Subject> found = new LinkedHashMap<>();
        sql.each(
                "select subject.*, datum.category, datum.field, datum.content from datum"
                        + " join subject on subject.id = datum.subject where datum.keyed = ?" + OUTSIDE_DRAFTS,
                row -> {
                    if (identifier.isSaidBy(
                            row.constant(DataCategory.class, "category"), row.text("field"), row.text("content"))) {
                        Subject subject = subject(row);
                        found.put(subject.id(), subject);
                    }
                    return true;
                },
                keyed(keys, identifier.category(), identifier.content()),
                SignalState.DRAFT);
        return List.copyOf(found.values());
    }

    /** Keys the identifiers that stood here before there was a key for them: where it was ever used, all are keyed. */
    static void keyIdentifiers(Sql sql, Keyring keys) {
        if (keys.isKnown(PERSON)) {
            return;
        }
        String after = "";
        List<String[]> part;
        do {
            part = sql.list(
                    "select id, category, content from datum where id > ? order by id limit ?",
                    row -> new String[] {row.text("id"), row.text("category"), row.text("content")},
                    after,
                    AT_ONCE);
            for (String[] row : part) {
                DataCategory category = row[1] == null ? null : DataCategory.valueOf(row[1]);
                String keyed = keyed(keys, category, row[2]);
                if (keyed != null) {
                    sql.change("update datum set keyed = ? where id = ?", keyed, row[0]);
                }
                after = row[0];
            }
        } while (part.size() == AT_ONCE);
    }

    /** Null for what nobody is found by. */
    private static String keyed(Keyring keys, DataCategory category, String content) {
        if (category == null || !Identifier.CATEGORIES.contains(category)) {
            return null;
        }
        String bare = Identifier.bare(content);
        return bare.isEmpty() ? null : digest(keys, PERSON, category.name() + "\n" + bare);
    }

    private static String digest(Keyring keys, String purpose, String value) {
        return HexFormat.of().formatHex(keys.keyed(purpose, value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<Subject> withPseudonym(UUID pseudonym) {
        return sql.list(
                "select * from subject where pseudonym = ?" + OUTSIDE_DRAFTS + " order by id",
                Data::subject,
                pseudonym,
                SignalState.DRAFT);
    }

    /** Whether something was destroyed since {@link #forgotDestroyed}. */
    boolean hasDestroyed() {
        return destroyed;
    }

    /** What was destroyed still stands in the write-ahead log. */
    void leavesInTheLog() {
        destroyed = true;
    }

    void forgotDestroyed() {
        destroyed = false;
    }

    /** All data and subjects of a dossier; a subject that data of another dossier are about stays with those. */
    void destroyDossier(UUID dossier) {
        destroyed = true;
        List<UUID> pseudonyms = sql.list(
                "select distinct pseudonym from subject where dossier = ? and pseudonym is not null",
                row -> row.id("pseudonym"),
                dossier);
        sql.change("delete from correction_proposal where datum in (select id from datum where dossier = ?)", dossier);
        receivers.destroyDossier(dossier);
        sql.change("delete from change_note where object in (select id from datum where dossier = ?)", dossier);
        sql.change("delete from datum where dossier = ?", dossier);
        sql.change(
                "delete from subject where dossier = ?"
                        + " and not exists (select 1 from datum where datum.subject = subject.id)",
                dossier);
        pseudonyms.forEach(this::forgetPseudonym);
    }

    /**
     * Of whom nothing is known any more, nobody can say any more whom a pseudonym in the log stands for: a request of a data subject
     * would, by the letter that it came with.
     */
    private void forgetPseudonym(UUID pseudonym) {
        if (sql.count("select count(*) from subject where pseudonym = ?", pseudonym) > 0) {
            return;
        }
        record Request(String id, String document) {}
        List<Request> requests = sql.list(
                "select id, document from rights_request where document like ?",
                row -> new Request(row.text("id"), row.text("document")),
                "%\"" + pseudonym + "\"%");
        for (Request request : requests) {
            String without = request.document
                    .replaceAll(",\"" + pseudonym + "\"(?=[,\\]])", "")
                    .replaceAll("(?<=\\[)\"" + pseudonym + "\",?", "");
            sql.change("update rights_request set document = ? where id = ?", without, request.id);
        }
    }

    /** A subject goes when no datum is about it and nobody is in its circle; then the one whose circle it was in may go. */
    private void destroyWhenUnknown(UUID id) {
        UUID next = id;
        while (next != null) {
            UUID pseudonym = sql.value("select pseudonym from subject where id = ?", row -> row.id("pseudonym"), next);
            UUID circleOf = sql.value("select circle_of from subject where id = ?", row -> row.id("circle_of"), next);
            int gone = sql.change(
                    "delete from subject where id = ?"
                            + " and not exists (select 1 from datum where datum.subject = subject.id)"
                            + " and not exists (select 1 from subject other where other.circle_of = subject.id"
                            + " and other.id <> subject.id)",
                    next);
            if (gone > 0 && pseudonym != null) {
                forgetPseudonym(pseudonym);
            }
            next = gone > 0 ? circleOf : null;
        }
    }

    private String identifier(Datum datum) {
        String exact = ExactIdentifier.of(datum);
        return exact == null ? null : digest(keys, "identifier", exact);
    }

    /** Of data that were written before they had one. */
    void indexDossier(UUID dossier) {
        for (Datum datum : ofDossier(dossier)) {
            sql.change("update datum set identifier = ? where id = ?", identifier(datum), datum.id());
        }
    }

    private Object[] columns(Datum datum, long version, Object... more) {
        Source source = datum.source();
        PoliceBasis police = source.police();
        List<Object> columns = new ArrayList<>(Arrays.asList(
                datum.dossier(),
                datum.subject(),
                datum.category(),
                datum.field(),
                datum.content(),
                source.supplier(),
                source.organ(),
                source.task(),
                source.basis(),
                datum.phase(),
                source.lawfullyHeld(),
                police != null,
                police == null ? null : police.wpgClass(),
                police == null ? null : police.agreement(),
                source.wjsg(),
                source.bibob() == null ? null : Documents.write(source.bibob()),
                source.unavoidable(),
                Words.text(datum.origins()),
                datum.firstProcessed(),
                datum.destroyBy(),
                datum.marks().equals(Marks.NONE) ? null : Documents.write(datum.marks()),
                datum.marks().reusedFrom(),
                datum.marks().hold() != null,
                datum.marks().hold() == null ? null : datum.marks().hold().until(),
                source.grading() == null ? null : Documents.write(source.grading()),
                identifier(datum),
                keyed(keys, datum.category(), datum.content()),
                datum.marks().error() != null,
                version,
                datum.id()));
        columns.addAll(Arrays.asList(more));
        return columns.toArray();
    }

    private static Datum datum(Sql.Row row) throws SQLException {
        return new Datum(
                row.id("id"),
                row.id("dossier"),
                row.id("subject"),
                row.constant(DataCategory.class, "category"),
                row.text("field"),
                row.text("content"),
                source(row),
                (int) row.number("phase"),
                Words.constants(OriginFlag.class, row.text("origins")),
                row.moment("first_processed"),
                row.day("destroy_by"),
                document(row, "marks", Marks.class, Marks.NONE),
                row.number("version"));
    }

    private static Source source(Sql.Row row) throws SQLException {
        return new Source(
                row.text("supplier"),
                row.constant(Organ.class, "organ"),
                row.text("task"),
                row.text("basis"),
                row.flag("lawfully_held"),
                row.flag("police")
                        ? new PoliceBasis(row.constant(WpgClass.class, "police_class"), row.text("police_agreement"))
                        : null,
                row.constant(WjsgArticle.class, "wjsg"),
                document(row, "bibob", BibobBasis.class, null),
                row.text("unavoidable"),
                document(row, "grading", Grading.class, null));
    }

    private static <T> T document(Sql.Row row, String column, Class<T> type, T none) throws SQLException {
        String document = row.text(column);
        return document == null ? none : Documents.read(document, type);
    }

    private static Subject subject(Sql.Row row) throws SQLException {
        return new Subject(
                row.id("id"),
                row.id("dossier"),
                row.constant(SubjectKind.class, "kind"),
                row.id("circle_of"),
                row.text("circle_reason"),
                row.id("pseudonym"));
    }
}
