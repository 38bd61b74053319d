package nl.knelpunt.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.event.Subscription;
import nl.knelpunt.engine.event.Subscriptions;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.UnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Subscriptions, and a thread for each that delivers. */
@Component(
        immediate = true,
        service = {Subscriptions.class, HealthCheck.class},
        configurationPid = Webhooks.PID)
@Designate(ocd = Webhooks.Settings.class)
public final class Webhooks implements Subscriptions, HealthCheck {

    static final String PID = "nl.knelpunt.webhooks";

    /** Each has a thread. */
    static final int MOST = 50;

    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long SECOND = 1_000;
    private static final long LONGEST_STOP = 5_000;
    private static final Set<Role> ONLY_A_CONNECTION = Set.of(Role.CONNECTION);

    @ObjectClassDefinition(name = "Webhooks")
    @interface Settings {

        @AttributeDefinition(
                description =
                        "Networks that may be reached although they are refused otherwise, such as 169.254.7.0/24, with commas")
        String networks() default "";
    }

    private record Configured(Networks networks, Text problem) {}

    private record Running(Line line, Thread thread) {}

    private final Line.Tools tools;
    private final Map<UUID, Running> running = new LinkedHashMap<>();
    private volatile Configured configured;
    private Thread starting;
    private boolean stopped;

    @Activate
    public Webhooks(
            Settings settings,
            @Reference Gate gate,
            @Reference Store store,
            @Reference Events events,
            @Reference Keys keys) {
        this.configured = configured(settings.networks());
        this.tools = new Line.Tools(
                gate,
                store,
                events,
                new Signature(keys),
                new HttpSender(() -> configured.networks(), PATIENCE),
                new Backoff(() -> ThreadLocalRandom.current().nextDouble()),
                Clock.systemUTC());
        start();
    }

    Webhooks(String networks, Line.Tools tools) {
        this.configured = configured(networks);
        this.tools = tools;
    }

    /** Networks that may be reached change from the next delivery on. */
    @Modified
    void change(Settings settings) {
        configured = configured(settings.networks());
    }

    private static Configured configured(String networks) {
        try {
            return new Configured(new Networks(networks), null);
        } catch (IllegalArgumentException e) {
            return new Configured(
                    new Networks(""),
                    new Text(
                            "conf/" + PID
                                    + ".cfg klopt niet: networks noemt netwerken zoals 169.254.7.0/24, met komma's"
                                    + " ertussen. Verbeter het bestand.",
                            "conf/" + PID + ".cfg is wrong: networks names networks such as 169.254.7.0/24, with commas"
                                    + " between them. Correct the file."));
        }
    }

    /** Without waiting for the store, which may still be opening, or be broken. */
    private synchronized void start() {
        starting = new Thread(this::begin, "knelpunt-webhooks");
        starting.setDaemon(true);
        starting.start();
    }

    private void begin() {
        try {
            while (true) {
                try {
                    follow();
                    return;
                } catch (UnavailableException e) {
                    Thread.sleep(SECOND);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Nothing is delivered", e);
        }
    }

    /** Begins a line for every subscription that has none. */
    void follow() {
        List<Subscription> all = tools.store().transact(t -> t.subscriptions().list());
        synchronized (this) {
            for (Subscription one : all) {
                if (!stopped && !running.containsKey(one.id())) {
                    Line line = new Line(tools, one);
                    Thread thread = new Thread(line, "knelpunt-webhook");
                    thread.setDaemon(true);
                    running.put(one.id(), new Running(line, thread));
                    thread.start();
                }
            }
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        synchronized (this) {
            stopped = true;
            if (starting != null) {
                threads.add(starting);
            }
            running.values().forEach(r -> threads.add(r.thread()));
        }
        threads.forEach(Thread::interrupt);
        long end = System.currentTimeMillis() + LONGEST_STOP;
        for (Thread thread : threads) {
            thread.join(Math.max(1, end - System.currentTimeMillis()));
        }
    }

    @Override
    public Registered register(Call call, NewSubscription wanted) {
        // Beforehand: who may not ask doesn't hear what is wrong with it.
        tools.gate().admit(call, Act.SUBSCRIBE, null, Gate.Asking.NOTHING);
        Target target = Target.of(wanted.url());
        if (!configured.networks().mayReach(target)) {
            throw new InvalidException(
                    "url",
                    new Text(
                            "Daarheen wordt niet bezorgd. Geef de naam of het gewone adres van het systeem van de deelnemer.",
                            "Nothing is delivered there. Give the name or the ordinary address of the participant's system."));
        }
        for (String type : wanted.types()) {
            if (EventType.named(type).isEmpty()) {
                throw new InvalidException(
                        "types",
                        new Text(
                                "Deze soort gebeurtenis bestaat niet. Laat types weg voor alles, of kies uit de lijst in"
                                        + " docs/integrators/events.md.",
                                "There is no such kind of event. Leave types out for all, or choose from the list in"
                                        + " docs/integrators/events.md."));
            }
        }
        Done done = tools.gate().change(call, Act.SUBSCRIBE, null, Gate.Asking.NOTHING, (t, facts) -> {
            Account account = t.accounts()
                    .find(wanted.account())
                    .filter(a -> a.active() && a.roles().equals(ONLY_A_CONNECTION))
                    .orElseThrow(
                            () -> new InvalidException(
                                    "account",
                                    new Text(
                                            "Kies een koppeling van de deelnemer: een account met alleen de rol CONNECTION.",
                                            "Choose a connection of the participant: an account with the role CONNECTION only.")));
            if (t.subscriptions().list().size() >= MOST) {
                throw new InvalidException(
                        "url",
                        new Text(
                                "Er zijn al " + MOST + " abonnementen. Verwijder er eerst een.",
                                "There are " + MOST + " subscriptions already. Remove one first."));
            }
            Subscription subscription = new Subscription(
                    Ids.next(),
                    account.id(),
                    account.participant(),
                    wanted.url(),
                    wanted.types(),
                    tools.clock().instant(),
                    t.events().last(),
                    false,
                    null);
            t.subscriptions().insert(subscription);
            return new Done(subscription.id(), "ACTIVE", 0);
        });
        follow();
        return new Registered(done, tools.signature().secret(done.id()));
    }

    @Override
    public List<Listed> list(Call call) {
        Instant now = tools.clock().instant();
        return tools.gate()
                .read(
                        call,
                        Act.SEE_SUBSCRIPTIONS,
                        null,
                        (t, facts, judge) -> t.subscriptions().list().stream()
                                .map(s -> new Listed(s, s.isFailing(now)))
                                .toList());
    }

    @Override
    public Done remove(Call call, UUID subscription) {
        Done done = tools.gate().change(call, Act.UNSUBSCRIBE, subscription, Gate.Asking.NOTHING, (t, facts) -> {
            if (!t.subscriptions().delete(subscription)) {
                throw new InvalidException(
                        "subscription",
                        new Text(
                                "Dit abonnement is er niet. Kies er een uit de lijst.",
                                "There is no such subscription. Choose one of the list."));
            }
            return new Done(subscription, Done.DESTROYED, 0);
        });
        synchronized (this) {
            Running gone = running.remove(subscription);
            if (gone != null) {
                gone.thread().interrupt();
            }
        }
        return done;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Optional<Text> problem() {
        return Optional.ofNullable(configured.problem());
    }

    /** Says how many, not whose: anybody may ask for health. */
    @Override
    public synchronized Optional<Text> concern() {
        Instant now = tools.clock().instant();
        long wrong = running.values().stream()
                .map(r -> r.line().state())
                .filter(s -> s.missed() || s.isFailing(now))
                .count();
        return wrong == 0
                ? Optional.empty()
                : Optional.of(new Text(
                        "Abonnementen waarbij gebeurtenissen niet aankomen: " + wrong
                                + ". Bekijk GET /v1/subscriptions en overleg met de deelnemer.",
                        "Subscriptions at which events do not arrive: " + wrong
                                + ". Look at GET /v1/subscriptions and talk with the participant."));
    }
}
