package nl.knelpunt.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.AccountRepository;

final class Accounts implements AccountRepository {

    private final Sql sql;

    Accounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Account> find(UUID id) {
        return sql.one("select * from account where id = ?", Accounts::account, id);
    }

    @Override
    public Optional<Account> named(String name) {
        return sql.one("select * from account where name = ?", Accounts::account, name);
    }

    @Override
    public Optional<String> passwordHash(UUID id) {
        return sql.one("select password_hash from account where id = ?", row -> row.text(1), id);
    }

    @Override
    public void insert(Account account, String passwordHash) {
        sql.change(
                "insert into account (id, name, display_name, participant, organ, roles, screened, trained_until,"
                        + " secrecy_acknowledged, active, password_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                account.id(),
                account.name(),
                account.displayName(),
                account.participant(),
                account.organ(),
                Words.text(account.roles()),
                account.screened(),
                account.trainedUntil(),
                account.secrecyAcknowledged(),
                account.active(),
                passwordHash);
    }

    @Override
    public void update(Account account) {
        sql.change(
                "update account set display_name = ?, roles = ?, screened = ?, trained_until = ?, secrecy_acknowledged = ?,"
                        + " active = ? where id = ?",
                account.displayName(),
                Words.text(account.roles()),
                account.screened(),
                account.trainedUntil(),
                account.secrecyAcknowledged(),
                account.active(),
                account.id());
    }

    @Override
    public List<Account> list() {
        return sql.list("select * from account order by name", Accounts::account);
    }

    @Override
    public void insertSession(byte[] tokenHash, UUID account, Instant expires) {
        sql.change(
                "insert into session (token_hash, account, expires) values (?, ?, ?)",
                HexFormat.of().formatHex(tokenHash),
                account,
                expires);
    }

    @Override
    public Optional<UUID> session(byte[] tokenHash, Instant now) {
        return sql.one(
                "select account from session where token_hash = ? and expires > ?",
                row -> row.id("account"),
                HexFormat.of().formatHex(tokenHash),
                now);
    }

    @Override
    public void deleteSession(byte[] tokenHash) {
        sql.change("delete from session where token_hash = ?", HexFormat.of().formatHex(tokenHash));
    }

    @Override
    public void deleteSessionsOf(UUID account) {
        sql.change("delete from session where account = ?", account);
    }

    @Override
    public void deleteSessionsExpiredBefore(Instant moment) {
        sql.change("delete from session where expires < ?", moment);
    }

    private static Account account(Sql.Row row) throws SQLException {
        return new Account(
                row.id("id"),
                row.text("name"),
                row.text("display_name"),
                row.text("participant"),
                row.constant(Organ.class, "organ"),
                Words.constants(Role.class, row.text("roles")),
                row.flag("screened"),
                row.day("trained_until"),
                row.moment("secrecy_acknowledged"),
                row.flag("active"));
    }
}
