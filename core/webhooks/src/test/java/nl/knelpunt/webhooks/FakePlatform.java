package nl.knelpunt.webhooks;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.event.CloudEvent;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.event.Heard;
import nl.knelpunt.engine.event.Subscription;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.SubscriptionRepository;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.port.UnavailableException;

/** The platform as deliveries see it: a gate that lets some events be heard, a store that forgets, a clock that is set. */
final class FakePlatform implements Gate, Store, Events, Keys {

    static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    static final String PARTICIPANT = "politie-noord-holland";

    final Account connection = account(PARTICIPANT, Role.CONNECTION);
    final Account worker = account(PARTICIPANT, Role.WORKER);
    final Map<UUID, Account> accounts = new LinkedHashMap<>(Map.of(connection.id(), connection, worker.id(), worker));
    final List<Event> happened = new ArrayList<>();
    final Map<UUID, Subscription> subscriptions = new LinkedHashMap<>();
    final Set<Act> refused = new HashSet<>();
    final List<Act> acts = new ArrayList<>();
    Predicate<Event> mayBeHeard = e -> true;
    boolean isAvailable = true;
    int writes;
    private long news;
    private Instant now = NOW;

    static Account account(String participant, Role role) {
        return new Account(UUID.randomUUID(), "a", "A", participant, null, Set.of(role), true, null, null, true);
    }

    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    void passes(Duration time) {
        now = now.plus(time);
    }

    synchronized Event happens(EventType type) {
        Event event = new Event(
                happened.isEmpty() ? 1 : happened.get(happened.size() - 1).sequence() + 1,
                UUID.randomUUID(),
                NOW,
                type,
                UUID.randomUUID(),
                null,
                List.of(),
                null);
        happened.add(event);
        news++;
        notifyAll();
        return event;
    }

    synchronized void forgets(int many) {
        happened.subList(0, many).clear();
    }

    Subscription subscribes(String... types) {
        Subscription subscription = new Subscription(
                UUID.randomUUID(),
                connection.id(),
                PARTICIPANT,
                "https://zaken.example/knelpunt",
                Set.of(types),
                NOW,
                0,
                false,
                null);
        subscriptions.put(subscription.id(), subscription);
        return subscription;
    }

    Line.Tools tools(Sender sender) {
        return new Line.Tools(this, this, this, new Signature(this), sender, new Backoff(() -> 1), clock);
    }

    // Gate

    @Override
    public void admit(Call call, Act act, UUID object, Asking asking) {
        check(act);
    }

    @Override
    public Done change(Call call, Act act, UUID object, Asking asking, Change work) {
        guard(act);
        return work.apply(
                transaction(),
                Facts.of(
                        act,
                        Actor.UNKNOWN,
                        NOW,
                        new Region("r", "R", Map.of(), List.of()),
                        Set.of(),
                        RuleSet.of(LocalDate.of(2026, 3, 2), Policy.DEFAULT)));
    }

    @Override
    public void failed(Call call, Act act, UUID object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> R read(Call call, Act act, UUID object, Asking asking, Reading<R> work) {
        guard(act);
        return work.apply(transaction(), null, null);
    }

    private void guard(Act act) {
        check(act);
        acts.add(act);
    }

    private void check(Act act) {
        if (refused.contains(act)) {
            Text text = new Text("niet bevoegd", "not authorised");
            throw new RefusedException(List.of(new Finding("G41", "art. 1.8 Wgs", text, text, null)));
        }
    }

    @Override
    public synchronized Heard hear(Call call, long position, int limit) {
        checkAvailable();
        if (!accounts.get(((Caller.Person) call.caller()).account()).active()) {
            refused.add(Act.FOLLOW_EVENTS);
        }
        guard(Act.FOLLOW_EVENTS);
        List<Event> heard = new ArrayList<>();
        long reached = position;
        for (Event event : happened) {
            if (event.sequence() > position) {
                if (heard.size() == limit) {
                    return new Heard(heard, reached, false, news);
                }
                reached = event.sequence();
                if (mayBeHeard.test(event)) {
                    heard.add(event);
                }
            }
        }
        return new Heard(heard, reached, true, news);
    }

    @Override
    public synchronized void awaitNews(long since, Duration atMost) throws InterruptedException {
        while (news == since) {
            wait();
        }
    }

    // Store

    @Override
    public synchronized <R> R transact(Function<Transaction, R> work) {
        checkAvailable();
        return work.apply(transaction());
    }

    private void checkAvailable() {
        if (!isAvailable) {
            throw new UnavailableException(new Text("De schijf is vol.", "The disk is full."), null);
        }
    }

    private Transaction transaction() {
        return (Transaction) proxy(Transaction.class, (method, arguments) -> switch (method) {
            case "subscriptions" -> new Kept();
            case "accounts" ->
                proxy(
                        nl.knelpunt.engine.port.AccountRepository.class,
                        (m, a) -> Optional.ofNullable(accounts.get((UUID) a[0])));
            case "events" ->
                proxy(
                        nl.knelpunt.engine.port.EventRepository.class,
                        (m, a) -> happened.isEmpty()
                                ? 0L
                                : happened.get(m.equals("first") ? 0 : happened.size() - 1)
                                        .sequence());
            default -> throw new AssertionError("Deliveries don't touch " + method);
        });
    }

    private interface Behaviour {

        Object of(String method, Object[] arguments);
    }

    private static Object proxy(Class<?> type, Behaviour behaviour) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (p, method, a) -> behaviour.of(method.getName(), a));
    }

    private final class Kept implements SubscriptionRepository {

        @Override
        public void insert(Subscription subscription) {
            subscriptions.put(subscription.id(), subscription);
        }

        @Override
        public void update(Subscription subscription) {
            writes++;
            subscriptions.replace(subscription.id(), subscription);
        }

        @Override
        public List<Subscription> list() {
            return List.copyOf(subscriptions.values());
        }

        @Override
        public boolean delete(UUID id) {
            return subscriptions.remove(id) != null;
        }
    }

    // Events

    @Override
    public Follower follow(Call call, UUID after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CloudEvent> newest(Call call, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<CloudEvent> list(Call call, UUID after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CloudEvent told(Event event) {
        return new CloudEvent(
                "1.0",
                event.id(),
                "urn:nld:riec",
                event.type().text(),
                event.subject(),
                event.at(),
                "/v1/signals/" + event.subject());
    }

    // Keys

    @Override
    public byte[] keyed(String purpose, byte[] data) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(purpose.getBytes(StandardCharsets.UTF_8));
            return sha.digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
