package nl.knelpunt.distribution;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.recognition.OwnSubjects;
import nl.knelpunt.booth.Booth;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.port.Backups;
import nl.knelpunt.engine.port.LogRepository;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import org.junit.jupiter.api.Test;

/**
 * Nothing reaches the stores but through the gate, and no plugin's code runs but in a booth. Read from the compiled classes of all
 * that ships. Who is excepted stands in a table with the reason; a row that is not needed fails too.
 */
class NoWayAroundIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** Without the libraries that some bundles hold. */
    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(location -> location.contains("/nl/knelpunt/"))
            .importLocations(Stream.concat(
                            plugins(),
                            Stream.of(
                                    "core/api",
                                    "core/support",
                                    "core/booth",
                                    "core/engine",
                                    "core/text",
                                    "core/geo",
                                    "core/store",
                                    "core/identity",
                                    "core/inbox",
                                    "core/rest",
                                    "core/console",
                                    "core/modules",
                                    "distribution/launcher",
                                    "distribution/demo"))
                    .map(module -> Location.of(ROOT.resolve(module).resolve("target/classes")))
                    .collect(Collectors.toSet()));

    private static final String STORE = "nl.knelpunt.store";

    /** Who begins a transaction, and why not through the gate. */
    private static final Map<String, String> TRANSACTIONS = Map.ofEntries(
            Map.entry("GateComponent.transact", "is the gate"),
            Map.entry("GateComponent.failed", "is the gate"),
            Map.entry("Terms.forgetRequests", "forgets the keys of old requests: nobody's data, nothing to judge"),
            Map.entry("Terms.endDrafts", "looks which terms have passed; each then ends through the gate"),
            Map.entry("TermReminders.doDue", "looks which terms end; each is told of through the gate"),
            Map.entry("SignalTerms.doDue", "looks which terms have passed; each then ends through the gate"),
            Map.entry("SignalTerms.each", "looks which terms have passed; each then ends through the gate"),
            Map.entry("DataRequestUseCases.doDue", "looks which terms have passed; each then ends through the gate"),
            Map.entry("PaperTerms.doDue", "looks which papers are past their day; each then goes through the gate"),
            Map.entry(
                    "RequestForgetting.doDue",
                    "looks which requests are past their day; each then goes through the gate"),
            Map.entry("RetentionWork.doDue", "looks whether tonight's run is due"),
            Map.entry(
                    "RetentionWork.expire", "looks which data are past their day; each dossier's go through the gate"),
            Map.entry("RetentionWork.destroyListed", "looks which lists are due; each is carried out through the gate"),
            Map.entry(
                    "RetentionWork.removeOldBackups",
                    "reads for how long backups are kept: the policy, for all to know"),
            Map.entry("EventUseCases.forget", "forgets old events: references only, nothing to judge"),
            Map.entry("NoticeForgetting.doDue", "forgets old notices: references only, nothing to judge"),
            Map.entry("BarrierUseCases.all", "shows barrier models: nobody's data, for all to know"),
            Map.entry("BarrierUseCases.find", "shows a barrier model: nobody's data, for all to know"),
            Map.entry("SwapSteps.wanted", "reads which plugin is to run: nobody's data"),
            Map.entry("SwapSteps.staged", "reads which plugin is to run: nobody's data"),
            Map.entry("SwapSteps.swap", "reads which plugin is to run: nobody's data"),
            Map.entry("SwapSteps.taken", "reads which jars were taken from the plugins folder: nobody's data"),
            Map.entry("SwapSteps.take", "notes that a jar was taken; what it leads to goes through the gate"),
            Map.entry("SwapSteps.letGo", "notes that a jar is gone; what it leads to goes through the gate"),
            Map.entry("SwapSteps.isInstalled", "reads whether the first plugins are there: nobody's data"),
            Map.entry("SwapSteps.installed", "notes that the first plugins are there: narrows what follows (G47)"),
            Map.entry(
                    "MessageUseCases.isInQuarantine",
                    "after the guard refused: whether to say so, or to come back later"),
            Map.entry("PlatformClock.<init>", "reads by how much a demo's clock is moved, before there is a gate"),
            Map.entry(
                    "OperationUseCases.beginDemoAt", "only before anybody did anything: lets a demo begin in the past"),
            Map.entry(
                    "PolicyUseCases.current", "shows what the RIEC decided for itself: nobody's data, for all to know"),
            Map.entry(
                    "PolicyUseCases.changes", "shows what the RIEC decided for itself: nobody's data, for all to know"),
            Map.entry("LocalAccounts.load", "who is asking has to be known before the gate can judge"),
            Map.entry("LocalAccounts.authenticate", "who is asking has to be known before the gate can judge"),
            Map.entry("LocalAccounts.self", "shows somebody its own account: part of knowing who asks"),
            Map.entry("Seeder.run", "looks whether the demo was filled; demo only"),
            Map.entry("Seeder.fill", "notes that the demo was filled, by the use cases; demo only"));

    /** Who says for whom it calls. The gate believes it, so it has to know. */
    private static final Map<String, String> CALLERS = Map.ofEntries(
            Map.entry("LocalAccounts", "by password or token"),
            Map.entry(
                    "Exchange",
                    "the same person as by its token, on behalf of a participant; the gate looks for the mandate"),
            Map.entry("DropFolder", "by the folder that the operating system let it write in"),
            Map.entry("ByThePlatform", "the platform itself, when a term has passed"),
            Map.entry("SwapSteps", "the platform itself, when a plugin takes over"),
            Map.entry("FolderFollower", "whom the operating system let write in plugins: acts as admin"),
            Map.entry("PluginsFolder", "whom the operating system let write in conf: acts as admin"),
            Map.entry("Seeder", "people of a demo"),
            Map.entry("KnelpuntStory", "people of a demo"),
            Map.entry("SignalStory", "people of a demo"),
            Map.entry("Stage", "people of a demo"),
            Map.entry("Cast", "people of a demo"));

    /** Works of the gate that are objects: made within one work, with its transaction, and gone with it. */
    private static final Map<String, String> WORKS = Map.of(
            "Hearing", "what one follower may hear",
            "Referred", "what the references of one text stand for",
            "Footnotes", "what the references of one issued document stand for",
            "Told", "who is told of one correction",
            "Writer", "one document",
            "Counting", "what one act adds to the figures of the year");

    // The stores

    @Test
    void onlyTheGateAndTheExceptedBeginATransaction() {
        assertOnly(TRANSACTIONS.keySet(), who(call(Store.class, "transact"), NoWayAroundIT::method));
    }

    @Test
    void repositoriesAreReachedOnlyWithinAWorkOfTheGateOrOfTheExcepted() {
        List<String> breaches = new ArrayList<>();
        for (JavaAccess<?> access : accesses()) {
            boolean reaches = isPort(access.getTargetOwner())
                    || takesTransaction(access.getTarget().resolveMember().orElse(null));
            // A reference is no call yet: who calls it has the transaction.
            boolean isCall = !(access instanceof JavaCodeUnitReference<?>);
            if (reaches
                    && isCall
                    && !isStore(access)
                    && !access.isDeclaredInLambda()
                    && !takesTransaction(access.getOrigin())
                    && !WORKS.containsKey(owner(access))) {
                breaches.add(access.getDescription());
            }
        }
        assertEquals(List.of(), breaches);
    }

    @Test
    void aTransactionIsNeitherKeptNorHandedOut() {
        List<String> breaches = new ArrayList<>();
        for (JavaClass type : SHIPPED) {
            if (type.getPackageName().startsWith(STORE) || isPort(type)) {
                continue;
            }
            type.getFields().stream()
                    .filter(field -> isPort(field.getRawType()) && !isInnerWork(type))
                    .forEach(field -> breaches.add(field.getFullName()));
            type.getMethods().stream()
                    .filter(method -> isPort(method.getRawReturnType()))
                    .forEach(method -> breaches.add(method.getFullName()));
        }
        assertEquals(List.of(), breaches);
    }

    /** A work of the gate that needs more than one method may be an object; it lives no longer than the transaction. */
    private static boolean isInnerWork(JavaClass type) {
        return (type.isNestedClass() || WORKS.containsKey(type.getSimpleName()))
                && type.getPackageName().equals("nl.knelpunt.engine.component");
    }

    private static Stream<String> plugins() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("plugins"))) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("target/classes")))
                    .map(folder -> ROOT.relativize(folder).toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfPlugin(JavaClass type) {
        return type.getSource().orElseThrow().getUri().getPath().contains("/plugins/");
    }

    @Test
    void whatTalksToTheWorldSeesNoTransaction() {
        noClasses()
                .that(resideInAnyPackage(
                        "nl.knelpunt.rest..",
                        "nl.knelpunt.inbox..",
                        "nl.knelpunt.modules..",
                        "nl.knelpunt.booth..",
                        "nl.knelpunt.api..",
                        "nl.knelpunt.support..",
                        "nl.knelpunt.launcher.."))
                .or(describe("are of a plugin", NoWayAroundIT::isOfPlugin))
                .should()
                .dependOnClassesThat(ports().or(type(Store.class)))
                .check(SHIPPED);
    }

    @Test
    void onlyTheStoreKnowsTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage(STORE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb..")
                .check(SHIPPED);
    }

    @Test
    void onlyTheGateWritesTheLog() {
        assertOnly(Set.of("GateComponent"), who(call(LogRepository.class, "append"), NoWayAroundIT::owner));
    }

    @Test
    void backupsAreMadeOnlyByTheActOfMakingThem() {
        // The nightly run only removes those that are past their day.
        assertOnly(Set.of("OperationUseCases", "RetentionWork"), who(call(Backups.class, null), NoWayAroundIT::owner));
        assertOnly(Set.of("OperationUseCases"), who(call(Backups.class, "make"), NoWayAroundIT::owner));
    }

    // The gate

    @Test
    void thereIsOneGate() {
        assertEquals(
                List.of("GateComponent"),
                SHIPPED.stream()
                        .filter(type -> type.isAssignableTo(Gate.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .toList());
    }

    @Test
    void onlyWhoKnowsItSaysWhoCalls() {
        Predicate<JavaAccess<?>> made = access -> access.getTargetOwner().isAssignableTo(Caller.class)
                && access.getTarget().getName().equals("<init>")
                // These two may do nothing.
                && !access.getTargetOwner().isEquivalentTo(Caller.SomebodyElse.class)
                && !access.getTargetOwner().isEquivalentTo(Caller.Unknown.class);
        Set<String> makers = who(made, NoWayAroundIT::owner);
        makers.removeAll(CALLERS.keySet());
        assertEquals(Set.of(), makers);
    }

    // The guard

    @Test
    void theGuardDependsOnNothingThatActs() {
        noClasses()
                .that()
                .resideInAPackage("nl.knelpunt.engine.guard..")
                .should()
                .dependOnClassesThat(describe("act, or lead to what acts", NoWayAroundIT::acts))
                .check(SHIPPED);
    }

    private static boolean acts(JavaClass type) {
        String name = type.getName();
        if (name.startsWith("java.")) {
            return Stream.of("io.", "lang.reflect.", "net.", "nio.file.", "sql.", "util.concurrent.")
                            .anyMatch(part -> name.startsWith("java." + part))
                    || Set.of("java.lang.Thread", "java.time.Clock", "java.util.Random")
                            .contains(name);
        }
        if (name.startsWith("nl.knelpunt.engine.")) {
            // A service is told by its annotation; all else there are values, but for the packages that are not.
            boolean service = Stream.of("ProviderType", "ConsumerType")
                    .anyMatch(kind -> type.isAnnotatedWith("org.osgi.annotation.versioning." + kind));
            return service
                    || Stream.of("component", "gate", "plugin", "port")
                                    .anyMatch(part -> name.startsWith("nl.knelpunt.engine." + part + "."))
                            && !name.startsWith(InterventionType.class.getName());
        }
        return !name.startsWith("nl.knelpunt.api.")
                && !name.startsWith("org.osgi.annotation.")
                && !type.isPrimitive()
                && !type.isArray();
    }

    @Test
    void theGuardIsToldTheTime() {
        Predicate<JavaAccess<?>> asksTheTime =
                access -> access.getOriginOwner().getPackageName().startsWith("nl.knelpunt.engine.guard")
                        && (access.getTargetOwner().getName().startsWith("java.time.")
                                        && access.getTarget().getName().equals("now")
                                || access.getTargetOwner().isEquivalentTo(System.class)
                                        && access.getTarget().getName().matches("currentTimeMillis|nanoTime"));
        assertEquals(Set.of(), who(asksTheTime, NoWayAroundIT::method));
    }

    // The plugins

    @Test
    void anAdapterIsCalledOnlyInABooth() {
        assertOnly(Set.of("Booth"), who(call(SignalAdapter.class, "read"), NoWayAroundIT::owner));
        // Without a platform, whoever has a list hashes it itself.
        assertOnly(Set.of("Booth", "HashedList"), who(call(OwnSubjects.class, "read"), NoWayAroundIT::owner));
        // A maker of plugins tries them in a booth as well: Calls is the SDK's, which is in no running platform.
        assertOnly(
                Set.of("AdapterCalls", "AdapterTrial", "Calls"), who(call(Booth.class, "open"), NoWayAroundIT::owner));
        Predicate<JavaAccess<?>> reader = call(Plugin.Adapter.class, "reader");
        assertOnly(
                Set.of("AdapterCalls", "AdapterTrial"),
                who(
                        access ->
                                reader.test(access) && !access.getOriginOwner().isAssignableTo(Plugin.Adapter.class),
                        NoWayAroundIT::owner));
    }

    @Test
    void theBoothKnowsNothingOfThePlatform() {
        noClasses()
                .that()
                .resideInAPackage("nl.knelpunt.booth..")
                .should()
                .dependOnClassesThat(describe(
                        "are of the platform",
                        type -> type.getName().startsWith("nl.knelpunt.")
                                && !type.getName().startsWith("nl.knelpunt.api.")
                                && !type.getName().startsWith("nl.knelpunt.booth.")))
                .check(SHIPPED);
    }

    // Looking

    private static Predicate<JavaAccess<?>> call(Class<?> type, String method) {
        return access -> access.getTargetOwner().isAssignableTo(type)
                && (method == null || access.getTarget().getName().equals(method));
    }

    private static List<JavaAccess<?>> accesses() {
        List<JavaAccess<?>> accesses = new ArrayList<>();
        for (JavaClass type : SHIPPED) {
            accesses.addAll(type.getAccessesFromSelf());
            type.getCodeUnits().forEach(unit -> {
                accesses.addAll(unit.getMethodReferencesFromSelf());
                accesses.addAll(unit.getConstructorReferencesFromSelf());
            });
        }
        return accesses;
    }

    private static Set<String> who(
            Predicate<JavaAccess<?>> does, java.util.function.Function<JavaAccess<?>, String> name) {
        return accesses().stream()
                .filter(does)
                .filter(access -> !isStore(access))
                .map(name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertOnly(Set<String> expected, Set<String> found) {
        assertEquals(new TreeSet<>(expected), found);
    }

    private static String owner(JavaAccess<?> access) {
        JavaClass type = access.getOriginOwner();
        while (type.getEnclosingClass().isPresent()) {
            type = type.getEnclosingClass().get();
        }
        return type.getSimpleName();
    }

    private static String method(JavaAccess<?> access) {
        return owner(access) + "." + access.getOrigin().getName();
    }

    private static boolean isStore(JavaAccess<?> access) {
        return access.getOriginOwner().getPackageName().startsWith(STORE);
    }

    private static boolean takesTransaction(JavaMember member) {
        return member instanceof JavaCodeUnit unit
                && unit.getRawParameterTypes().stream().anyMatch(NoWayAroundIT::isPort);
    }

    private static boolean isPort(JavaClass type) {
        return type.isEquivalentTo(Transaction.class)
                || type.getPackageName().equals("nl.knelpunt.engine.port")
                        && type.getSimpleName().endsWith("Repository");
    }

    private static DescribedPredicate<JavaClass> ports() {
        return describe("are a transaction or a repository", NoWayAroundIT::isPort);
    }

    private static DescribedPredicate<JavaClass> type(Class<?> type) {
        return describe("are " + type.getSimpleName(), found -> found.isEquivalentTo(type));
    }
}
