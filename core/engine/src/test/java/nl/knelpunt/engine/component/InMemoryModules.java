package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.port.ModuleRepository;

/** What is known of plugins, until it is forgotten. */
final class InMemoryModules implements ModuleRepository {

    private final Map<String, Module> modules = new TreeMap<>();
    private final List<StagedModule> staged = new ArrayList<>();
    private final Map<String, ModulePlan> plans = new LinkedHashMap<>();
    private final Map<UUID, Swap> swaps = new TreeMap<>(Comparator.comparing(UUID::toString));
    private final Map<String, Signer> signers = new TreeMap<>();
    private final Map<String, String> taken = new TreeMap<>();

    InMemoryModules copy() {
        InMemoryModules copy = new InMemoryModules();
        copy.modules.putAll(modules);
        copy.staged.addAll(staged);
        copy.plans.putAll(plans);
        copy.swaps.putAll(swaps);
        copy.signers.putAll(signers);
        copy.taken.putAll(taken);
        return copy;
    }

    List<Object> content() {
        return List.of(modules, staged, plans, swaps, signers, taken);
    }

    @Override
    public Optional<Module> find(String kind) {
        return Optional.ofNullable(modules.get(kind));
    }

    @Override
    public List<Module> list() {
        return List.copyOf(modules.values());
    }

    @Override
    public void put(Module module) {
        Module known = modules.get(module.kind());
        if (known == null) {
            modules.put(module.kind(), module);
        } else if (known.version() != module.version()) {
            throw new StaleException(known.version());
        } else {
            modules.put(
                    module.kind(),
                    new Module(
                            module.kind(),
                            module.version() + 1,
                            module.active(),
                            module.before(),
                            module.quarantine(),
                            module.swap()));
        }
    }

    @Override
    public Optional<StagedModule> staged(String digest) {
        return staged.stream().filter(s -> s.digest().equals(digest)).findFirst();
    }

    @Override
    public List<StagedModule> staged() {
        List<StagedModule> last = new ArrayList<>(staged);
        java.util.Collections.reverse(last);
        return last;
    }

    @Override
    public Optional<StagedModule> sameVersion(String id, String version) {
        return staged.stream()
                .filter(s -> s.id().equals(id) && s.version().equals(version))
                .findFirst();
    }

    @Override
    public void insert(StagedModule module) {
        staged.add(module);
    }

    @Override
    public void forget(String digest) {
        staged.removeIf(s -> s.digest().equals(digest));
    }

    @Override
    public Optional<ModulePlan> plan(String digest) {
        return Optional.ofNullable(plans.get(digest));
    }

    @Override
    public List<ModulePlan> plans(int limit) {
        List<ModulePlan> all = new ArrayList<>(plans.values());
        Collections.reverse(all);
        return all.stream().limit(limit).toList();
    }

    @Override
    public void put(ModulePlan plan) {
        plans.remove(plan.digest());
        plans.put(plan.digest(), plan);
    }

    @Override
    public Optional<Swap> swap(UUID id) {
        return Optional.ofNullable(swaps.get(id));
    }

    @Override
    public List<Swap> swaps(String kind, int limit) {
        List<Swap> all = new ArrayList<>(
                swaps.values().stream().filter(s -> s.kind().equals(kind)).toList());
        java.util.Collections.reverse(all);
        return all.subList(0, Math.min(limit, all.size()));
    }

    @Override
    public void put(Swap swap) {
        swaps.put(swap.id(), swap);
    }

    @Override
    public Optional<Signer> signer(String fingerprint) {
        return Optional.ofNullable(signers.get(fingerprint));
    }

    @Override
    public List<Signer> signers() {
        return signers.values().stream()
                .sorted(Comparator.comparing(Signer::at))
                .toList();
    }

    @Override
    public void put(Signer signer) {
        signers.put(signer.fingerprint(), signer);
    }

    @Override
    public Optional<String> taken(String name) {
        return Optional.ofNullable(taken.get(name));
    }

    @Override
    public List<String> taken() {
        return List.copyOf(taken.keySet());
    }

    @Override
    public void take(String name, String digest) {
        taken.put(name, digest);
    }

    @Override
    public void letGo(String name) {
        taken.remove(name);
    }
}
