package nl.knelpunt.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.Swap;

/**
 * Configurations of plugins as they stand in the database: sealed, since some of their values are secrets and the database is
 * copied about. All of the values are, so that nobody has to know which of them are secret. Who has the database without
 * {@code data/keys} reads none.
 */
final class SealedConfigurations {

    static final String KEY = "configuration";

    /** Stands in the place of all names. */
    private static final String SEALED = "sealed";

    private final Keyring keys;

    SealedConfigurations(Keyring keys) {
        this.keys = keys;
    }

    private interface Change {

        Configuration of(Configuration configuration);
    }

    /** Only for JSON. */
    private record Values(Map<String, List<String>> values) {}

    String write(Module module) {
        return Documents.write(changed(module, this::seal));
    }

    String write(ModulePlan plan) {
        return Documents.write(changed(plan, this::seal));
    }

    String write(Swap swap) {
        return Documents.write(changed(swap, this::seal));
    }

    Module module(String document) {
        return changed(Documents.read(document, Module.class), this::open);
    }

    ModulePlan plan(String document) {
        return changed(Documents.read(document, ModulePlan.class), this::open);
    }

    Swap swap(String document) {
        return changed(Documents.read(document, Swap.class), this::open);
    }

    /** Seals what stood open here before there was a key for it: where the key was ever used, all is sealed. */
    static void sealThoseOfBefore(Sql sql, Keyring keys) {
        if (keys.isKnown(KEY)) {
            return;
        }
        SealedConfigurations sealed = new SealedConfigurations(keys);
        rewrite(sql, "module", "kind", d -> sealed.write(Documents.read(d, Module.class)));
        rewrite(sql, "module_plan", "digest", d -> sealed.write(Documents.read(d, ModulePlan.class)));
        rewrite(sql, "module_swap", "id", d -> sealed.write(Documents.read(d, Swap.class)));
    }

    private interface Rewriting {

        String of(String document);
    }

    private static void rewrite(Sql sql, String table, String id, Rewriting rewriting) {
        for (String one : sql.list("select " + id + " from " + table, row -> row.text(1))) {
            String document = sql.one(
                            "select document from " + table + " where " + id + " = ?", row -> row.text(1), one)
                    .orElseThrow();
            sql.change("update " + table + " set document = ? where " + id + " = ?", rewriting.of(document), one);
        }
    }

    private Configuration seal(Configuration open) {
        if (open.values().isEmpty()) {
            return open;
        }
        byte[] values = Documents.write(new Values(open.values())).getBytes(StandardCharsets.UTF_8);
        return new Configuration(
                open.schema(), Map.of(SEALED, List.of(Base64.getEncoder().encodeToString(keys.sealed(KEY, values)))));
    }

    private Configuration open(Configuration sealed) {
        if (sealed.values().isEmpty()) {
            return sealed;
        }
        byte[] values = keys.opened(
                KEY, Base64.getDecoder().decode(sealed.values().get(SEALED).get(0)));
        return new Configuration(
                sealed.schema(),
                Documents.read(new String(values, StandardCharsets.UTF_8), Values.class)
                        .values());
    }

    private static Generation changed(Generation generation, Change change) {
        return generation == null ? null : new Generation(generation.digest(), change.of(generation.configuration()));
    }

    private static Module changed(Module m, Change change) {
        return new Module(
                m.kind(),
                m.version(),
                changed(m.active(), change),
                m.before().stream().map(g -> changed(g, change)).toList(),
                m.quarantine(),
                m.swap());
    }

    private static ModulePlan changed(ModulePlan p, Change change) {
        return p.between(changed(p.from(), change), changed(p.to(), change));
    }

    private static Swap changed(Swap s, Change change) {
        return new Swap(
                s.id(),
                s.kind(),
                s.plan(),
                s.operation(),
                changed(s.from(), change),
                changed(s.to(), change),
                s.passed(),
                s.counters(),
                s.reason(),
                s.by(),
                s.approvers());
    }
}
