package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.ModuleShapes.ConfigurationView;
import nl.knelpunt.rest.ModuleShapes.ModuleList;
import nl.knelpunt.rest.ModuleShapes.ModulePlanList;
import nl.knelpunt.rest.ModuleShapes.ModulePlanView;
import nl.knelpunt.rest.ModuleShapes.ModuleView;
import nl.knelpunt.rest.ModuleShapes.NewConfiguration;
import nl.knelpunt.rest.ModuleShapes.NewModulePlan;
import nl.knelpunt.rest.ModuleShapes.NewQuarantine;
import nl.knelpunt.rest.ModuleShapes.NewRemovalPlan;
import nl.knelpunt.rest.ModuleShapes.NewRollback;
import nl.knelpunt.rest.ModuleShapes.NewSigner;
import nl.knelpunt.rest.ModuleShapes.SignerList;
import nl.knelpunt.rest.ModuleShapes.SignerView;
import nl.knelpunt.rest.ModuleShapes.StagedModuleList;
import nl.knelpunt.rest.ModuleShapes.StagedModuleView;
import nl.knelpunt.rest.ModuleShapes.SwapList;
import nl.knelpunt.rest.ModuleShapes.SwapView;
import nl.knelpunt.rest.Shapes.Changed;

/** The modules of participants: staged, planned, approved, swapped and put back; and who may provide them. */
final class ModuleRoutes {

    static final String JAR = "application/java-archive";

    private static final String DETAIL = "true for what the framework's resolver itself says of a refusal";

    private ModuleRoutes() {}

    static void addTo(RouteTable table, ModuleResource modules) {
        running(table, modules);
        swapping(table, modules);
        trust(table, modules);
    }

    private static void running(RouteTable table, ModuleResource modules) {
        String one = "/modules/{kind}";
        table.add(
                "modules",
                get("/modules", "listModules", "What runs for each kind of participant, and how it is")
                        .guarded()
                        .does(Act.SEE_MODULES)
                        .answers(200, ModuleList.class)
                        .by(modules::list),
                get(one, "getModule", "What runs for one kind of participant")
                        .guarded()
                        .answers(200, ModuleView.class)
                        .does(Act.SEE_MODULES)
                        .by(modules::see),
                get(one + "/configuration", "getModuleConfiguration", "How it is configured; secrets are never shown")
                        .guarded()
                        .versioned()
                        .does(Act.SEE_MODULES)
                        .answers(200, ConfigurationView.class)
                        .by(modules::configuration),
                put(
                                one + "/configuration",
                                "planModuleConfiguration",
                                "Plans another configuration of what runs; it holds when the plan is carried out")
                        .changes()
                        .does(Act.PLAN_SWAP)
                        .takes(NewConfiguration.class)
                        .answers(200, ModulePlanView.class)
                        .by(modules::configure),
                post(one + "/removal", "planModuleRemoval", "Plans that nothing runs; says what would be frozen")
                        .guarded()
                        .does(Act.PLAN_SWAP)
                        .fails(409)
                        .takes(NewRemovalPlan.class)
                        .answers(201, ModulePlanView.class)
                        .by(modules::remove),
                post(one + "/rollback", "rollBackModule", "Goes back to what ran before, with its configuration")
                        .guarded()
                        .does(Act.ROLL_BACK_MODULE)
                        .fails(409)
                        .takes(NewRollback.class)
                        .answers(201, SwapView.class)
                        .by(modules::rollBack),
                post(
                                one + "/quarantine",
                                "quarantineModule",
                                "Lets no call in any more until it is released or exchanged")
                        .guarded()
                        .does(Act.QUARANTINE_MODULE)
                        .fails(409)
                        .takes(NewQuarantine.class)
                        .answers(201, Changed.class)
                        .by(modules::quarantine),
                post(one + "/release", "releaseModule", "Ends the quarantine")
                        .guarded()
                        .does(Act.RELEASE_MODULE)
                        .fails(409)
                        .answers(201, Changed.class)
                        .by(modules::release),
                get(one + "/swaps", "listModuleSwaps", "The last swaps of a kind, at most 100, the last one first")
                        .guarded()
                        .does(Act.SEE_MODULES)
                        .answers(200, SwapList.class)
                        .by(modules::swaps));
    }

    private static void swapping(RouteTable table, ModuleResource modules) {
        String plan = "/module-plans/{plan}";
        table.add(
                "modules",
                get("/staged-modules", "listStagedModules", "Modules that lie ready, the last one first")
                        .guarded()
                        .does(Act.SEE_MODULES)
                        .answers(200, StagedModuleList.class)
                        .by(modules::staged),
                post(
                                "/staged-modules",
                                "stageModule",
                                "Takes a copy of a signed jar, and looks it through; it runs nothing yet")
                        .guarded()
                        .does(Act.STAGE_MODULE)
                        .takesFile(JAR)
                        .header(
                                ModuleResource.RECEIPT,
                                "the receipt of the TCK for this very jar (NAME.tck.json), in base64; absent when there is none",
                                ModuleResource.LONGEST_RECEIPT)
                        .answers(201, StagedModuleView.class)
                        .by(modules::stage),
                post("/module-plans", "planSwap", "Looks at what would be done, without doing any of it")
                        .guarded()
                        .does(Act.PLAN_SWAP)
                        .query("detail", DETAIL, Boolean.class)
                        .fails(409)
                        .takes(NewModulePlan.class)
                        .answers(201, ModulePlanView.class)
                        .by(modules::plan),
                get("/module-plans", "listModulePlans", "Plans that can still be carried out, the last one first")
                        .guarded()
                        .does(Act.SEE_MODULES)
                        .answers(200, ModulePlanList.class)
                        .by(modules::plans),
                get(plan, "getModulePlan", "A plan")
                        .guarded()
                        .does(Act.SEE_MODULES)
                        .query("detail", DETAIL, Boolean.class)
                        .answers(200, ModulePlanView.class)
                        .by(modules::seePlan),
                post(
                                plan + "/approval",
                                "approveModulePlan",
                                "Another administrator than who made the plan agrees with it")
                        .guarded()
                        .does(Act.APPROVE_SWAP)
                        .fails(409)
                        .answers(201, Changed.class)
                        .by(modules::approve),
                post(plan + "/swap", "swapModule", "Has exactly this plan carried out; 409 when anything changed since")
                        .guarded()
                        .does(Act.BEGIN_SWAP)
                        .fails(409)
                        .answers(201, SwapView.class)
                        .by(modules::apply),
                get("/module-swaps/{swap}", "getModuleSwap", "How far a swap is")
                        .guarded()
                        .does(Act.SEE_MODULES)
                        .answers(200, SwapView.class)
                        .by(modules::swap));
    }

    private static void trust(RouteTable table, ModuleResource modules) {
        table.add(
                "modules",
                get("/module-signers", "listModuleSigners", "Whose signature counts, and for which participants")
                        .guarded()
                        .does(Act.SEE_MODULES)
                        .answers(200, SignerList.class)
                        .by(modules::signers),
                post("/module-signers", "trustModuleSigner", "Lets a signer provide modules for kinds of participants")
                        .guarded()
                        .does(Act.TRUST_SIGNER)
                        .takes(NewSigner.class)
                        .answers(201, SignerView.class)
                        .by(modules::trust),
                post(
                                "/module-signers/{fingerprint}/withdrawal",
                                "distrustModuleSigner",
                                "Nothing new of this signer is staged; what runs goes on")
                        .guarded()
                        .does(Act.DISTRUST_SIGNER)
                        .answers(201, Changed.class)
                        .by(modules::distrust));
    }
}
