package nl.knelpunt.store;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.port.PaperRepository;
import nl.knelpunt.engine.steering.Paper;

final class Papers implements PaperRepository {

    private static final Sql.Mapping<Paper> PAPER = row -> Documents.read(row.text("document"), Paper.class);

    private final Sql sql;

    Papers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Paper> find(UUID id) {
        return sql.one("select document from paper where id = ?", PAPER, id);
    }

    @Override
    public Optional<byte[]> content(UUID id) {
        return sql.one("select content from paper where id = ?", row -> row.text("content"), id)
                .map(Base64.getDecoder()::decode);
    }

    @Override
    public void insert(Paper paper, byte[] content) {
        sql.change(
                "insert into paper (id, knelpunt, destroy_by, has_content, document, content) values (?, ?, ?, ?, ?, ?)",
                paper.id(),
                paper.knelpunt(),
                paper.destroyBy(),
                true,
                Documents.write(paper),
                Base64.getEncoder().encodeToString(content));
    }

    @Override
    public List<Paper> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
        return sql.list(
                "select document from paper where knelpunt = ? and id > ? order by id limit ?",
                PAPER,
                knelpunt,
                after == null ? "" : after,
                limit);
    }

    @Override
    public List<Paper> past(LocalDate day, int limit) {
        return sql.list(
                "select document from paper where has_content = ? and destroy_by < ? order by destroy_by, id limit ?",
                PAPER,
                true,
                day,
                limit);
    }

    @Override
    public void destroyContent(UUID id) {
        sql.change("update paper set content = null, has_content = ? where id = ?", false, id);
    }
}
