package nl.knelpunt.modules;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.modules.PluginFolder.Listing;
import nl.knelpunt.modules.PluginFolder.Stamp;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

/**
 * Makes what runs follow what lies in {@code plugins/}, round by round: per kind of participant the newest sound plugin. A
 * new generation starts beside the old one and takes over before the old one is drained and taken away; one that fails
 * leaves the old one as it was. For one thread.
 */
final class PluginsInStep {

    private static final Logger LOG = System.getLogger(PluginsInStep.class.getName());

    /** A folder in which something is always being written must not keep the platform from starting. */
    private static final int ROUNDS_TO_SETTLE = 6;

    private static final int ROUNDS_BEFORE_RETRY = 20;
    private static final Duration LAST_CALLS = Duration.ofSeconds(5);

    /** Goes on counting when the router went away and came back. */
    private static final AtomicLong GENERATIONS = new AtomicLong();

    private final BundleContext context;
    private final Router router;
    private final PluginFolder folder;
    private final JarStore store;
    private final PluginBundles bundles;
    private final DescriptorReader descriptors = new DescriptorReader();
    private final JarCheck check = new JarCheck();

    /** By name of the jar. */
    private final Map<String, Verdict> verdicts = new TreeMap<>();

    /** By kind of participant. */
    private final Map<String, Serving> serving = new HashMap<>();

    private final List<Leaving> leaving = new ArrayList<>();

    /** Name of a jar that is passed over, with the digest of the one that serves in its place. */
    private final Map<String, String> passedOver = new HashMap<>();

    /** Name of a jar that was cut off, with its digest. */
    private final Map<String, String> cutOff = new HashMap<>();

    /** Of the jars that are not used for a reason of their own; read by other threads. */
    private volatile List<String> refused = List.of();

    private int rounds;
    private boolean changed = true;
    private String trouble;

    PluginsInStep(BundleContext context, Router router, PluginFolder folder, JarStore store, PluginBundles bundles) {
        this.context = context;
        this.router = router;
        this.folder = folder;
        this.store = store;
        this.bundles = bundles;
    }

    /**
     * What came of one jar: a plugin, or the reason why not.
     *
     * @param retry round in which to look again without a change of the jar, because the reason is not in the jar
     */
    private record Verdict(Stamp stamp, JarStore.Copy copy, PluginDescriptor plugin, String problem, int retry) {

        static Verdict sound(Stamp stamp, JarStore.Copy copy, PluginDescriptor plugin) {
            return new Verdict(stamp, copy, plugin, null, Integer.MAX_VALUE);
        }

        static Verdict broken(Stamp stamp, String problem) {
            return new Verdict(stamp, null, null, problem, Integer.MAX_VALUE);
        }

        static Verdict later(Stamp stamp, String problem, int retry) {
            return new Verdict(stamp, null, null, problem, retry);
        }

        boolean isSound() {
            return problem == null;
        }

        boolean isOf(String digest) {
            return isSound() && plugin.digest().equals(digest);
        }
    }

    private record Candidate(String jar, Verdict verdict) {

        String digest() {
            return verdict.plugin().digest();
        }
    }

    private record Serving(String jar, RunningPlugin plugin, ServiceRegistration<Plugin> registration) {

        String digest() {
            return plugin.descriptor().digest();
        }
    }

    private record Leaving(Serving served, Drain drain) {}

    /** Before the first round. */
    void begin() {
        bundles.begin();
    }

    /**
     * Looks once and does what follows from it.
     *
     * @return whether everything that lies in the folder was taken into account, so that a start is complete
     * @throws InterruptedException the platform stops; nothing is half done
     */
    boolean round() throws InterruptedException {
        rounds++;
        retireDrained();
        takeOutWhatWasCutOff();
        Listing listing;
        try {
            listing = folder.look();
        } catch (IOException e) {
            tell("The plugins folder can't be read, so what runs stays: " + e);
            return true;
        }
        tell(listing.tooMany() ? "More than " + PluginFolder.MOST_JARS + " jars in the plugins folder" : null);
        verdicts.keySet().retainAll(listing.present());
        passedOver.keySet().retainAll(listing.present());
        listing.stable().forEach(this::judge);
        for (List<Candidate> rivals : soundByKind().values()) {
            serveBest(rivals);
        }
        letGo(listing.present());
        forgive();
        refused = verdicts.entrySet().stream()
                .filter(entry -> !entry.getValue().isSound())
                .map(Map.Entry::getKey)
                .toList();
        if (changed) {
            changed = false;
            prune();
        }
        return listing.isSettled() || rounds >= ROUNDS_TO_SETTLE;
    }

    /**
     * After the last round: takes everything out, unless the whole framework stops anyway. A plugin with a call that doesn't
     * end stays installed, out of reach, until the next beginning.
     */
    void end() throws InterruptedException {
        if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING) {
            leaving.forEach(leaver -> leaver.drain().giveUp());
            return;
        }
        serving.values().forEach(this::startLeaving);
        serving.clear();
        long end = System.nanoTime() + LAST_CALLS.toNanos();
        for (Leaving leaver : leaving) {
            boolean drained = leaver.drain().await(Duration.ofNanos(end - System.nanoTime()));
            if (drained) {
                retire(leaver.served());
            } else {
                leaver.drain().giveUp();
                leaver.served().registration().unregister();
            }
        }
        leaving.clear();
        bundles.end();
    }

    /** Names of the jars that are not used because something is wrong with them. For any thread. */
    List<String> refused() {
        return refused;
    }

    /** The router gives no more leases of such a plugin; here it leaves, and stays away until its jar does. */
    private void takeOutWhatWasCutOff() {
        serving.values().removeIf(served -> {
            Optional<Text> reason = router.cutOff(served.plugin());
            if (reason.isPresent()) {
                String digest = served.digest();
                remember(digest, reason.get().en());
                verdicts.replaceAll((jar, verdict) ->
                        verdict.isOf(digest) ? cutOff(jar, verdict, reason.get().en()) : verdict);
                startLeaving(served);
                changed = true;
            }
            return reason.isPresent();
        });
    }

    private void remember(String digest, String reason) {
        try {
            store.cutOff(digest, reason);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "That a plugin was cut off is forgotten at the next start: {0}", e.toString());
        }
    }

    private Verdict cutOff(String jar, Verdict sound, String reason) {
        cutOff.put(jar, sound.copy().digest());
        String problem =
                "it was cut off: " + reason + " Put another one in its place; to try this one again, take it out of the"
                        + " folder and put it back";
        LOG.log(Level.ERROR, "Plugin jar {0} is not used any more: {1}", jar, problem);
        return Verdict.broken(sound.stamp(), problem);
    }

    /** Who took such a jar away, or put another one in its place, may bring it back. */
    private void forgive() {
        cutOff.entrySet().removeIf(entry -> {
            Verdict verdict = verdicts.get(entry.getKey());
            boolean gone = verdict == null || verdict.isSound();
            if (gone && Collections.frequency(cutOff.values(), entry.getValue()) == 1) {
                try {
                    store.forgive(entry.getValue());
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "That a plugin was cut off can't be forgotten: {0}", e.toString());
                }
            }
            return gone;
        });
    }

    private void judge(String jar, Stamp stamp) {
        Verdict before = verdicts.get(jar);
        if (before != null && before.stamp().equals(stamp) && rounds < before.retry()) {
            return;
        }
        try {
            JarStore.Copy copy = store.add(folder.resolve(jar));
            if (!Stamp.of(folder.resolve(jar)).equals(stamp)) {
                return;
            }
            Verdict verdict = Verdict.sound(stamp, copy, describe(copy));
            Optional<String> reason = store.cutOff(copy.digest());
            verdicts.put(jar, reason.isPresent() ? cutOff(jar, verdict, reason.get()) : verdict);
            changed = true;
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "Went away while it was read: {0}", jar);
        } catch (IOException e) {
            refuse(jar, Verdict.later(stamp, "it can't be copied or read now: " + e, rounds + ROUNDS_BEFORE_RETRY));
        } catch (BrokenPluginException e) {
            refuse(jar, Verdict.broken(stamp, e.getMessage()));
        }
    }

    private PluginDescriptor describe(JarStore.Copy copy) throws IOException, BrokenPluginException {
        try {
            PluginDescriptor descriptor = descriptors.read(copy.path(), copy.digest());
            check.check(copy.path());
            return descriptor;
        } catch (BrokenPluginException e) {
            store.discard(copy);
            throw e;
        }
    }

    private void refuse(String jar, Verdict verdict) {
        Verdict before = verdicts.put(jar, verdict);
        changed = true;
        if (before == null || !verdict.problem().equals(before.problem())) {
            LOG.log(Level.WARNING, "Plugin jar {0} is not used: {1}", jar, verdict.problem());
        }
    }

    private Map<String, List<Candidate>> soundByKind() {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue().isSound())
                .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
                .collect(Collectors.groupingBy(
                        candidate -> candidate.verdict().plugin().kind()));
    }

    /** The newest serves, or the newest that can; between equals the one that serves already. */
    private void serveBest(List<Candidate> rivals) throws InterruptedException {
        String kind = rivals.get(0).verdict().plugin().kind();
        List<Candidate> bestFirst = rivals.stream()
                .sorted(Comparator.comparing((Candidate c) ->
                                Version.parseVersion(c.verdict().plugin().version()))
                        .thenComparing(c -> isServing(kind, c.digest()))
                        .thenComparing(c -> c.verdict().stamp().modified())
                        .reversed())
                .toList();
        for (Candidate candidate : bestFirst) {
            if (isServing(kind, candidate.digest())) {
                Serving same = serving.get(kind);
                serving.put(kind, new Serving(candidate.jar(), same.plugin(), same.registration()));
            } else if (!takeOver(kind, candidate)) {
                continue;
            }
            bestFirst.forEach(this::passOver);
            return;
        }
    }

    private boolean isServing(String kind, String digest) {
        return serving.containsKey(kind) && serving.get(kind).digest().equals(digest);
    }

    private void passOver(Candidate candidate) {
        Serving winner = serving.get(candidate.verdict().plugin().kind());
        if (winner.digest().equals(candidate.digest()) || !candidate.verdict().isSound()) {
            passedOver.remove(candidate.jar());
        } else if (!winner.digest().equals(passedOver.put(candidate.jar(), winner.digest()))) {
            LOG.log(
                    Level.WARNING,
                    "Plugin jar {0} is not used: {1} serves the kind \"{2}\" in version {3}",
                    candidate.jar(),
                    winner.jar(),
                    winner.plugin().descriptor().kind(),
                    winner.plugin().descriptor().version());
        }
    }

    private boolean takeOver(String kind, Candidate candidate) throws InterruptedException {
        Verdict verdict = candidate.verdict();
        try {
            RunningPlugin plugin =
                    bundles.start(verdict.copy().path(), verdict.plugin(), GENERATIONS.incrementAndGet());
            Serving old = serving.put(kind, new Serving(candidate.jar(), plugin, register(plugin)));
            changed = true;
            LOG.log(Level.INFO, "Plugin {0} serves the kind \"{1}\"", plugin, kind);
            if (old != null) {
                startLeaving(old);
            }
            return true;
        } catch (BrokenPluginException e) {
            refuse(candidate.jar(), Verdict.broken(verdict.stamp(), e.getMessage()));
        } catch (IOException e) {
            refuse(
                    candidate.jar(),
                    Verdict.later(verdict.stamp(), "its copy can't be read: " + e, rounds + ROUNDS_BEFORE_RETRY));
        } catch (RuntimeException | LinkageError e) {
            refuse(
                    candidate.jar(),
                    Verdict.later(verdict.stamp(), "it can't be started: " + e, rounds + ROUNDS_BEFORE_RETRY));
        }
        return false;
    }

    private ServiceRegistration<Plugin> register(RunningPlugin plugin) {
        boolean registered = false;
        try {
            ServiceRegistration<Plugin> registration = context.registerService(Plugin.class, plugin, null);
            registered = true;
            return registration;
        } finally {
            if (!registered) {
                bundles.retire(plugin);
            }
        }
    }

    /** A jar that is there but broken, or still being written, leaves the plugin that came from it before at work. */
    private void letGo(Set<String> present) {
        Set<String> wanted =
                digests(verdicts.values().stream().filter(Verdict::isSound).map(Verdict::plugin));
        serving.values().removeIf(served -> {
            Verdict verdict = verdicts.get(served.jar());
            boolean stays = wanted.contains(served.digest())
                    || present.contains(served.jar()) && (verdict == null || !verdict.isSound());
            if (!stays) {
                startLeaving(served);
            }
            return !stays;
        });
    }

    private void startLeaving(Serving served) {
        leaving.add(new Leaving(served, new Drain(router, served.plugin())));
    }

    private void retireDrained() {
        leaving.removeIf(leaver -> {
            boolean drained = leaver.drain().isDone();
            if (drained) {
                retire(leaver.served());
            }
            return drained;
        });
    }

    private void retire(Serving served) {
        served.registration().unregister();
        bundles.retire(served.plugin());
        changed = true;
        LOG.log(Level.INFO, "Plugin {0} is taken away", served.plugin());
    }

    private void prune() {
        Set<String> inUse = digests(Stream.of(
                        verdicts.values().stream().filter(Verdict::isSound).map(Verdict::plugin),
                        serving.values().stream().map(s -> s.plugin().descriptor()),
                        leaving.stream().map(l -> l.served().plugin().descriptor()))
                .flatMap(plugins -> plugins));
        try {
            store.prune(inUse);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Old copies of plugin jars can't be thrown away: {0}", e.toString());
        }
    }

    private static Set<String> digests(Stream<PluginDescriptor> plugins) {
        return plugins.map(PluginDescriptor::digest).collect(Collectors.toCollection(TreeSet::new));
    }

    private void tell(String now) {
        if (now != null && !now.equals(trouble)) {
            LOG.log(Level.WARNING, now);
        }
        trouble = now;
    }
}
