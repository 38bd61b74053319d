package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.module.ModuleSteps;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.port.ModuleRuntime;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.modules.PluginFolder.Listing;
import nl.knelpunt.modules.PluginFolder.Stamp;
import org.osgi.framework.Version;

/**
 * {@code plugins/} as a way in: a jar that comes, changes or goes there is staged, planned and carried out as an administrator
 * would, whoever may write there. What lies there and did not change says nothing: what is to run stands in the store. For one
 * thread.
 */
final class FolderFollower {

    private static final Logger LOG = System.getLogger(FolderFollower.class.getName());

    /** A folder in which something is always being written must not keep the platform from starting. */
    private static final int ROUNDS_TO_SETTLE = 6;

    private static final int ROUNDS_BEFORE_RETRY = 20;

    private final PluginFolder folder;
    private final Modules modules;
    private final ModuleSteps steps;
    private final ModuleRuntime runtime;

    /** Digest by name of the jar, as the store knows. */
    private Map<String, String> taken;

    /** By name of the jar. */
    private final Map<String, Verdict> verdicts = new TreeMap<>();

    /** Kinds of which something changed in the folder, with the digests that went from it. */
    private final Map<String, Set<String>> changed = new TreeMap<>();

    /** By kind: what was begun for a jar. */
    private final Map<String, Begun> begun = new HashMap<>();

    /** Name of a jar that is passed over, with the digest of the one that is to run in its place. */
    private final Map<String, String> passedOver = new HashMap<>();

    /** Of the jars that are not used for a reason of their own; read by other threads. */
    private volatile List<String> refused = List.of();

    private int rounds;
    private String trouble;

    FolderFollower(PluginFolder folder, Modules modules, ModuleSteps steps, ModuleRuntime runtime) {
        this.folder = folder;
        this.modules = modules;
        this.steps = steps;
        this.runtime = runtime;
    }

    /**
     * What came of one jar: staged, or the reason why not.
     *
     * @param retry round in which to look again without a change of the jar, because the reason is not in the jar
     */
    private record Verdict(Stamp stamp, StagedModule staged, String problem, int retry) {

        static Verdict sound(Stamp stamp, StagedModule staged) {
            return new Verdict(stamp, staged, null, Integer.MAX_VALUE);
        }

        Verdict broken(String why) {
            return new Verdict(stamp, staged, why, Integer.MAX_VALUE);
        }

        boolean isSound() {
            return problem == null;
        }
    }

    private record Begun(String jar, UUID swap) {}

    private record Candidate(String jar, Verdict verdict) {

        String digest() {
            return verdict.staged().digest();
        }
    }

    /** Names of the jars that are not used because something is wrong with them. For any thread. */
    List<String> refused() {
        return refused;
    }

    /**
     * Looks once and does what follows from it.
     *
     * @param automatic whether what is staged is carried out too
     * @return whether everything that lies in the folder was taken into account, so that a start is complete
     */
    boolean round(boolean automatic) {
        rounds++;
        if (taken == null) {
            taken = new TreeMap<>(steps.taken());
        }
        Listing listing;
        try {
            listing = folder.look();
        } catch (IOException e) {
            tell("The plugins folder can't be read, so what runs stays: " + e);
            return true;
        }
        tell(listing.tooMany() ? "More than " + PluginFolder.MOST_JARS + " jars in the plugins folder" : null);
        letGo(listing.present());
        listing.stable().forEach(this::judge);
        follow(automatic);
        refused = verdicts.entrySet().stream()
                .filter(entry -> !entry.getValue().isSound())
                .map(Map.Entry::getKey)
                .toList();
        return (listing.isSettled() || rounds >= ROUNDS_TO_SETTLE) && changed.isEmpty() && begun.isEmpty();
    }

    private void letGo(Set<String> present) {
        verdicts.keySet().retainAll(present);
        passedOver.keySet().retainAll(present);
        for (String name : List.copyOf(taken.keySet())) {
            if (!present.contains(name)) {
                leave(name);
            }
        }
    }

    /** It is not there any more, or something else is in its place. */
    private void leave(String name) {
        String digest = taken.get(name);
        steps.letGo(name);
        taken.remove(name);
        kindOf(digest)
                .ifPresent(kind ->
                        changed.computeIfAbsent(kind, k -> new HashSet<>()).add(digest));
    }

    private Optional<String> kindOf(String digest) {
        try {
            return Optional.of(steps.staged(digest).kind());
        } catch (java.util.NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private void judge(String jar, Stamp stamp) {
        Verdict before = verdicts.get(jar);
        if (before != null && before.stamp().equals(stamp) && rounds < before.retry()) {
            return;
        }
        try {
            StagedModule staged = stage(jar);
            if (!Stamp.of(folder.resolve(jar)).equals(stamp)) {
                return;
            }
            verdicts.put(jar, Verdict.sound(stamp, staged));
            if (!staged.digest().equals(taken.get(jar))) {
                if (taken.containsKey(jar)) {
                    leave(jar);
                }
                changed.computeIfAbsent(staged.kind(), k -> new HashSet<>());
            }
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "Went away while it was read: {0}", jar);
        } catch (IOException e) {
            later(jar, stamp, "it can't be copied or read now: " + e);
        } catch (UnavailableException e) {
            later(jar, stamp, e.reason().en());
        } catch (BrokenPluginException e) {
            refuse(jar, new Verdict(stamp, null, e.getMessage(), Integer.MAX_VALUE));
        } catch (ModuleRefusedException e) {
            refuse(jar, new Verdict(stamp, null, e.getMessage(), Integer.MAX_VALUE));
        } catch (RefusedException e) {
            refuse(jar, new Verdict(stamp, null, told(e), Integer.MAX_VALUE));
        }
    }

    /** What is known already is not staged anew at every start, unless its copy is gone. */
    private StagedModule stage(String jar) throws IOException, BrokenPluginException {
        String digest = JarStore.digest(folder.resolve(jar));
        if (digest.equals(taken.get(jar)) && runtime.examined(digest).isPresent()) {
            StagedModule staged = steps.staged(digest);
            if (staged.tck() != null || !folder.hasReceipt(jar)) {
                return staged;
            }
        }
        try (InputStream in = Files.newInputStream(folder.resolve(jar), LinkOption.NOFOLLOW_LINKS)) {
            return modules.stage(call(), in, folder.receipt(jar));
        }
    }

    private void later(String jar, Stamp stamp, String problem) {
        refuse(jar, new Verdict(stamp, null, problem, rounds + ROUNDS_BEFORE_RETRY));
    }

    private void refuse(String jar, Verdict verdict) {
        Verdict before = verdicts.put(jar, verdict);
        if (before == null || !verdict.problem().equals(before.problem())) {
            LOG.log(Level.WARNING, "Plugin jar {0} is not used: {1}", jar, verdict.problem());
        }
    }

    // From a change to a swap

    private void follow(boolean automatic) {
        Map<String, Module> known = steps.wanted().stream().collect(Collectors.toMap(Module::kind, m -> m));
        begun.entrySet().removeIf(entry -> isOver(entry.getKey(), entry.getValue()));
        for (String kind : List.copyOf(changed.keySet())) {
            Module module = known.getOrDefault(kind, Module.of(kind));
            if (begun.containsKey(kind) || isBusy(module)) {
                continue;
            }
            Set<String> gone = changed.remove(kind);
            if (automatic) {
                decide(kind, module, gone);
            } else {
                candidates(kind).forEach(this::take);
            }
        }
    }

    /** A probation is ended by what comes next. */
    private boolean isBusy(Module module) {
        return module.swap() != null && steps.swap(module.swap()).step().compareTo(Swap.Step.DRAINED) < 0;
    }

    private boolean isOver(String kind, Begun begun) {
        Swap swap = steps.swap(begun.swap());
        boolean failed = swap.step() == Swap.Step.ABORTED || swap.step() == Swap.Step.ROLLED_BACK;
        Verdict verdict = verdicts.get(begun.jar());
        if (failed && verdict != null && verdict.staged() != null) {
            refuse(
                    begun.jar(),
                    verdict.broken(
                            swap.reason() == null
                                    ? "its swap was given up"
                                    : swap.reason().en()));
            changed.computeIfAbsent(kind, k -> new HashSet<>());
        }
        return swap.step().isEnd() || swap.step() == Swap.Step.DRAINED;
    }

    /** The newest first; of equals the one that is to run already. */
    private List<Candidate> candidates(String kind) {
        return verdicts.entrySet().stream()
                .filter(e ->
                        e.getValue().isSound() && e.getValue().staged().kind().equals(kind))
                .map(e -> new Candidate(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Candidate c) ->
                                Version.parseVersion(c.verdict().staged().version()))
                        .thenComparing(c -> c.verdict().stamp().modified())
                        .reversed())
                .toList();
    }

    private void decide(String kind, Module module, Set<String> gone) {
        List<Candidate> candidates = candidates(kind);
        String active = module.active() == null ? null : module.active().digest();
        if (candidates.isEmpty()) {
            if (active != null && gone.contains(active)) {
                begin(kind, null);
            }
            return;
        }
        Candidate best = candidates.get(0);
        boolean runs = best.digest().equals(active) && (module.quarantine() == null || gone.isEmpty());
        if (runs || begin(kind, best)) {
            candidates.forEach(this::take);
            candidates.forEach(c -> passOver(c, best));
        }
    }

    private void take(Candidate candidate) {
        if (!candidate.digest().equals(taken.put(candidate.jar(), candidate.digest()))) {
            steps.take(candidate.jar(), candidate.digest());
        }
    }

    private void passOver(Candidate candidate, Candidate best) {
        if (best.digest().equals(candidate.digest())) {
            passedOver.remove(candidate.jar());
        } else if (!best.digest().equals(passedOver.put(candidate.jar(), best.digest()))) {
            LOG.log(
                    Level.WARNING,
                    "Plugin jar {0} is not used: {1} is for the kind \"{2}\" too, in version {3}",
                    candidate.jar(),
                    best.jar(),
                    best.verdict().staged().kind(),
                    best.verdict().staged().version());
        }
    }

    /** @param candidate null when nothing is to run any more */
    private boolean begin(String kind, Candidate candidate) {
        String jar = candidate == null ? "" : candidate.jar();
        try {
            ModulePlan plan = modules.plan(
                    call(),
                    new Modules.Wanted(
                            kind,
                            candidate == null ? null : candidate.digest(),
                            Swap.Operation.PHASE_IN,
                            Map.of(),
                            null,
                            null,
                            List.of()));
            Swap swap = modules.apply(call(), plan.digest());
            begun.put(kind, new Begun(jar, swap.id()));
            return true;
        } catch (ModuleRefusedException e) {
            notBegun(kind, candidate, e.getMessage());
        } catch (RefusedException e) {
            notBegun(kind, candidate, told(e));
        } catch (InvalidException e) {
            notBegun(kind, candidate, e.reason().en());
        }
        return false;
    }

    private void notBegun(String kind, Candidate candidate, String why) {
        if (candidate == null) {
            LOG.log(Level.WARNING, "The plugin of \"{0}\" goes on although its jar is gone: {1}", kind, why);
        } else {
            refuse(candidate.jar(), candidate.verdict().broken("it is staged, but not swapped: " + why));
        }
    }

    private static String told(RefusedException e) {
        return e.findings().stream()
                .map(f -> f.rule() + ": " + f.message().en())
                .collect(Collectors.joining("; "));
    }

    private static Call call() {
        return new Call(new Caller.Maintenance(), UUID.randomUUID(), "plugins folder");
    }

    private void tell(String now) {
        if (now != null && !now.equals(trouble)) {
            LOG.log(Level.WARNING, now);
        }
        trouble = now;
    }
}
