package nl.knelpunt.engine.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.event.CloudEvent;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.RacAdvice;
import org.junit.jupiter.api.Test;

/** What an administrator may have done with a plugin, and what stands behind it. */
class ModulesTest {

    private final House house = new House();
    private final ImaginaryJars jars = new ImaginaryJars();
    private final ModuleUseCases modules = new ModuleUseCases(house.gate, jars, house.meter, false);
    private final SwapSteps steps = new SwapSteps(house.gate, house.store, house.meter);
    private final Account admin = house.appoint("ada", House.MUNICIPALITY, null, Role.ADMIN);
    private final Account second = house.appoint("bea", House.MUNICIPALITY, null, Role.ADMIN);

    private Call as(Account account) {
        return House.by(account);
    }

    private void trust(String... kinds) {
        house.store.transact(t -> {
            t.modules()
                    .put(new Signer(
                            ImaginaryJars.SIGNER, "CN=Politie", "", Set.of(kinds), "test", Instant.EPOCH, null));
            return null;
        });
    }

    private StagedModule stage(String jar) throws Exception {
        return modules.stage(as(admin), new ByteArrayInputStream(jar.getBytes(StandardCharsets.UTF_8)));
    }

    private ModulePlan plan(Account by, String digest) {
        return plan(by, digest, null);
    }

    private ModulePlan plan(Account by, String digest, UUID advice) {
        return modules.plan(
                as(by),
                new Modules.Wanted("police", digest, Swap.Operation.PHASE_IN, Map.of(), advice, null, List.of()));
    }

    /** What the framework would tell of a swap that goes well. */
    private void carryOut(Swap swap) {
        for (Swap.Step step : List.of(Swap.Step.CANDIDATE, Swap.Step.SWITCHED, Swap.Step.DRAINED, Swap.Step.DONE)) {
            steps.step(swap.id(), step, null, null);
        }
    }

    private void run(String jar) throws Exception {
        carryOut(modules.apply(as(admin), plan(admin, stage(jar).digest()).digest()));
        steps.installed();
    }

    private Module police() {
        return house.store.transact(t -> t.modules().find("police")).orElseThrow();
    }

    private String version(Generation generation) {
        return jars.known.get(generation.digest()).descriptor().version();
    }

    private String refusal(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(ModuleRefusedException.class, act).getMessage();
    }

    @Test
    void whatIsStagedRunsOnlyWhenAPlanSaysSo() throws Exception {
        trust("police");
        StagedModule staged = stage("1.0.0 VEHICLE");
        assertTrue(house.store.transact(t -> t.modules().find("police")).isEmpty());
        Swap swap = modules.apply(as(admin), plan(admin, staged.digest()).digest());
        assertEquals(1, jars.woken);
        assertNull(police().active(), "nothing runs before the switch");
        carryOut(swap);
        assertEquals(staged.digest(), police().active().digest());
        assertNull(police().swap());
    }

    @Test
    void aSignerCountsForItsOwnKindsOnly() throws Exception {
        trust("customs");
        String told = refusal(() -> stage("1.0.0 VEHICLE"));
        assertTrue(told.contains("may not provide a module for \"police\""), told);
        assertTrue(jars.known.isEmpty(), "nothing of it stays");
        assertEquals(
                LogRecord.Result.FAILED,
                house.store.log().get(house.store.log().size() - 1).result());
    }

    @Test
    void aVersionHasOneContent() throws Exception {
        trust("police");
        stage("1.0.0 VEHICLE");
        String told = refusal(() -> stage("1.0.0 VEHICLE,CONTACT"));
        assertTrue(told.contains("known with other content"), told);
        assertEquals("1.0.0", stage("1.0.0 VEHICLE").version(), "the same again is the same");
    }

    private StagedModule stage(ModuleUseCases by, String jar, String receipt) throws Exception {
        return by.stage(
                as(admin),
                new ByteArrayInputStream(jar.getBytes(StandardCharsets.UTF_8)),
                receipt.getBytes(StandardCharsets.UTF_8));
    }

    private ModuleUseCases asking(String receipts) {
        return new ModuleUseCases(
                new ModuleUseCases.Settings() {

                    @Override
                    public Class<ModuleUseCases.Settings> annotationType() {
                        return ModuleUseCases.Settings.class;
                    }

                    @Override
                    public String administrators() {
                        return "1";
                    }

                    @Override
                    public String receipts() {
                        return receipts;
                    }
                },
                house.gate,
                jars,
                house.meter);
    }

    @Test
    void aPlanWarnsOfAModuleWithoutAReceiptUntilOneComes() throws Exception {
        trust("police");
        StagedModule staged = stage("1.0.0 VEHICLE");
        assertNull(staged.tck());
        ModulePlan plan = plan(admin, staged.digest());
        assertEquals(1, plan.warnings().size());
        assertTrue(plan.warnings().get(0).en().contains("no receipt of the TCK"), plan::toString);
        assertTrue(plan.refusals().isEmpty());

        assertEquals(
                "1.0", stage(modules, "1.0.0 VEHICLE", "1.0 " + staged.digest()).tck());
        assertEquals("1.0", stage("1.0.0 VEHICLE").tck(), "it is kept");
        ModulePlan proven = plan(admin, staged.digest());
        assertEquals(List.of(), proven.warnings());
        assertFalse(proven.digest().equals(plan.digest()), "who approved the one did not approve the other");
    }

    @Test
    void aReceiptOfAnotherJarIsRefusedAndNothingStays() {
        trust("police");
        assertEquals("of another jar", refusal(() -> stage(modules, "1.0.0 VEHICLE", "1.0 " + "0".repeat(64))));
        assertTrue(jars.known.isEmpty());
    }

    @Test
    void whereAReceiptIsRequiredNothingComesInWithoutOne() throws Exception {
        trust("police");
        ModuleUseCases strict = asking("required");
        stage("1.0.0 VEHICLE");
        run("1.1.0 VEHICLE");
        String told = refusal(() -> strict.stage(as(admin), jar("1.2.0 VEHICLE")));
        assertTrue(told.contains("no receipt of the TCK, which is required here"), told);

        StagedModule earlier = stage("1.0.0 VEHICLE");
        ModulePlan plan = strict.plan(
                as(admin),
                new Modules.Wanted(
                        "police", earlier.digest(), Swap.Operation.PHASE_IN, Map.of(), null, null, List.of()));
        assertEquals(1, plan.refusals().size(), "nor what was staged before it was required");
        assertThrows(
                ModuleRefusedException.class,
                () -> asking("whatever").stage(as(admin), jar("1.2.0 VEHICLE")),
                "what can't be understood asks for the more");
    }

    @Test
    void whatAnInstallationBeginsWithNeedsNoReceipt() throws Exception {
        trust("police");
        assertNull(asking("required").stage(as(admin), jar("1.0.0 VEHICLE")).tck());
    }

    private static InputStream jar(String words) {
        return new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatWouldBeProcessedAnewNeedsTheRac() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        StagedModule wider = stage("1.1.0 VEHICLE,CONTACT");
        ModulePlan plan = plan(admin, wider.digest());
        assertEquals(List.of("category CONTACT"), plan.newly());
        RefusedException refused = assertThrows(RefusedException.class, () -> modules.apply(as(admin), plan.digest()));
        assertEquals("G47", refused.findings().get(0).rule());
        UUID advice = UUID.randomUUID();
        house.store.transact(t -> {
            t.advices()
                    .insert(new RacAdvice(
                            advice,
                            "RAC 1",
                            "contact",
                            LocalDate.EPOCH,
                            RacAdvice.Outcome.POSITIVE,
                            null,
                            null,
                            RacAdvice.Matter.ONE_CHANGE,
                            null,
                            null,
                            admin.id(),
                            Instant.EPOCH));
            return null;
        });
        carryOut(modules.apply(as(admin), plan(admin, wider.digest(), advice).digest()));
        assertEquals("1.1.0", version(police().active()));
    }

    @Test
    void fourEyesSeeAPlanBeforeItIsCarriedOut() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        ModuleUseCases strict = new ModuleUseCases(house.gate, jars, house.meter, true);
        ModulePlan plan = plan(admin, stage("1.0.1 VEHICLE").digest());
        assertTrue(refusal(() -> strict.apply(as(admin), plan.digest())).contains("second administrator"));
        assertTrue(refusal(() -> strict.approve(as(admin), plan.digest())).contains("yourself"));
        assertEquals(List.of(plan), strict.plans(as(second)), "the second finds it");
        strict.approve(as(second), plan.digest());
        Swap swap = strict.apply(as(admin), plan.digest());
        assertEquals(List.of(second.id().toString()), swap.approvers());
    }

    @Test
    void exactlyWhatWasPlannedIsDoneOrNothing() throws Exception {
        trust("police");
        ModulePlan first = plan(admin, stage("1.0.0 VEHICLE").digest());
        ModulePlan other = plan(admin, stage("1.0.1 VEHICLE").digest());
        assertEquals(List.of(other, first), modules.plans(as(admin)));
        carryOut(modules.apply(as(admin), first.digest()));
        assertTrue(refusal(() -> modules.apply(as(admin), other.digest())).contains("Make a new plan"));
        assertEquals(List.of(), modules.plans(as(admin)), "nothing is left that could be carried out");
    }

    @Test
    void oneSwapOfAKindAtATime() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        modules.apply(as(admin), plan(admin, stage("1.0.1 VEHICLE").digest()).digest());
        ModulePlan plan = plan(admin, stage("1.0.2 VEHICLE").digest());
        assertFalse(plan.refusals().isEmpty());
        assertTrue(refusal(() -> modules.apply(as(admin), plan.digest())).contains("under way"));
    }

    @Test
    void aSwapUnderWaySaysWhatWasCountedSoFar() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        Swap begun = modules.apply(
                as(admin), plan(admin, stage("1.0.1 VEHICLE").digest()).digest());
        house.meter.begin("police").end(true);
        house.meter.begin("police");
        Swap.Counters soFar = new Swap.Counters(2, 1, 0, 1);
        assertEquals(soFar, modules.swap(as(admin), begun.id()).counters());
        assertEquals(soFar, modules.swaps(as(admin), "police").get(0).counters());
        assertEquals(soFar, modules.list(as(admin)).get(0).swap().orElseThrow().counters());
    }

    @Test
    void aRepeatUnderTheSameKeyIsToldOfTheSameSwap() throws Exception {
        trust("police");
        String plan = plan(admin, stage("1.0.0 VEHICLE").digest()).digest();
        Call keyed = new Call(as(admin).caller(), UUID.randomUUID(), "here", "key", null);
        Swap swap = modules.apply(keyed, plan);
        assertEquals(swap, modules.apply(keyed, plan));
    }

    @Test
    void whatRanBeforeIsGoneBackToAtOnce() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        run("1.0.1 VEHICLE");
        carryOut(modules.rollBack(as(admin), "police", null));
        assertEquals("1.0.0", version(police().active()));
        assertEquals("1.0.1", version(police().before().get(0)));
    }

    @Test
    void aVersionThatConvertedDataCanSayThatThereIsNoWayBack() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        run("2.0.0 VEHICLE noway");
        assertTrue(refusal(() -> modules.rollBack(as(admin), "police", null)).contains("can't work with them"));
    }

    @Test
    void aSwapThatIsGivenUpLeavesTheOldOne() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        Swap swap = modules.apply(
                as(admin), plan(admin, stage("1.0.1 VEHICLE").digest()).digest());
        steps.step(swap.id(), Swap.Step.ABORTED, null, new Text("hij start niet", "it does not start"));
        assertEquals("1.0.0", version(police().active()));
        assertNull(police().swap());
    }

    @Test
    void whatDidNotDoIsNotGoneBackTo() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        Swap swap = modules.apply(
                as(admin), plan(admin, stage("1.0.1 VEHICLE").digest()).digest());
        steps.step(swap.id(), Swap.Step.CANDIDATE, null, null);
        steps.step(swap.id(), Swap.Step.SWITCHED, null, null);
        assertEquals("1.0.1", version(police().active()));
        steps.step(
                swap.id(),
                Swap.Step.ROLLED_BACK,
                new Swap.Counters(3, 1, 2, 0),
                new Text("te veel fouten", "too many errors"));
        assertEquals("1.0.0", version(police().active()));
        assertTrue(police().before().isEmpty());
    }

    @Test
    void theLogSaysWhichJarCameInThePlaceOfWhichByWhoseLeave() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        Swap swap = modules.apply(
                as(admin), plan(admin, stage("1.0.1 VEHICLE").digest()).digest());
        steps.step(swap.id(), Swap.Step.CANDIDATE, null, null);
        steps.step(swap.id(), Swap.Step.SWITCHED, null, null);
        steps.step(swap.id(), Swap.Step.DRAINED, null, null);
        steps.step(swap.id(), Swap.Step.DONE, new Swap.Counters(9, 6, 2, 1), null);
        String note = house.store.log().get(house.store.log().size() - 1).note();
        assertTrue(note.contains(swap.from().digest()), note);
        assertTrue(note.contains(swap.to().digest()), note);
        assertTrue(note.contains("by " + admin.id()), note);
        assertTrue(note.contains("accepted 9 = delivered 6 + refused 2 + waiting 1"), note);
        assertTrue(house.store.verifyLog().isWhole());
    }

    @Test
    void everybodyHearsThatWhatAModuleBringsIsAnotherAndAdministratorsHowItWent() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        steps.tell("police", police().active());
        steps.tell("police", null);
        assertEquals(List.of("changed", "changed"), ofModules(house.officer));
        assertEquals(
                List.of(
                        "staged", "planned", "swapped", "swapped", "swapped", "swapped", "swapped", "changed",
                        "changed"),
                ofModules(admin));
    }

    /** What somebody hears of modules. */
    private List<String> ofModules(Account account) {
        return house.events.list(as(account), null, 100).items().stream()
                .map(CloudEvent::type)
                .filter(type -> type.startsWith("nl.knelpunt.module."))
                .map(type -> type.substring("nl.knelpunt.module.".length()))
                .toList();
    }

    @Test
    void removalSaysWhoseDataAreFrozen() throws Exception {
        trust("police");
        run("1.0.0 VEHICLE");
        ModulePlan plan = plan(admin, null);
        assertEquals(1, plan.frozen().size());
        carryOut(modules.apply(as(admin), plan.digest()));
        assertNull(police().active());
    }

    @Test
    void onlySettingsThatTheModuleKnowsCanBeSet() throws Exception {
        trust("police");
        String digest = stage("1.0.0 VEHICLE").digest();
        jars.attributes.put(
                digest,
                List.of(new Attribute(
                        "url",
                        new Text("Adres", "Address"),
                        null,
                        "String",
                        false,
                        false,
                        false,
                        List.of(),
                        List.of(),
                        null,
                        null)));
        ModulePlan plan = modules.plan(
                as(admin),
                new Modules.Wanted(
                        "police",
                        digest,
                        null,
                        new TreeMap<>(Map.of("url", List.of("https://example.test"))),
                        null,
                        null,
                        List.of()));
        assertEquals(List.of("url"), plan.changes());
        assertThrows(
                nl.knelpunt.engine.gate.InvalidException.class,
                () -> modules.plan(
                        as(admin),
                        new Modules.Wanted(
                                "police", digest, null, Map.of("other", List.of("1")), null, null, List.of())));
    }

    @Test
    void nobodyElseTouchesModules() {
        assertThrows(RefusedException.class, () -> modules.list(as(house.officer)));
        assertThrows(RefusedException.class, () -> modules.stage(as(house.director), InputStream.nullInputStream()));
    }
}
