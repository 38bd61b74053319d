package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.CorrectionState;
import nl.knelpunt.engine.port.CorrectionRepository;
import nl.knelpunt.engine.sharing.CorrectionProposal;

final class Corrections implements CorrectionRepository {

    private static final Sql.Mapping<CorrectionProposal> PROPOSAL =
            row -> Documents.read(row.text("document"), CorrectionProposal.class);

    private final Sql sql;

    Corrections(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<CorrectionProposal> find(UUID id) {
        return sql.one("select document from correction_proposal where id = ?", PROPOSAL, id);
    }

    @Override
    public void insert(CorrectionProposal proposal) {
        sql.change(
                "insert into correction_proposal (id, datum, proposer, owner, state, version, document)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                proposal.id(),
                proposal.datum(),
                proposal.proposer(),
                proposal.owner(),
                proposal.state(),
                proposal.version(),
                Documents.write(proposal));
    }

    @Override
    public void update(CorrectionProposal proposal) {
        CorrectionProposal next = proposal.at(proposal.version() + 1);
        int changed = sql.change(
                "update correction_proposal set state = ?, version = ?, document = ? where id = ? and version = ?",
                next.state(),
                next.version(),
                Documents.write(next),
                proposal.id(),
                proposal.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from correction_proposal where id = ?", row -> row.number(1), proposal.id())
                            .orElseThrow(() -> new IllegalStateException("There is no proposal " + proposal.id())));
        }
    }

    @Override
    public List<CorrectionProposal> list(String participant, boolean open, UUID after, int limit) {
        String from = after == null ? "" : after.toString();
        String state = open ? CorrectionState.PROPOSED.name() : "%";
        return participant == null
                ? sql.list(
                        "select document from correction_proposal where state like ? and id > ? order by id limit ?",
                        PROPOSAL,
                        state,
                        from,
                        limit)
                : sql.list(
                        "select document from correction_proposal where (owner = ? or proposer = ?) and state like ?"
                                + " and id > ? order by id limit ?",
                        PROPOSAL,
                        participant,
                        participant,
                        state,
                        from,
                        limit);
    }

    @Override
    public List<CorrectionProposal> toDecide(String owner, int limit) {
        return sql.list(
                "select document from correction_proposal where owner = ? and state = ? order by id limit ?",
                PROPOSAL,
                owner,
                CorrectionState.PROPOSED,
                limit);
    }

    /** Those on a datum that is destroyed. */
    void destroyOf(UUID datum) {
        sql.change("delete from correction_proposal where datum = ?", datum);
    }
}
