package nl.knelpunt.store;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.port.DocumentRepository;

final class IssuedDocuments implements DocumentRepository {

    private static final Sql.Mapping<Document> DOCUMENT = row -> Documents.read(row.text("document"), Document.class);

    /** In the place of bytes that were destroyed. */
    private static final String GONE = "";

    private final Sql sql;

    IssuedDocuments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Document> find(UUID id) {
        return sql.one("select document from issued_document where id = ?", DOCUMENT, id);
    }

    @Override
    public Optional<byte[]> content(UUID id, Document.Format format) {
        String statement = format == Document.Format.PDF
                ? "select pdf from issued_document where id = ?"
                : "select html from issued_document where id = ?";
        return sql.one(statement, row -> row.text(1), id)
                .filter(text -> !text.equals(GONE))
                .map(Base64.getDecoder()::decode);
    }

    @Override
    public void insert(Document document, byte[] pdf, byte[] html) {
        sql.change(
                "insert into issued_document (id, knelpunt, kind, letter, number, document, pdf, html)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                document.id(),
                document.knelpunt(),
                document.kind(),
                document.kind().letter(),
                document.number(),
                Documents.write(document),
                Base64.getEncoder().encodeToString(pdf),
                Base64.getEncoder().encodeToString(html));
    }

    @Override
    public List<Document> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
        return sql.list(
                "select document from issued_document where knelpunt = ? and id > ? order by id limit ?",
                DOCUMENT,
                knelpunt,
                after == null ? "" : after,
                limit);
    }

    @Override
    public int count(UUID knelpunt, Document.Kind kind) {
        return (int) sql.count("select count(*) from issued_document where knelpunt = ? and kind = ?", knelpunt, kind);
    }

    @Override
    public int count(UUID knelpunt, String letter) {
        return (int)
                sql.count("select count(*) from issued_document where knelpunt = ? and letter = ?", knelpunt, letter);
    }

    @Override
    public Optional<String> nameOf(UUID dossier) {
        return sql.one("select number from dossier_number where dossier = ?", row -> row.text(1), dossier);
    }

    @Override
    public void name(UUID dossier, String name) {
        sql.change("insert into dossier_number (dossier, number) values (?, ?)", dossier, name);
    }

    @Override
    public long last(String series) {
        return sql.one("select last from number_series where series = ?", row -> row.number(1), series)
                .orElse(0L);
    }

    @Override
    public void setLast(String series, long number) {
        if (sql.change("update number_series set last = ? where series = ?", number, series) == 0) {
            sql.change("insert into number_series (series, last) values (?, ?)", series, number);
        }
    }

    @Override
    public int destroyContentOf(UUID knelpunt) {
        List<Document> there = sql.list(
                "select document from issued_document where knelpunt = ? and pdf <> ?", DOCUMENT, knelpunt, GONE);
        there.forEach(document -> sql.change(
                "update issued_document set document = ?, pdf = ?, html = ? where id = ?",
                Documents.write(document.withoutTitle()),
                GONE,
                GONE,
                document.id()));
        return there.size();
    }
}
