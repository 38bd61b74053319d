package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.port.ModuleRepository;

final class Modules implements ModuleRepository {

    private static final Sql.Mapping<StagedModule> STAGED =
            row -> Documents.read(row.text("document"), StagedModule.class);
    private static final Sql.Mapping<Signer> SIGNER = row -> Documents.read(row.text("document"), Signer.class);

    private final Sql sql;
    private final SealedConfigurations sealed;
    private final Sql.Mapping<Module> module;
    private final Sql.Mapping<ModulePlan> plan;
    private final Sql.Mapping<Swap> swap;

    Modules(Sql sql, Keyring keys) {
        this.sql = sql;
        this.sealed = new SealedConfigurations(keys);
        this.module = row -> sealed.module(row.text("document"));
        this.plan = row -> sealed.plan(row.text("document"));
        this.swap = row -> sealed.swap(row.text("document"));
    }

    @Override
    public Optional<Module> find(String kind) {
        return sql.one("select document from module where kind = ?", module, kind);
    }

    @Override
    public List<Module> list() {
        return sql.list("select document from module order by kind", module);
    }

    @Override
    public void put(Module changed) {
        Optional<Long> known =
                sql.one("select version from module where kind = ?", row -> row.number(1), changed.kind());
        if (known.isEmpty()) {
            sql.change(
                    "insert into module (kind, version, document) values (?, ?, ?)",
                    changed.kind(),
                    changed.version(),
                    sealed.write(changed));
            return;
        }
        if (known.get() != changed.version()) {
            throw new StaleException(known.get());
        }
        Module next = new Module(
                changed.kind(),
                changed.version() + 1,
                changed.active(),
                changed.before(),
                changed.quarantine(),
                changed.swap());
        sql.change(
                "update module set version = ?, document = ? where kind = ?",
                next.version(),
                sealed.write(next),
                next.kind());
    }

    @Override
    public Optional<StagedModule> staged(String digest) {
        return sql.one("select document from module_staged where digest = ?", STAGED, digest);
    }

    @Override
    public List<StagedModule> staged() {
        return sql.list("select document from module_staged order by staged_at desc, digest", STAGED);
    }

    @Override
    public Optional<StagedModule> sameVersion(String id, String version) {
        return sql.one(
                "select document from module_staged where plugin = ? and plugin_version = ?", STAGED, id, version);
    }

    @Override
    public void insert(StagedModule module) {
        sql.change(
                "insert into module_staged (digest, plugin, plugin_version, staged_at, document) values (?, ?, ?, ?, ?)",
                module.digest(),
                module.id(),
                module.version(),
                module.at(),
                Documents.write(module));
    }

    @Override
    public void forget(String digest) {
        sql.change("delete from module_staged where digest = ?", digest);
    }

    @Override
    public Optional<ModulePlan> plan(String digest) {
        return sql.one("select document from module_plan where digest = ?", plan, digest);
    }

    @Override
    public List<ModulePlan> plans(int limit) {
        return sql.list("select document from module_plan order by rowid desc limit ?", plan, limit);
    }

    @Override
    public void put(ModulePlan made) {
        sql.change("delete from module_plan where digest = ?", made.digest());
        sql.change("insert into module_plan (digest, document) values (?, ?)", made.digest(), sealed.write(made));
    }

    @Override
    public Optional<Swap> swap(UUID id) {
        return sql.one("select document from module_swap where id = ?", swap, id);
    }

    @Override
    public List<Swap> swaps(String kind, int limit) {
        return sql.list("select document from module_swap where kind = ? order by id desc limit ?", swap, kind, limit);
    }

    @Override
    public void put(Swap begun) {
        sql.change("delete from module_swap where id = ?", begun.id());
        sql.change(
                "insert into module_swap (id, kind, document) values (?, ?, ?)",
                begun.id(),
                begun.kind(),
                sealed.write(begun));
    }

    @Override
    public Optional<Signer> signer(String fingerprint) {
        return sql.one("select document from module_signer where fingerprint = ?", SIGNER, fingerprint);
    }

    @Override
    public List<Signer> signers() {
        return sql.list("select document from module_signer order by trusted_at, fingerprint", SIGNER);
    }

    @Override
    public void put(Signer signer) {
        sql.change("delete from module_signer where fingerprint = ?", signer.fingerprint());
        sql.change(
                "insert into module_signer (fingerprint, trusted_at, document) values (?, ?, ?)",
                signer.fingerprint(),
                signer.at(),
                Documents.write(signer));
    }

    @Override
    public Optional<String> taken(String name) {
        return sql.one("select digest from module_taken where name = ?", row -> row.text("digest"), name);
    }

    @Override
    public List<String> taken() {
        return sql.list("select name from module_taken order by name", row -> row.text("name"));
    }

    @Override
    public void take(String name, String digest) {
        letGo(name);
        sql.change("insert into module_taken (name, digest) values (?, ?)", name, digest);
    }

    @Override
    public void letGo(String name) {
        sql.change("delete from module_taken where name = ?", name);
    }
}
