package nl.knelpunt.identity;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.port.AccountRepository;

final class AccountsInMemory implements AccountRepository {

    record Session(UUID account, Instant expires) {}

    final Map<UUID, Account> accounts = new LinkedHashMap<>();
    final Map<UUID, String> hashes = new HashMap<>();
    final Map<ByteBuffer, Session> sessions = new HashMap<>();

    @Override
    public Optional<Account> find(UUID id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<Account> named(String name) {
        return accounts.values().stream().filter(a -> a.name().equals(name)).findAny();
    }

    @Override
    public Optional<String> passwordHash(UUID id) {
        return Optional.ofNullable(hashes.get(id));
    }

    @Override
    public void insert(Account account, String passwordHash) {
        accounts.put(account.id(), account);
        hashes.put(account.id(), passwordHash);
    }

    @Override
    public void update(Account account) {
        accounts.replace(account.id(), account);
    }

    @Override
    public void deleteSessionsOf(UUID account) {
        sessions.values().removeIf(s -> s.account().equals(account));
    }

    @Override
    public List<Account> list() {
        return List.copyOf(accounts.values());
    }

    @Override
    public void insertSession(byte[] tokenHash, UUID account, Instant expires) {
        sessions.put(ByteBuffer.wrap(tokenHash.clone()), new Session(account, expires));
    }

    @Override
    public Optional<UUID> session(byte[] tokenHash, Instant now) {
        return Optional.ofNullable(sessions.get(ByteBuffer.wrap(tokenHash)))
                .filter(s -> s.expires().isAfter(now))
                .map(Session::account);
    }

    @Override
    public void deleteSession(byte[] tokenHash) {
        sessions.remove(ByteBuffer.wrap(tokenHash));
    }

    @Override
    public void deleteSessionsExpiredBefore(Instant moment) {
        sessions.values().removeIf(s -> s.expires().isBefore(moment));
    }
}
