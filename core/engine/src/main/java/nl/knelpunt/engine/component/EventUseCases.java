package nl.knelpunt.engine.component;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.event.CloudEvent;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.event.ForgottenException;
import nl.knelpunt.engine.event.Heard;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.EventRepository;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.Regions;
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

/** Also forgets what is too old, each hour. */
@Component(
        service = {Events.class, HealthCheck.class},
        configurationPid = EventUseCases.PID)
@Designate(ocd = EventUseCases.Settings.class)
public final class EventUseCases implements Events, HealthCheck {

    static final String PID = "nl.knelpunt.engine.events";

    private static final System.Logger LOG = System.getLogger(EventUseCases.class.getName());

    private static final int AT_ONCE = 20;
    private static final int STEP_BACK = 200;
    private static final int FARTHEST_BACK = 10 * STEP_BACK;
    private static final int MOST_DAYS = 365;
    private static final int DEFAULT_DAYS = 7;

    /** An address or a name of this system, without anything that JSON or a header would have to escape. */
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/%()-]{1,200}");

    /** Where to read what an event is about, by its kind; what is not here has no page of its own. */
    private static final Map<String, String> PAGES = Map.of(
            "signal", "/v1/signals/",
            "knelpunt", "/v1/knelpunten/",
            "data-request", "/v1/data-requests/",
            "correction", "/v1/correction-proposals/",
            "provision", "/v1/provisions/",
            "request", "/v1/rights-requests/");

    @ObjectClassDefinition(name = "Events")
    @interface Settings {

        @AttributeDefinition(description = "Days that events are kept, 1 to 365")
        String days() default "7";

        @AttributeDefinition(description = "Name of this system in every event; made from the region when empty")
        String source() default "";

        @AttributeDefinition(description = "Where others reach the API, such as https://knelpunt.example; may be empty")
        String address() default "";
    }

    private record Configured(Duration kept, String source, String address, Text problem) {}

    private final Gate gate;
    private final Store store;
    private final DomainClock clock;
    private final Regions regions;
    private volatile Configured configured;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "knelpunt-events");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public EventUseCases(
            Settings settings,
            @Reference Gate gate,
            @Reference Store store,
            @Reference DomainClock clock,
            @Reference Regions regions) {
        this(settings.days(), settings.source(), settings.address(), gate, store, clock, regions);
        timer.scheduleWithFixedDelay(this::tick, 1, 60, TimeUnit.MINUTES);
    }

    EventUseCases(
            String days, String source, String address, Gate gate, Store store, DomainClock clock, Regions regions) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
        this.regions = regions;
        this.configured = configured(days, source, address);
    }

    @Modified
    void change(Settings settings) {
        configured = configured(settings.days(), settings.source(), settings.address());
    }

    @Deactivate
    public void stop() {
        timer.shutdownNow();
    }

    private static Configured configured(String days, String source, String address) {
        int number = number(days);
        boolean isRight = number > 0 && isEmptyOrUri(source) && isEmptyOrUri(address);
        return new Configured(
                Duration.ofDays(number > 0 ? number : DEFAULT_DAYS),
                isEmptyOrUri(source) ? source.strip() : "",
                isEmptyOrUri(address) ? address.strip().replaceAll("/+$", "") : "",
                isRight
                        ? null
                        : new Text(
                                "conf/" + PID + ".cfg klopt niet: days is een aantal van 1 tot en met " + MOST_DAYS
                                        + ", source een URN en address een adres, of beide zijn leeg. Verbeter het"
                                        + " bestand.",
                                "conf/" + PID + ".cfg is wrong: days is a number from 1 to " + MOST_DAYS
                                        + ", source a URN and address an address, or both are empty. Correct the"
                                        + " file."));
    }

    private static int number(String days) {
        String text = days.strip();
        int number = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        return number <= MOST_DAYS ? number : 0;
    }

    private static boolean isEmptyOrUri(String text) {
        return text.isBlank() || URI.matcher(text.strip()).matches();
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Optional<Text> problem() {
        return Optional.ofNullable(configured.problem());
    }

    @Override
    public Follower follow(Call call, UUID after) {
        long from = begin(call, after, EventRepository::last);
        return new Following(call, from);
    }

    @Override
    public Page<CloudEvent> list(Call call, UUID after, int limit) {
        Checks.limit(limit);
        long position = begin(call, after, events -> 0);
        List<CloudEvent> items = new ArrayList<>();
        UUID last = null;
        while (true) {
            Heard heard = gate.hear(call, position, limit - items.size());
            position = heard.position();
            for (Event event : heard.events()) {
                items.add(told(event));
                last = event.id();
            }
            if (items.size() == limit || heard.isAll()) {
                return new Page<>(items, items.size() == limit ? last : null);
            }
        }
    }

    @Override
    public List<CloudEvent> newest(Call call, int limit) {
        Checks.limit(limit);
        long last = begin(call, null, EventRepository::last);
        List<CloudEvent> newest = new ArrayList<>();
        for (long until = last; until > 0 && last - until < FARTHEST_BACK; until -= STEP_BACK) {
            List<Event> heard = between(call, Math.max(0, until - STEP_BACK), until);
            for (int i = heard.size() - 1; i >= 0; i--) {
                newest.add(told(heard.get(i)));
                if (newest.size() == limit) {
                    return newest;
                }
            }
        }
        return newest;
    }

    /** What the caller may hear of after the one and up to the other. */
    private List<Event> between(Call call, long after, long until) {
        List<Event> events = new ArrayList<>();
        long position = after;
        while (position < until) {
            Heard heard = gate.hear(call, position, STEP_BACK);
            heard.events().stream().filter(e -> e.sequence() <= until).forEach(events::add);
            if (heard.isAll()) {
                break;
            }
            position = heard.position();
        }
        return events;
    }

    private interface Beginning {

        long in(EventRepository events);
    }

    /** The one act of following, with its record. */
    private long begin(Call call, UUID after, Beginning otherwise) {
        return gate.read(
                call,
                Act.FOLLOW_EVENTS,
                null,
                (t, facts, judge) -> after == null
                        ? otherwise.in(t.events())
                        : t.events().sequenceOf(after).orElseThrow(ForgottenException::new));
    }

    @Override
    public CloudEvent told(Event event) {
        Configured now = configured;
        String page = PAGES.get(event.type().about());
        return new CloudEvent(
                CloudEvent.VERSION,
                event.id(),
                now.source().isEmpty() ? "urn:nld:riec-" + regions.current().id() + ":systeem:knelpunt" : now.source(),
                event.type().text(),
                event.subject(),
                event.at(),
                page == null || event.was() != null ? null : now.address() + place(event, page));
    }

    /** What became of a signal stands in a list of its own: the signal may be gone. */
    private static String place(Event event, String page) {
        return event.type() == EventType.SIGNAL_OUTCOME_RECORDED
                ? page + "outcomes?signal=" + event.subject()
                : page + event.subject();
    }

    private final class Following implements Follower {

        private final Call call;
        private long position;

        Following(Call call, long position) {
            this.call = call;
            this.position = position;
        }

        /** {@inheritDoc} What the caller may not hear of does not end the waiting: that would tell of it. */
        @Override
        public List<CloudEvent> next(Duration atMost) throws InterruptedException {
            long end = System.nanoTime() + atMost.toNanos();
            while (true) {
                Heard heard = gate.hear(call, position, AT_ONCE);
                position = heard.position();
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (!heard.events().isEmpty() || left.isNegative()) {
                    return heard.events().stream().map(EventUseCases.this::told).toList();
                }
                if (heard.isAll()) {
                    gate.awaitNews(heard.news(), left);
                }
            }
        }
    }

    private void tick() {
        try {
            forget();
        } catch (UnavailableException e) {
            // Health says so; the next hour tries again.
            LOG.log(System.Logger.Level.DEBUG, "Old events wait: {0}", e.getMessage());
        } catch (RuntimeException | Error e) {
            // An error would end the forgetting for ever.
            LOG.log(System.Logger.Level.WARNING, "Old events could not be forgotten", e);
        }
    }

    /** Forgets what was kept long enough. */
    void forget() {
        Instant kept = clock.now().minus(configured.kept());
        store.transact(t -> {
            t.events().forgetBefore(kept);
            return null;
        });
    }
}
