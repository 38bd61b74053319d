package nl.knelpunt.engine.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Organ;
import org.osgi.annotation.versioning.ProviderType;

/** Who is asking. Implemented by {@code core/identity}; all that changes or shows accounts goes through the gate. */
@ProviderType
public interface Accounts {

    /**
     * @param token opaque, shown once
     * @param expires by the real clock, also in a demo
     * @param account who signed in
     */
    record Session(String token, Instant expires, Account account) {

        @Override
        public String toString() {
            return "Session[" + account.id() + "]";
        }
    }

    /**
     * @param name lower case letters, digits, dots and hyphens
     * @param password at least 12 characters; cleared by the callee
     */
    record NewAccount(
            String name,
            String displayName,
            String participant,
            Organ organ,
            Set<Role> roles,
            boolean screened,
            LocalDate trainedUntil,
            char[] password) {

        @Override
        public String toString() {
            return "NewAccount[" + participant + ", " + roles + "]";
        }
    }

    /**
     * @return empty when name and password don't belong together, or there were too many tries; all alike in time and shape
     */
    Optional<Session> signIn(String name, char[] password, UUID trace, String origin);

    /** Whom a token stands for; empty when it stands for nobody. */
    Optional<Caller> authenticate(String token);

    void signOut(Call call, String token);

    /** The caller's own account. */
    Account self(Call call);

    Done add(Call call, NewAccount account);

    /**
     * Adds accounts that all begin with the same password, as those of a demo do. It is hashed once, so who steals the hashes sees that
     * they are the same; each account is an act of its own.
     *
     * @return in the order of the accounts
     * @throws nl.knelpunt.engine.gate.InvalidException one of them can't be added, or their passwords differ; those before it are there
     */
    List<Done> addAlike(Call call, List<NewAccount> accounts);

    /** The caller, a person, acknowledges the duty of secrecy (Wgs 1.11; G49). Once is enough. */
    Done acknowledgeSecrecy(Call call);

    /**
     * What there is proof of for an appointment: the screening and the last day on which the training counts (Bgs 1.11, 1.17). It holds from
     * the next act on (G41).
     *
     * @param trainedUntil null when there is no training that counts
     * @throws nl.knelpunt.engine.gate.InvalidException there is no such account, or its appointment has ended
     */
    Done qualify(Call call, UUID account, boolean screened, LocalDate trainedUntil);

    /** Ends an appointment: its sessions end at once, and nothing can be done by it any more (G41). */
    Done withdraw(Call call, UUID account);

    List<Account> list(Call call);

    /** Who there is and was, for whoever reads what people did: the log, plans of modules. Nothing of how they are appointed. */
    List<Named> people(Call call);

    /**
     * A person or system by name.
     *
     * @param participant that appointed them
     */
    record Named(UUID id, String displayName, String participant, Set<Role> roles) {

        public static Named of(Account account) {
            return new Named(account.id(), account.displayName(), account.participant(), account.roles());
        }
    }
}
