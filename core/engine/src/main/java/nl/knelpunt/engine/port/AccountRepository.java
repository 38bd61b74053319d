package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.identity.Account;
import org.osgi.annotation.versioning.ProviderType;

/** Accounts, their password hashes, and sessions. Passwords and tokens are never stored as such. */
@ProviderType
public interface AccountRepository {

    Optional<Account> find(UUID id);

    Optional<Account> named(String name);

    /** Encoded hash of the password, with its parameters. */
    Optional<String> passwordHash(UUID id);

    void insert(Account account, String passwordHash);

    /** Replaces what stands under the same id; name and participant never change. */
    void update(Account account);

    List<Account> list();

    void insertSession(byte[] tokenHash, UUID account, Instant expires);

    /** The account of a session that has not expired. */
    Optional<UUID> session(byte[] tokenHash, Instant now);

    void deleteSession(byte[] tokenHash);

    void deleteSessionsOf(UUID account);

    void deleteSessionsExpiredBefore(Instant moment);
}
