package nl.knelpunt.engine.component;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.Heard;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.KeyUsedException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.gate.TriedException;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Decision;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.guard.Moment;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.Regions;
import nl.knelpunt.engine.port.RequestRepository;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.sharing.Receiver;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.steering.Mandate;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.text.TextScanner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class GateComponent implements Gate {

    private static final int LAST_DIGITS = 4;

    /** Events looked at in one transaction: others wait meanwhile. */
    private static final int LOOKED_AT = 200;

    /** No denial of access is told sooner. */
    private static final Duration SHORTEST_DENIAL = Duration.ofMillis(5);

    private final Store store;
    private final DomainClock clock;
    private final Regions regions;
    private final RulesInForce rules;
    private final Router router;
    private final TextScanner scanner;
    private final Keys keys;
    private final Bell bell = new Bell();

    @Activate
    public GateComponent(
            @Reference Store store,
            @Reference DomainClock clock,
            @Reference Regions regions,
            @Reference RulesInForce rules,
            @Reference Router router,
            @Reference TextScanner scanner,
            @Reference Keys keys) {
        this.store = store;
        this.clock = clock;
        this.regions = regions;
        this.rules = rules;
        this.router = router;
        this.scanner = scanner;
        this.keys = keys;
    }

    @Override
    public void admit(Call call, Act act, UUID object, Asking asking) {
        transact(transaction -> {
            Facts facts = asking.ask(transaction, load(transaction, call.caller(), act, object));
            Decision decision = Guard.decide(facts);
            return decision.isPermit() ? Outcome.of(null) : judged(transaction, call, facts, object, decision);
        });
    }

    @Override
    public Done change(Call call, Act act, UUID object, Asking asking, Change work) {
        try {
            return doChange(call, act, object, asking, work);
        } catch (Rehearsed tried) {
            return transact(transaction -> judged(transaction, call, tried.facts, object, tried.decision));
        }
    }

    private Done doChange(Call call, Act act, UUID object, Asking asking, Change work) {
        Done done = tryUntilScanned(call, (t, texts) -> attempt(t, texts, call, act, object, asking, work));
        bell.ring();
        return done;
    }

    private interface Try<R> {

        Outcome<Attempt<R>> once(Transaction transaction, TextCheck texts);
    }

    private <R> R tryUntilScanned(Call call, Try<R> act) {
        TextCheck texts = new TextCheck(scanner, keys, call);
        long spent = 0;
        while (true) {
            long begun = System.nanoTime();
            Attempt<R> attempt = transact(t -> act.once(t, texts), spent);
            if (attempt.unscanned.isEmpty()) {
                return attempt.result;
            }
            spent += System.nanoTime() - begun;
            texts.scan(attempt.unscanned);
        }
    }

    /** @param unscanned texts that are still to be scanned; if there are any, nothing was done yet */
    private record Attempt<R>(R result, List<String> unscanned) {

        static <R> Outcome<Attempt<R>> of(R result) {
            return Outcome.of(new Attempt<>(result, List.of()));
        }

        static <R> Outcome<Attempt<R>> scanFirst(List<String> unscanned) {
            return Outcome.of(new Attempt<>(null, unscanned));
        }
    }

    private Outcome<Attempt<Done>> attempt(
            Transaction transaction, TextCheck texts, Call call, Act act, UUID object, Asking asking, Change work) {
        Facts loaded = load(transaction, call.caller(), act, object);
        String actor = loaded.actor().logName();
        // A key counts for one act on one thing: the same key elsewhere is another request, never an empty success.
        String request = object == null ? act.name() : act.name() + " " + object;
        if (call.idempotencyKey() != null) {
            Optional<RequestRepository.Earlier> before =
                    transaction.requests().earlier(actor, request, call.idempotencyKey());
            if (before.isPresent()) {
                return before.get().isOf(digest(call))
                        ? Attempt.of(before.get().done())
                        : new Outcome<>(null, new KeyUsedException(), false);
            }
        }
        Facts asked = asking.ask(transaction, loaded);
        List<String> unscanned = texts.unscanned(asked);
        if (!unscanned.isEmpty()) {
            return Attempt.scanFirst(unscanned);
        }
        Facts facts = texts.look(transaction, asked, object);
        Decision decision = Guard.decide(facts);
        if (!decision.isPermit()) {
            return judged(transaction, call, facts, object, decision);
        }
        checkVersion(transaction, call, facts);
        texts.checkNames(transaction, facts, object);
        List<Datum> before = Changes.dataBefore(transaction, facts);
        Done done = work.apply(transaction, facts);
        if (call.isTrial()) {
            throw new Rehearsed(facts, decision);
        }
        Shown touched = new Shown();
        facts.data().forEach(d -> touched.note(facts, d));
        UUID concerned = object == null ? done.id() : object;
        texts.keep(transaction, facts, concerned);
        log(transaction, call, facts, concerned, touched, done.note());
        Changes.note(transaction, facts, before, done);
        Outbox.put(transaction, facts, object, done);
        Counting.count(transaction, facts, object, done);
        if (call.idempotencyKey() != null) {
            transaction.requests().remember(actor, request, call.idempotencyKey(), digest(call), done, facts.now());
        }
        return Attempt.of(done);
    }

    /** Keyed, since what is short can be guessed from a digest. */
    private String digest(Call call) {
        return call.content() == null
                ? null
                : HexFormat.of().formatHex(keys.keyed("request", call.content().getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public <R> R read(Call call, Act act, UUID object, Asking asking, Reading<R> work) {
        return tryUntilScanned(call, (transaction, texts) -> {
            Facts asked = asking.ask(transaction, load(transaction, call.caller(), act, object));
            // Why somebody looks is a text too.
            List<String> unscanned = texts.unscanned(asked);
            if (!unscanned.isEmpty()) {
                return Attempt.scanFirst(unscanned);
            }
            Facts facts = texts.look(transaction, asked, object);
            Decision decision = Guard.decide(facts);
            if (call.isTrial() || !decision.isPermit()) {
                return judged(transaction, call, facts, object, decision);
            }
            Shown shown = new Shown();
            R result = work.apply(transaction, facts, shown);
            if (object != null) {
                texts.keep(transaction, facts, object);
            }
            log(transaction, call, facts, object, shown, null);
            shown.received.forEach((dossier, data) ->
                    transaction.receivers().note(receiver(facts.actor()), dossier, data, facts.now()));
            return Attempt.of(result);
        });
    }

    @Override
    public Heard hear(Call call, long position, int limit) {
        long news = bell.rung();
        return transact(transaction -> {
            Facts facts = facts(transaction, call.caller(), Act.FOLLOW_EVENTS);
            Decision decision = Guard.decide(facts);
            if (!decision.isPermit()) {
                return judged(transaction, call, facts, null, decision);
            }
            Hearing hearing = new Hearing(
                    transaction,
                    facts.actor(),
                    (act, object) -> about(transaction, facts.as(act), object),
                    new Shown());
            List<Event> heard = new ArrayList<>();
            long reached = position;
            List<Event> events = transaction.events().after(position, LOOKED_AT);
            for (Event event : events) {
                if (heard.size() == limit) {
                    return Outcome.of(new Heard(heard, reached, false, news));
                }
                reached = event.sequence();
                if (hearing.permits(event)) {
                    heard.add(event);
                }
            }
            return Outcome.of(new Heard(heard, reached, events.size() < LOOKED_AT, news));
        });
    }

    @Override
    public void awaitNews(long news, Duration atMost) throws InterruptedException {
        bell.await(news, atMost);
    }

    @Override
    public void failed(Call call, Act act, UUID object) {
        store.transact(transaction -> {
            Facts facts = load(transaction, call.caller(), act, object);
            append(transaction, call, facts, object, null, List.of(), LogRecord.Result.FAILED, List.of(), null);
            return null;
        });
    }

    /** A refusal is a result of the transaction, so that its log record is kept. */
    private <R> R transact(Function<Transaction, Outcome<R>> work) {
        return transact(work, 0);
    }

    /** @param spent nanoseconds in transactions before this one, for the same act */
    private <R> R transact(Function<Transaction, Outcome<R>> work, long spent) {
        long begun = System.nanoTime() - spent;
        Outcome<R> outcome = store.transact(work);
        if (outcome.end != null) {
            if (outcome.isDenial) {
                waitUntil(begun + SHORTEST_DENIAL.toNanos());
            }
            throw outcome.end;
        }
        return outcome.result;
    }

    /** What exists takes a row more to look up than what does not: that may not be measured. */
    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private record Outcome<R>(R result, RuntimeException end, boolean isDenial) {

        static <R> Outcome<R> of(R result) {
            return new Outcome<>(result, null, false);
        }
    }

    /** A trial's work succeeded. Thrown out of the transaction, so that the store takes it back. */
    private static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Facts facts;
        private final transient Decision decision;

        Rehearsed(Facts facts, Decision decision) {
            super("Rehearsed", null, false, false);
            this.facts = facts;
            this.decision = decision;
        }
    }

    private Facts load(Transaction transaction, Caller caller, Act act, UUID object) {
        return about(transaction, facts(transaction, caller, act), object);
    }

    /** What is known before anything of a dossier is loaded. */
    private Facts facts(Transaction transaction, Caller caller, Act act) {
        Region region = regions.current();
        Instant now = clock.now();
        // Looked at once: a plugin whose rules are not there yet, or no more, leaves its data frozen in the same act.
        List<PluginDescriptor> plugins = router.active();
        return Facts.of(
                act,
                actor(transaction, caller, region, act, now),
                now,
                region,
                plugins.stream().map(PluginDescriptor::kind).collect(Collectors.toUnmodifiableSet()),
                rules.on(
                        now.atZone(Facts.NETHERLANDS).toLocalDate(),
                        transaction.policies().current(),
                        plugins));
    }

    private static Facts about(Transaction transaction, Facts facts, UUID object) {
        Facts named = naming(transaction, facts, object);
        return Guard.mayKnow(named) ? withWhatBelongsToIt(transaction, named) : facts;
    }

    /** With what the act concerns, alone; the facts as they are when that is not there. */
    static Facts naming(Transaction transaction, Facts facts, UUID object) {
        if (object == null) {
            return facts;
        }
        return switch (facts.act().concerns()) {
            case PLATFORM, PARTICIPANT -> facts;
            case INTERVENTION ->
                transaction
                        .interventions()
                        .find(object)
                        .map(i -> facts.withKnelpunt(
                                        transaction
                                                .knelpunten()
                                                .find(i.knelpunt())
                                                .orElse(null),
                                        Subjects.NONE)
                                .withPapers(facts.papers().with(i)))
                        .orElse(facts);
            case CASE_MEETING ->
                transaction
                        .caseMeetings()
                        .find(object)
                        .map(m -> facts.withKnelpunt(
                                        transaction
                                                .knelpunten()
                                                .find(m.consultation())
                                                .orElse(null),
                                        Subjects.NONE)
                                .withPapers(facts.papers().with(m)))
                        .orElse(facts);
            case PROVISION ->
                transaction
                        .provisions()
                        .find(object)
                        .map(p -> facts.withKnelpunt(
                                        transaction
                                                .knelpunten()
                                                .find(p.knelpunt())
                                                .orElse(null),
                                        Subjects.NONE)
                                .withPapers(facts.papers().with(p, null)))
                        .orElse(facts);
            case ANALYSIS ->
                transaction
                        .analyses()
                        .find(object)
                        .map(a -> facts.withKnelpunt(
                                        transaction
                                                .knelpunten()
                                                .find(a.knelpunt())
                                                .orElse(null),
                                        Subjects.NONE)
                                .withPapers(facts.papers().with(a)))
                        .orElse(facts);
            case REQUEST ->
                transaction
                        .rightsRequests()
                        .find(object)
                        .map(r -> facts.withPapers(facts.papers().with(r)))
                        .orElse(facts);
            case DESTRUCTION ->
                transaction
                        .destructions()
                        .find(object)
                        .map(d -> facts.withKnelpunt(
                                        transaction
                                                .knelpunten()
                                                .find(d.dossier())
                                                .orElse(null),
                                        Subjects.NONE)
                                .withPapers(facts.papers().with(d)))
                        .orElse(facts);
            case DATA_REQUEST ->
                transaction
                        .dataRequests()
                        .find(object)
                        .map(r -> facts.withKnelpunt(
                                        transaction
                                                .knelpunten()
                                                .find(r.knelpunt())
                                                .orElse(null),
                                        Subjects.NONE)
                                .withPapers(facts.papers().with(r)))
                        .orElse(facts);
            case CORRECTION ->
                transaction
                        .corrections()
                        .find(object)
                        .map(c -> facts.withPapers(facts.papers().with(c)))
                        .orElse(facts);
            case NOTICE ->
                transaction
                        .notices()
                        .find(object)
                        .map(n -> facts.withPapers(facts.papers().with(n)))
                        .orElse(facts);
            case MEETING ->
                transaction
                        .meetings()
                        .find(object)
                        .map(m -> facts.withPapers(facts.papers().with(m)))
                        .orElse(facts);
            case RAC_REQUEST ->
                transaction
                        .racRequests()
                        .find(object)
                        .map(r -> facts.withPapers(facts.papers().with(r)))
                        .orElse(facts);
            case SIGNAL ->
                transaction
                        .signals()
                        .find(object)
                        .map(s -> facts.withSignal(s, Subjects.NONE))
                        .orElse(facts);
            case KNELPUNT ->
                transaction
                        .knelpunten()
                        .find(object)
                        .map(k -> facts.withKnelpunt(k, Subjects.NONE)
                                .withPapers(facts.papers()
                                        .with(meeting(transaction, facts.act(), k.id())
                                                .orElse(null))))
                        .orElse(facts);
        };
    }

    private static Facts withWhatBelongsToIt(Transaction transaction, Facts named) {
        return switch (named.act().concerns()) {
            case PLATFORM,
                    PARTICIPANT,
                    REQUEST,
                    RAC_REQUEST,
                    DATA_REQUEST,
                    CORRECTION,
                    NOTICE,
                    INTERVENTION,
                    MEETING,
                    DESTRUCTION,
                    ANALYSIS,
                    CASE_MEETING -> named;
            case PROVISION -> withItsFacts(transaction, named);
            case SIGNAL ->
                named.withSignal(
                        named.signal(), subjects(transaction, named.signal().id()));
            case KNELPUNT -> {
                Knelpunt knelpunt = named.knelpunt();
                // Only who decides on a designation looks at its signals.
                List<UUID> signals = named.act().moment() == Moment.DESIGNATION
                        ? knelpunt.proposal().signals()
                        : List.of();
                List<Signal> bundled = bundled(transaction, signals);
                yield named.withKnelpunt(knelpunt, subjects(transaction, knelpunt.id()))
                        .withBundled(bundled);
            }
        };
    }

    static List<Signal> bundled(Transaction transaction, List<UUID> signals) {
        return signals.stream()
                .flatMap(id -> transaction.signals().find(id).stream())
                // Of a draft nobody here may know, not even that it is there.
                .filter(s -> s.state() != SignalState.DRAFT)
                .toList();
    }

    /** The meeting on whose agenda stands what the steering group decides on by this act. */
    private static Optional<Meeting> meeting(Transaction transaction, Act act, UUID knelpunt) {
        Meeting.ItemKind kind = switch (act) {
            case VOTE_DESIGNATION, DESIGNATE, SEND_BACK -> Meeting.ItemKind.DESIGNATION;
            case VOTE_PROLONGATION, PROLONG -> Meeting.ItemKind.PROLONGATION;
            case VOTE_CLOSURE, CLOSE -> Meeting.ItemKind.CLOSURE;
            case VOTE_INVOLVEMENT, DECIDE_INVOLVEMENT -> Meeting.ItemKind.INVOLVEMENT;
            default -> null;
        };
        return kind == null ? Optional.empty() : transaction.meetings().withOpenItem(knelpunt, kind);
    }

    /** Only who lets a result go needs what it rests on, and what its recipient still owes. */
    private static Facts withItsFacts(Transaction transaction, Facts facts) {
        Provision provision = facts.papers().provision();
        Facts known = facts.withSubjects(subjects(transaction, provision.knelpunt()));
        if (facts.act() != Act.PROVIDE) {
            return known;
        }
        Optional<Provision> overdue =
                transaction.provisions().overdue(provision.content().recipient(), facts.today());
        return known.withData(ProvisionUseCases.restsOn(transaction, provision))
                .withPapers(facts.papers().with(provision, overdue.orElse(null)));
    }

    private static Subjects subjects(Transaction transaction, UUID dossier) {
        return Subjects.of(transaction.data().subjectsOf(dossier));
    }

    private static Actor actor(Transaction transaction, Caller caller, Region region, Act act, Instant now) {
        if (caller instanceof Caller.Person person) {
            Optional<Account> account = transaction.accounts().find(person.account());
            return account.map(a -> new Actor(
                            a.id().toString(),
                            a,
                            region.participant(a.participant()).orElse(null),
                            a.roles()))
                    .orElse(Actor.UNKNOWN);
        }
        if (caller instanceof Caller.Mandated mandated) {
            return underMandate(transaction, mandated, region, act, now);
        }
        if (caller instanceof Caller.Connection connection) {
            return region.participant(connection.participant())
                    .map(p -> new Actor("connection:" + p.id(), null, p, Set.of(Role.CONNECTION)))
                    .orElse(Actor.UNKNOWN);
        }
        if (caller instanceof Caller.SomebodyElse other) {
            // Named as who asks, and entitled to nothing.
            return new Actor(actor(transaction, other.asker(), region, act, now).logName(), null, null, Set.of());
        }
        if (caller instanceof Caller.Maintenance) {
            return Actor.MAINTENANCE;
        }
        return caller instanceof Caller.Platform ? Actor.PLATFORM : Actor.UNKNOWN;
    }

    /** Without a mandate that covers the act: somebody who may do nothing for that participant. */
    private static Actor underMandate(
            Transaction transaction, Caller.Mandated mandated, Region region, Act act, Instant now) {
        Optional<Account> found = transaction.accounts().find(mandated.account());
        if (found.isEmpty()) {
            return Actor.UNKNOWN;
        }
        Account account = found.get();
        LocalDate today = now.atZone(Facts.NETHERLANDS).toLocalDate();
        List<Mandate> standing = account.isBureau()
                ? List.of()
                : transaction.mandates().of(mandated.participant(), account.id()).stream()
                        .filter(m -> m.holdsOn(today))
                        .toList();
        Optional<Mandate> mandate =
                standing.stream().filter(m -> m.covers(act, today)).findFirst();
        return new Actor(
                account.id().toString(),
                account,
                mandate.map(m -> region.find(m.participant())).orElse(null),
                mandate.isPresent() ? rolesFor(act) : Set.of(),
                mandate.map(Mandate::id).orElse(null),
                standing.stream().flatMap(m -> m.acts().stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** A mandate stands in the place of the appointment. */
    private static Set<Role> rolesFor(Act act) {
        return Set.of(act.roles().contains(Role.STEERING_MEMBER) ? Role.STEERING_MEMBER : Role.WORKER);
    }

    private static void checkVersion(Transaction transaction, Call call, Facts facts) {
        Versioned concerned = Changes.concerned(facts);
        if (call.version() == null || concerned == null) {
            return;
        }
        long current = toldVersion(facts, concerned);
        if (current != call.version()) {
            throw new StaleException(current, Changes.since(transaction, facts, call.version()));
        }
    }

    /** Who is asked to recognise isn't told how often a signal changed: that would count what others were asked and answered. */
    private static long toldVersion(Facts facts, Versioned concerned) {
        Participant participant = facts.actor().participant();
        return concerned instanceof Signal signal
                        && participant != null
                        && !facts.actor().isBureau()
                ? signal.versionTo(participant.id())
                : concerned.version();
    }

    private static UUID id(Facts facts) {
        if (facts.papers().notice() != null) {
            return facts.papers().notice().id();
        }
        Versioned concerned = Changes.concerned(facts);
        if (concerned == null) {
            return null;
        }
        // What is part of a dossier is told as the dossier.
        if (concerned instanceof Selection selection) {
            return selection.knelpunt();
        }
        return concerned instanceof Datum datum ? datum.dossier() : concerned.id();
    }

    /** The act goes no further: it is refused, or was only a trial. Logged. */
    private static <R> Outcome<R> judged(
            Transaction transaction, Call call, Facts facts, UUID object, Decision decision) {
        LogRecord.Result wouldBe =
                decision.isPermit() ? LogRecord.Result.WOULD_BE_PERMITTED : LogRecord.Result.WOULD_BE_REFUSED;
        LogRecord.Result result = call.isTrial() ? wouldBe : LogRecord.Result.REFUSED;
        append(transaction, call, facts, object, null, List.of(), result, decision.rules(), null);
        return new Outcome<>(
                null,
                call.isTrial()
                        ? new TriedException(facts.act(), decision, facts.rules())
                        : new RefusedException(decision.refusals()),
                decision.disclosesNothing());
    }

    private static String receiver(Actor actor) {
        return actor.isBureau() ? Receiver.BUREAU : actor.participant().id();
    }

    /** One record per data subject; one without, for what is about nobody or when nothing was touched. */
    private static void log(Transaction transaction, Call call, Facts facts, UUID object, Shown shown, String note) {
        if (shown.ofNobody != null || shown.bySubject.isEmpty()) {
            List<UUID> ids = shown.ofNobody == null ? List.of() : shown.ofNobody;
            append(transaction, call, facts, object, null, ids, LogRecord.Result.PERMITTED, List.of(), note);
        }
        shown.bySubject.forEach((subject, ids) ->
                append(transaction, call, facts, object, subject, ids, LogRecord.Result.PERMITTED, List.of(), note));
    }

    private static void append(
            Transaction transaction,
            Call call,
            Facts facts,
            UUID object,
            UUID subject,
            List<UUID> data,
            LogRecord.Result result,
            List<String> rules,
            String note) {
        Actor actor = facts.actor();
        transaction
                .log()
                .append(new LogRecord(
                        0,
                        facts.now(),
                        call.trace(),
                        call.origin(),
                        actor.logName(),
                        actor.participant() == null ? null : actor.participant().id(),
                        facts.act().name(),
                        object,
                        subject,
                        data,
                        result,
                        rules,
                        facts.rules().version(),
                        note,
                        null,
                        null));
    }

    /** What was shown or touched, by the pseudonym of its subject. */
    private static final class Shown implements Judge {

        private final Map<UUID, List<UUID>> bySubject = new LinkedHashMap<>();
        private List<UUID> ofNobody;

        /** What somebody received who had it not supplied, by dossier. */
        private final Map<UUID, List<UUID>> received = new HashMap<>();

        @Override
        public boolean permits(Facts facts) {
            boolean permitted = Guard.decide(facts).isPermit();
            if (permitted) {
                UUID id = id(facts);
                if (id != null) {
                    nobodys().add(id);
                }
            }
            return permitted;
        }

        @Override
        public boolean mayBegin(Facts facts) {
            boolean begins = Guard.mayBegin(facts);
            UUID id = begins ? id(facts) : null;
            if (id != null && !nobodys().contains(id)) {
                nobodys().add(id);
            }
            return begins;
        }

        @Override
        public ShownDatum show(Facts facts, Datum datum) {
            Decision decision = Guard.decide(facts.withData(List.of(datum)));
            Subject subject = subject(facts, datum);
            if (decision.isPermit()) {
                note(facts, datum);
                if (facts.actor().participant() != null && !facts.actor().isOf(datum.supplier())) {
                    received.computeIfAbsent(datum.dossier(), d -> new ArrayList<>())
                            .add(datum.id());
                }
                boolean masked = decision.obligations().contains(Obligation.MASK_BSN);
                return new ShownDatum(
                        masked ? datum.withContent(masked(datum.content())) : datum,
                        subject,
                        decision.obligations(),
                        null);
            }
            return Guard.onlyFreezes(decision, datum)
                    ? new ShownDatum(
                            datum.withoutContent(),
                            subject,
                            Set.of(),
                            decision.refusals().get(0))
                    : null;
        }

        @Override
        public Finding frozen(Facts facts, String participant) {
            return Guard.frozen(facts, participant).orElse(null);
        }

        @Override
        public void note(Facts facts, Datum datum) {
            Subject subject = subject(facts, datum);
            List<UUID> ids = subject == null || !subject.isPerson()
                    ? nobodys()
                    : bySubject.computeIfAbsent(subject.pseudonym(), p -> new ArrayList<>());
            if (facts.act() == Act.REUSE_DATUM) {
                // What it was taken over from was looked at.
                ids.add(datum.marks().reusedFrom());
            }
            ids.add(datum.id());
        }

        @Override
        public void noteThing(UUID id) {
            nobodys().add(id);
        }

        private List<UUID> nobodys() {
            if (ofNobody == null) {
                ofNobody = new ArrayList<>();
            }
            return ofNobody;
        }

        private static Subject subject(Facts facts, Datum datum) {
            if (facts.asked() instanceof Asked.About about
                    && about.newSubject() != null
                    && about.newSubject().id().equals(datum.subject())) {
                return about.newSubject();
            }
            return facts.subjects().find(datum.subject());
        }

        /** As a BSN is shown unless it is revealed by an act of its own (G15). */
        private static String masked(String content) {
            int shown = Math.min(LAST_DIGITS, content.length() / 2);
            return "*".repeat(content.length() - shown) + content.substring(content.length() - shown);
        }
    }
}
