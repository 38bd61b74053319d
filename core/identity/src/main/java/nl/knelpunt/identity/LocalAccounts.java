package nl.knelpunt.identity;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.port.Accounts;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts with a password, kept by the platform itself. Tokens and throttling go by the real clock, also in a demo. */
@Component
public final class LocalAccounts implements Accounts {

    static final String MAINTENANCE_TOKEN = "knelpunt.maintenance.token";
    static final Duration SESSION = Duration.ofHours(8);
    static final int TRIES_PER_NAME = 5;
    static final int TRIES_PER_ORIGIN = 30;

    private static final int COST = 11;
    private static final int MOST_REMEMBERED = 10_000;
    private static final int SHORTEST_MAINTENANCE_TOKEN = 32;

    private final Gate gate;
    private final Store store;
    private final Clock clock;
    private final Passwords passwords;
    private final byte[] maintenance;
    private final Tokens tokens = new Tokens();
    private final RecentSessions recent = new RecentSessions(MOST_REMEMBERED);
    private final Tries byName;
    private final Tries byOrigin;

    @Activate
    public LocalAccounts(@Reference Gate gate, @Reference Store store, BundleContext context) {
        this(gate, store, context.getProperty(MAINTENANCE_TOKEN), Clock.systemUTC(), new Passwords(COST));
    }

    LocalAccounts(Gate gate, Store store, String maintenanceToken, Clock clock, Passwords passwords) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
        this.maintenance = maintenanceToken == null || maintenanceToken.length() < SHORTEST_MAINTENANCE_TOKEN
                ? null
                : Tokens.digest(maintenanceToken);
        this.byName = new Tries(clock, TRIES_PER_NAME, MOST_REMEMBERED);
        this.byOrigin = new Tries(clock, TRIES_PER_ORIGIN, MOST_REMEMBERED);
    }

    private record Stored(Account account, String hash) {

        @Override
        public String toString() {
            return "Stored[" + account.id() + "]";
        }
    }

    /** {@inheritDoc} A refused sign-in (no screening, no training) is a refusal: only who knows the password hears of it. */
    @Override
    public Optional<Session> signIn(String name, char[] password, UUID trace, String origin) {
        try {
            String asked = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
            // What can't be a name shares one counter, so that its length costs no memory.
            String counted = Appointment.isName(asked) ? asked : "";
            if (password == null || !byOrigin.begin(origin)) {
                return Optional.empty();
            }
            if (!byName.begin(counted)) {
                return Optional.empty();
            }
            Optional<Stored> stored = counted.isEmpty() ? Optional.empty() : load(counted);
            if (!passwords.matches(password, stored.map(Stored::hash).orElse(null))) {
                gate.change(
                        new Call(new Caller.Unknown(), trace, origin),
                        Act.FAIL_SIGN_IN,
                        null,
                        Gate.Asking.NOTHING,
                        (tx, facts) -> new Done(null, "FAILED", 0));
                return Optional.empty();
            }
            byName.succeeded(counted);
            byOrigin.takeBack(origin);
            return Optional.of(begin(stored.orElseThrow().account(), trace, origin));
        } finally {
            if (password != null) {
                Arrays.fill(password, '\0');
            }
        }
    }

    private Optional<Stored> load(String name) {
        return store.transact(tx -> tx.accounts()
                .named(name)
                .flatMap(account -> tx.accounts().passwordHash(account.id()).map(hash -> new Stored(account, hash))));
    }

    private Session begin(Account account, UUID trace, String origin) {
        String token = tokens.make();
        byte[] digest = Tokens.digest(token);
        Instant now = clock.instant();
        Instant expires = now.plus(SESSION);
        gate.change(
                new Call(new Caller.Person(account.id()), trace, origin),
                Act.SIGN_IN,
                null,
                Gate.Asking.NOTHING,
                (tx, facts) -> {
                    tx.accounts().deleteSessionsExpiredBefore(now);
                    tx.accounts().insertSession(digest, account.id(), expires);
                    return new Done(account.id(), "SIGNED_IN", 0);
                });
        recent.begin(digest, account.id(), expires);
        return new Session(token, expires, account);
    }

    @Override
    public Optional<Caller> authenticate(String token) {
        if (token == null) {
            return Optional.empty();
        }
        if (isMaintenance(token)) {
            return Optional.of(new Caller.Maintenance());
        }
        if (!Tokens.isToken(token)) {
            return Optional.empty();
        }
        byte[] digest = Tokens.digest(token);
        Instant now = clock.instant();
        return recent.find(digest, now)
                .or(() -> store.transact(tx -> tx.accounts().session(digest, now)))
                .map(Caller.Person::new);
    }

    private boolean isMaintenance(String token) {
        return maintenance != null
                && token.length() <= Passwords.LONGEST
                && MessageDigest.isEqual(Tokens.digest(token), maintenance);
    }

    @Override
    public void signOut(Call call, String token) {
        if (!Tokens.isToken(token) || isMaintenance(token)) {
            return;
        }
        byte[] digest = Tokens.digest(token);
        gate.change(call, Act.SIGN_OUT, null, Gate.Asking.NOTHING, (tx, facts) -> {
            tx.accounts().deleteSession(digest);
            return new Done(null, Done.DESTROYED, 0);
        });
        recent.end(digest);
    }

    /**
     * {@inheritDoc} Part of knowing who asks and so no act of its own.
     *
     * @throws InvalidException the caller is no person: maintenance and drop folders have no account
     */
    @Override
    public Account self(Call call) {
        return (call.caller() instanceof Caller.Person person
                        ? store.transact(tx -> tx.accounts().find(person.account()))
                        : Optional.<Account>empty())
                .orElseThrow(() -> new InvalidException(
                        "account",
                        new Text("Bij deze aanmelding hoort geen account.", "This sign-in has no account.")));
    }

    @Override
    public Done add(Call call, NewAccount account) {
        return addAlike(call, List.of(account)).get(0);
    }

    @Override
    public List<Done> addAlike(Call call, List<NewAccount> alike) {
        if (alike.isEmpty()) {
            return List.of();
        }
        try {
            gate.admit(call, Act.ADD_ACCOUNT, null, Gate.Asking.NOTHING);
            alike.forEach(Appointment::checkForm);
            Appointment.checkAlike(alike);
            String hash = passwords.hash(alike.get(0).password());
            return alike.stream().map(account -> add(call, account, hash)).toList();
        } finally {
            alike.stream()
                    .map(NewAccount::password)
                    .filter(Objects::nonNull)
                    .forEach(password -> Arrays.fill(password, '\0'));
        }
    }

    private Done add(Call call, NewAccount account, String hash) {
        Account appointed = new Account(
                Ids.next(),
                account.name(),
                account.displayName().strip(),
                account.participant(),
                account.organ(),
                account.roles(),
                account.screened(),
                account.trainedUntil(),
                null,
                true);
        return gate.change(call, Act.ADD_ACCOUNT, null, Gate.Asking.NOTHING, (tx, facts) -> {
            Appointment.checkPlace(account, facts.region());
            if (tx.accounts().named(appointed.name()).isPresent()) {
                throw new InvalidException(
                        "name",
                        new Text(
                                "Deze naam is al in gebruik. Kies een andere.",
                                "This name is already taken. Choose another one."));
            }
            tx.accounts().insert(appointed, hash);
            return new Done(appointed.id(), "ACTIVE", 0);
        });
    }

    @Override
    public Done acknowledgeSecrecy(Call call) {
        return gate.change(call, Act.ACKNOWLEDGE_SECRECY, null, Gate.Asking.NOTHING, (tx, facts) -> {
            Account account = facts.actor().account();
            if (account.secrecyAcknowledged() == null) {
                tx.accounts().update(account.acknowledgedAt(facts.now()));
            }
            return new Done(account.id(), "ACKNOWLEDGED", 0);
        });
    }

    @Override
    public Done withdraw(Call call, UUID id) {
        Done done = gate.change(call, Act.WITHDRAW_ACCOUNT, null, Gate.Asking.NOTHING, (tx, facts) -> {
            tx.accounts().update(known(tx, id).withdrawn());
            tx.accounts().deleteSessionsOf(id);
            return new Done(id, "WITHDRAWN", 0);
        });
        recent.endOf(id);
        return done;
    }

    @Override
    public Done qualify(Call call, UUID id, boolean screened, LocalDate trainedUntil) {
        return gate.change(call, Act.QUALIFY_ACCOUNT, null, Gate.Asking.NOTHING, (tx, facts) -> {
            Account account = known(tx, id);
            if (!account.active()) {
                throw new InvalidException(
                        "account",
                        new Text(
                                "De aanwijzing van dit account is ingetrokken. Voeg een nieuw account toe.",
                                "The appointment of this account has ended. Add a new account."));
            }
            tx.accounts().update(account.qualified(screened, trainedUntil));
            return new Done(id, "ACTIVE", 0);
        });
    }

    private static Account known(Transaction tx, UUID id) {
        return tx.accounts()
                .find(id)
                .orElseThrow(() -> new InvalidException(
                        "account",
                        new Text(
                                "Dit account is er niet. Kies er een uit de lijst.",
                                "There is no such account. Choose one of the list.")));
    }

    @Override
    public List<Account> list(Call call) {
        return gate.read(
                call,
                Act.SEE_ACCOUNTS,
                null,
                (tx, facts, judge) -> tx.accounts().list());
    }

    @Override
    public List<Named> people(Call call) {
        return gate.read(
                call,
                Act.SEE_PEOPLE,
                null,
                (tx, facts, judge) ->
                        tx.accounts().list().stream().map(Named::of).toList());
    }
}
