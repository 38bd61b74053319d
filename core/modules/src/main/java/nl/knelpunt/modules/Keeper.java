package nl.knelpunt.modules;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Leftover;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModuleSteps;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.SelfTest;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.Router;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/**
 * Makes what runs follow what is to run, round by round. A new generation starts beside the old one and takes over before the old
 * one is drained and taken away; one that fails leaves the old one as it was. Each step is written before it is done, so that after a
 * fall either the old one or the new one serves. For one thread, but for what is said to be for any.
 */
final class Keeper {

    /** Counts on when the router went away and came back; trials count too, so that no two bundles have one place. */
    static final AtomicLong GENERATIONS = new AtomicLong();

    private static final Logger LOG = System.getLogger(Keeper.class.getName());
    private static final Duration LAST_CALLS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    /** The budget of errors is for this part of the calls of a probation at least: one error of one call says little. */
    private static final int LEAST_PART = 5;

    private static final int LEAST_CALLS = 20;

    private static final Text STARTS_NO_MORE = new Text("hij start niet meer", "it does not start any more");

    /**
     * How long a new generation is watched before it is there for good, and what is too much.
     *
     * @param calls so many are looked at
     * @param time so long at least
     * @param most so long at most, when there are not so many calls
     * @param errors in a hundred calls; more turns a swap back
     * @param quarantine in a hundred calls; more takes a plugin out that was there for good
     * @param replaceWithin how long callers wait at most while the old one ends its calls
     */
    record Probation(int calls, Duration time, Duration most, int errors, int quarantine, Duration replaceWithin) {}

    private final BundleContext context;
    private final Router router;
    private final Examiner examiner;
    private final PluginBundles bundles;
    private final ModuleSteps steps;
    private final SelfTest selfTest;
    private final Clock clock;
    private final Runnable wake;
    private final Leftovers leftovers;
    private volatile Probation probation;

    /** By kind of participant; read by other threads. */
    private final Map<String, Serving> serving = new ConcurrentHashMap<>();

    private final List<Leaving> leaving = new CopyOnWriteArrayList<>();

    /** Kinds of which what is to run can't be started; read by other threads. */
    private final Map<String, Failing> failing = new ConcurrentHashMap<>();

    /** Kinds whose plugin is in quarantine, with the reason; read by other threads. */
    private volatile Map<String, Text> quarantined = Map.of();

    /** Since when; by a clock of its own, since that of the platform can be moved in a demo. Begins anew after a fall. */
    private final Map<UUID, Instant> onProbation = new HashMap<>();

    private boolean beganAnew = true;

    private record Serving(Generation generation, RunningPlugin plugin, ServiceRegistration<Plugin> registration) {}

    private record Leaving(String kind, Serving served, Drain drain, Instant since) {}

    private record Failing(Generation generation, Text reason, Instant again) {}

    /** @param wake has another round done soon */
    Keeper(
            BundleContext context,
            Router router,
            Examiner examiner,
            PluginBundles bundles,
            ModuleSteps steps,
            SelfTest selfTest,
            Clock clock,
            Probation probation,
            Runnable wake) {
        this.context = context;
        this.router = router;
        this.examiner = examiner;
        this.bundles = bundles;
        this.steps = steps;
        this.selfTest = selfTest;
        this.clock = clock;
        this.probation = probation;
        this.wake = wake;
        this.leftovers = new Leftovers(clock);
    }

    void begin() {
        bundles.begin();
    }

    /** For any thread. */
    void change(Probation other) {
        probation = other;
    }

    // For any thread

    /** What takes the calls of a kind. */
    Optional<Generation> serving(String kind) {
        return Optional.ofNullable(serving.get(kind)).map(Serving::generation);
    }

    Map<String, Integer> inside() {
        return serving.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, s -> router.inside(s.getValue().plugin())));
    }

    /** The last one first. */
    List<Leftover> left() {
        List<Leftover> left = new ArrayList<>();
        for (Leaving leaver : leaving) {
            left.add(
                    0,
                    new Leftover(
                            leaver.kind(),
                            leaver.served().plugin().toString(),
                            leaver.served().generation(),
                            leaver.since(),
                            router.inside(leaver.served().plugin()),
                            false));
        }
        left.addAll(leftovers.list());
        return left;
    }

    /** What an administrator should look at, each a sentence. */
    List<Text> concerns() {
        List<Text> concerns = new ArrayList<>();
        quarantined.forEach((kind, reason) -> concerns.add(new Text(
                "De module voor \"" + kind + "\" staat in quarantaine: " + reason.nl(),
                "The module for \"" + kind + "\" is in quarantine: " + reason.en())));
        failing.forEach((kind, failure) -> concerns.add(new Text(
                "De module voor \"" + kind + "\" start niet: "
                        + failure.reason().nl() + ".",
                "The module for \"" + kind + "\" does not start: "
                        + failure.reason().en() + ".")));
        leftovers
                .held()
                .forEach(name -> concerns.add(new Text(
                        "Van " + name + " blijft geheugen bezet tot de server herstart.",
                        "Memory of " + name + " stays taken until the server is restarted.")));
        return concerns;
    }

    // The rounds

    /**
     * Looks once and does what follows from it.
     *
     * @return whether there is more to do at once
     * @throws InterruptedException the platform stops; nothing is half done
     */
    boolean round() throws InterruptedException {
        retireDrained();
        leftovers.look();
        List<Module> wanted = steps.wanted();
        quarantined = wanted.stream()
                .filter(m -> m.quarantine() != null)
                .collect(Collectors.toMap(Module::kind, m -> m.quarantine().reason()));
        boolean more = false;
        for (Module module : wanted) {
            more |= keep(module);
        }
        beganAnew = false;
        onProbation.keySet().retainAll(wanted.stream().map(Module::swap).collect(Collectors.toSet()));
        return more;
    }

    private boolean keep(Module module) throws InterruptedException {
        if (module.quarantine() != null) {
            stopServing(module.kind());
        }
        if (module.swap() != null) {
            return advance(steps.swap(module.swap()));
        }
        if (module.quarantine() != null) {
            return false;
        }
        Optional<Text> harm = harm(module.kind());
        if (harm.isPresent()) {
            steps.cutOff(module.kind(), harm.get());
            LOG.log(
                    Level.ERROR,
                    "The plugin of \"{0}\" is in quarantine: {1}",
                    module.kind(),
                    harm.get().en());
            stopServing(module.kind());
            return true;
        }
        ensure(module.kind(), module.active());
        return false;
    }

    /** Why what serves may not go on. */
    private Optional<Text> harm(String kind) {
        Serving served = serving.get(kind);
        if (served == null) {
            return Optional.empty();
        }
        Optional<Text> cutOff = router.cutOff(served.plugin());
        if (cutOff.isPresent()) {
            return cutOff;
        }
        ModuleSteps.Recent recent = steps.recent(kind);
        return recent.calls() >= LEAST_CALLS && recent.errors() * 100 > probation.quarantine() * recent.calls()
                ? Optional.of(new Text(
                        "Zij faalde bij " + recent.errors() + " van de laatste " + recent.calls() + " berichten.",
                        "It failed on " + recent.errors() + " of the last " + recent.calls() + " messages."))
                : Optional.empty();
    }

    /**
     * Without anything beside it: after a start, a release or a removal.
     *
     * @param wanted null for nothing
     * @return whether it serves
     */
    private boolean ensure(String kind, Generation wanted) throws InterruptedException {
        Serving served = serving.get(kind);
        if (served != null && served.generation().equals(wanted)) {
            return true;
        }
        if (served != null) {
            stopServing(kind);
        }
        Failing failed = failing.get(kind);
        if (wanted == null) {
            failing.remove(kind);
            return true;
        }
        boolean isKnown = failed != null && failed.generation().equals(wanted);
        if (isKnown && clock.instant().isBefore(failed.again())) {
            return false;
        }
        try {
            serve(kind, wanted, start(wanted));
            failing.remove(kind);
            return true;
        } catch (BrokenPluginException e) {
            if (!isKnown || !e.reason().equals(failed.reason())) {
                LOG.log(Level.ERROR, "What is to serve the kind \"{0}\" does not run: {1}", kind, e.getMessage());
            }
            failing.put(kind, new Failing(wanted, e.reason(), clock.instant().plus(BETWEEN_TRIES)));
            return false;
        }
    }

    private boolean advance(Swap swap) throws InterruptedException {
        switch (swap.step()) {
            case APPROVED -> {
                carryOut(swap);
                return true;
            }
            case CANDIDATE -> {
                // Perhaps it was the new one that brought the server down.
                if (beganAnew && swap.from() != null) {
                    abort(
                            swap,
                            new Text(
                                    "de server stopte terwijl de nieuwe geprobeerd werd",
                                    "the server stopped while the new one was tried"));
                } else {
                    carryOut(swap);
                }
                return true;
            }
            case SWITCHED -> {
                if (!ensure(swap.kind(), swap.to())) {
                    rollBack(swap, STARTS_NO_MORE);
                    return true;
                }
                if (leaving.stream().noneMatch(l -> l.kind().equals(swap.kind()))) {
                    return go(swap, Swap.Step.DRAINED);
                }
                return watch(swap);
            }
            case DRAINED -> {
                return watch(swap);
            }
            default -> {
                // Ended in the meantime.
                return true;
            }
        }
    }

    /** @return false when somebody else ended it first */
    private boolean go(Swap swap, Swap.Step step) {
        return steps.step(swap.id(), step, null, null).step() == step;
    }

    private void abort(Swap swap, Text reason) {
        steps.step(swap.id(), Swap.Step.ABORTED, null, reason);
        LOG.log(Level.WARNING, "The swap of the kind \"{0}\" came to nothing: {1}", swap.kind(), reason.en());
    }

    private void carryOut(Swap swap) throws InterruptedException {
        if (swap.to() == null) {
            if (go(swap, Swap.Step.SWITCHED)) {
                stopServing(swap.kind());
            }
            return;
        }
        RunningPlugin candidate = null;
        boolean switched = false;
        try {
            candidate = start(swap.to());
            if (swap.step() == Swap.Step.CANDIDATE || go(swap, Swap.Step.CANDIDATE)) {
                test(candidate);
                switched = swap.operation() == Swap.Operation.REPLACE
                        ? replace(swap, candidate)
                        : phaseIn(swap, candidate);
            }
        } catch (BrokenPluginException e) {
            abort(swap, e.reason());
        } finally {
            if (!switched && candidate != null) {
                retire(swap.kind(), swap.to(), candidate);
            }
        }
    }

    private void test(RunningPlugin candidate) throws BrokenPluginException, InterruptedException {
        List<Text> wrong = selfTest.of(candidate);
        if (!wrong.isEmpty()) {
            checkRunning();
            throw new BrokenPluginException(
                    "hij doorstaat zijn zelftest niet: "
                            + wrong.stream().map(Text::nl).collect(Collectors.joining(" ")),
                    "it fails its self-test: " + wrong.stream().map(Text::en).collect(Collectors.joining(" ")));
        }
    }

    private boolean phaseIn(Swap swap, RunningPlugin candidate) {
        if (!go(swap, Swap.Step.SWITCHED)) {
            return false;
        }
        serve(swap.kind(), swap.to(), candidate);
        return true;
    }

    /** Callers wait at the router while the old one ends its calls; when that takes too long, it goes on. */
    private boolean replace(Swap swap, RunningPlugin candidate) throws InterruptedException {
        Serving old = serving.get(swap.kind());
        Duration within = probation.replaceWithin();
        router.hold(swap.kind(), within.multipliedBy(2));
        boolean served = false;
        try {
            if (old != null && !router.drain(old.plugin(), within)) {
                abort(
                        swap,
                        new Text(
                                "oproepen van de oude duurden langer dan " + within.toSeconds() + " s",
                                "calls of the old one went on for longer than " + within.toSeconds() + " s"));
                served = true;
                return false;
            }
            if (go(swap, Swap.Step.SWITCHED)) {
                serve(swap.kind(), swap.to(), candidate);
                served = true;
            }
            return served;
        } finally {
            if (!served) {
                // The old one takes no calls any more; what is to run starts anew.
                leave(swap.kind());
            }
            router.release(swap.kind());
            if (!served) {
                tellThatItStopped(swap.kind(), old);
            }
        }
    }

    /** On probation: what came last goes back by itself when it does not do. */
    private boolean watch(Swap swap) throws InterruptedException {
        String kind = swap.kind();
        if (swap.from() == null || swap.to() == null) {
            return swap.step() == Swap.Step.DRAINED && done(swap);
        }
        if (!ensure(kind, swap.to())) {
            rollBack(swap, STARTS_NO_MORE);
            return true;
        }
        Optional<Text> harm = router.cutOff(serving.get(kind).plugin()).or(() -> tooManyErrors(kind));
        if (harm.isPresent()) {
            rollBack(swap, harm.get());
            return true;
        }
        return swap.step() == Swap.Step.DRAINED && hasProvenItself(swap) && done(swap);
    }

    private Optional<Text> tooManyErrors(String kind) {
        Modules.Health health = steps.health(kind);
        long calls = Math.max(health.calls(), probation.calls() / LEAST_PART);
        return health.errors() * 100 > probation.errors() * calls
                ? Optional.of(new Text(
                        "Zij faalde bij " + health.errors() + " van de " + health.calls() + " berichten.",
                        "It failed on " + health.errors() + " of " + health.calls() + " messages."))
                : Optional.empty();
    }

    private boolean hasProvenItself(Swap swap) {
        Instant since = onProbation.computeIfAbsent(swap.id(), id -> clock.instant());
        Duration watched = Duration.between(since, clock.instant());
        boolean enough = steps.health(swap.kind()).calls() >= probation.calls();
        return watched.compareTo(enough ? probation.time() : probation.most()) >= 0;
    }

    private boolean done(Swap swap) {
        steps.step(swap.id(), Swap.Step.DONE, steps.counters(swap.kind()), null);
        return true;
    }

    private void rollBack(Swap swap, Text reason) throws InterruptedException {
        LOG.log(Level.ERROR, "The kind \"{0}\" goes back to what ran before: {1}", swap.kind(), reason.en());
        RunningPlugin before = null;
        if (swap.from() != null) {
            try {
                before = start(swap.from());
            } catch (BrokenPluginException e) {
                LOG.log(Level.ERROR, "What ran before does not start any more: {0}", e.getMessage());
            }
        }
        boolean back = false;
        try {
            back = steps.step(swap.id(), Swap.Step.ROLLED_BACK, steps.counters(swap.kind()), reason)
                            .step()
                    == Swap.Step.ROLLED_BACK;
        } finally {
            if (!back && before != null) {
                retire(swap.kind(), swap.from(), before);
            }
        }
        if (back && before != null) {
            serve(swap.kind(), swap.from(), before);
        } else if (back) {
            stopServing(swap.kind());
        }
    }

    private RunningPlugin start(Generation generation) throws BrokenPluginException, InterruptedException {
        try {
            return bundles.start(
                    examiner.jar(generation.digest()),
                    generation.configuration().values(),
                    GENERATIONS.incrementAndGet());
        } catch (IOException e) {
            throw ModuleManager.unreadable(e);
        } catch (RuntimeException | LinkageError e) {
            checkRunning();
            throw new BrokenPluginException(
                    "hij is niet te starten; " + BrokenPluginException.saidBy(e), "it can't be started: " + e);
        } catch (BrokenPluginException e) {
            checkRunning();
            throw e;
        }
    }

    /** What fails because the platform stops says nothing of a plugin. */
    private void checkRunning() throws InterruptedException {
        try {
            int state = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState();
            if (state != Bundle.STOPPING) {
                return;
            }
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "Stopped in the midst of it", e);
        }
        throw new InterruptedException("The platform stops");
    }

    /** The flip: whoever asks the router from here on gets the new one. */
    private void serve(String kind, Generation generation, RunningPlugin plugin) {
        ServiceRegistration<Plugin> registration = context.registerService(Plugin.class, plugin, null);
        Serving old = serving.put(kind, new Serving(generation, plugin, registration));
        steps.countAnew(kind, plugin.generation());
        LOG.log(Level.INFO, "Plugin {0} serves the kind \"{1}\"", plugin, kind);
        if (old != null) {
            startLeaving(kind, old);
        }
        tell(kind, generation);
    }

    private void stopServing(String kind) {
        tellThatItStopped(kind, leave(kind));
    }

    /** What served it; null when nothing did. */
    private Serving leave(String kind) {
        Serving old = serving.remove(kind);
        if (old != null) {
            startLeaving(kind, old);
        }
        return old;
    }

    private void tellThatItStopped(String kind, Serving served) {
        if (served != null) {
            tell(kind, null);
        }
    }

    /** Not at a start, nor when an installation begins, when all come at once; and whatever becomes of it, since what serves is there already. */
    private void tell(String kind, Generation serves) {
        try {
            if (!beganAnew && steps.isInstalled()) {
                steps.tell(kind, serves);
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "That the kind \"{0}\" is served by another plugin is told to nobody: {1}",
                    kind,
                    e.toString());
        }
    }

    private void startLeaving(String kind, Serving served) {
        leaving.add(new Leaving(kind, served, new Drain(router, served.plugin(), wake), clock.instant()));
    }

    private void retireDrained() {
        for (Leaving leaver : leaving) {
            if (leaver.drain().isDone()) {
                leaver.served().registration().unregister();
                retire(
                        leaver.kind(),
                        leaver.served().generation(),
                        leaver.served().plugin());
                leaving.remove(leaver);
                LOG.log(Level.INFO, "Plugin {0} is taken away", leaver.served().plugin());
            }
        }
    }

    private void retire(String kind, Generation generation, RunningPlugin plugin) {
        leftovers.add(kind, plugin.toString(), generation, bundles.retire(plugin));
    }

    /**
     * After the last round: takes everything out. A plugin with a call that doesn't end stays installed, out of reach, until the
     * next beginning.
     */
    void end() throws InterruptedException {
        List.copyOf(serving.keySet()).forEach(this::leave);
        long end = System.nanoTime() + LAST_CALLS.toNanos();
        for (Leaving leaver : leaving) {
            boolean drained = leaver.drain().await(Duration.ofNanos(end - System.nanoTime()));
            if (!drained) {
                leaver.drain().giveUp();
            }
            leaver.served().registration().unregister();
            if (drained) {
                bundles.retire(leaver.served().plugin());
            }
        }
        leaving.clear();
        bundles.end();
    }

    /** The framework stops anyway, and everything with it. */
    void giveUp() {
        leaving.forEach(leaver -> leaver.drain().giveUp());
    }
}
