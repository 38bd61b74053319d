package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Leftover;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModuleHealth;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.rest.OversightShapes.Overseer;
import nl.knelpunt.rest.Shapes.BilingualText;

/** The JSON of modules: what runs, what is staged, planned and swapped, who may provide what, and how it is configured. */
final class ModuleShapes {

    private ModuleShapes() {}

    /** What becomes of the data of participants without a module. */
    enum Fate {
        FREEZE
    }

    record StagedModuleView(
            @JsonPropertyDescription("SHA-256 of the jar, by which it is known")
            String digest,

            @JsonPropertyDescription("symbolic name") String id,
            String version,

            @JsonPropertyDescription("of participant that it serves")
            String kind,

            @JsonPropertyDescription("fingerprint of who signed it")
            String signer,

            @JsonPropertyDescription("of its configuration") int schema,

            @JsonPropertyDescription("whether a version before it can work with what it leaves")
            boolean canGoBack,

            String by,
            Instant at,

            @JsonPropertyDescription(
                    "version of the TCK that its maker ran it through, by the receipt for this very jar; absent without one")
            String tck) {

        static StagedModuleView of(StagedModule m) {
            return new StagedModuleView(
                    m.digest(),
                    m.id(),
                    m.version(),
                    m.kind(),
                    m.signer(),
                    m.schema(),
                    m.canGoBack(),
                    m.by(),
                    m.at(),
                    m.tck());
        }
    }

    record StagedModuleList(List<StagedModuleView> items) {}

    /** One jar with one configuration. */
    record GenerationView(
            String digest,

            @JsonPropertyDescription("absent when the jar is not known any more")
            String id,

            String version,

            @JsonPropertyDescription("of its configuration") int schema,

            @JsonPropertyDescription("names of the settings that have another value than the default")
            List<String> configured) {

        static GenerationView of(Generation generation, Function<String, StagedModule> known) {
            if (generation == null) {
                return null;
            }
            StagedModule module = known.apply(generation.digest());
            return new GenerationView(
                    generation.digest(),
                    module == null ? null : module.id(),
                    module == null ? null : module.version(),
                    generation.configuration().schema(),
                    List.copyOf(generation.configuration().values().keySet()));
        }
    }

    record QuarantineView(
            BilingualText reason,

            @JsonPropertyDescription("who; platform when it did so itself")
            String by,

            Instant at) {

        static QuarantineView of(Module.Quarantine quarantine) {
            return quarantine == null
                    ? null
                    : new QuarantineView(BilingualText.of(quarantine.reason()), quarantine.by(), quarantine.at());
        }
    }

    record ModuleHealthView(
            @JsonPropertyDescription("of participant") String kind,

            @JsonPropertyDescription("OK, WARN or CRITICAL") ModuleHealth.Status status,

            @JsonPropertyDescription("what is wrong; absent when nothing is")
            BilingualText message,

            @JsonPropertyDescription("whether something serves")
            boolean started,

            @JsonPropertyDescription("whether what serves is what is to run")
            boolean satisfied,

            @JsonPropertyDescription("since it began to serve")
            long calls,

            @JsonPropertyDescription("among them that were its own fault")
            long errors,

            @JsonPropertyDescription("errors of calls, 0 to 1")
            double errorRate,

            @JsonPropertyDescription("median of how long its calls took")
            long medianMillis,

            @JsonPropertyDescription("95 % of its calls took at most this long")
            long tailMillis,

            @JsonPropertyDescription("calls in it now") int inFlight,

            @JsonPropertyDescription("when the last swap came to its last step")
            Instant lastSwap) {

        static ModuleHealthView of(Modules.Status status) {
            Modules.Health health = status.health();
            ModuleHealth judged = ModuleHealth.of(status);
            return new ModuleHealthView(
                    status.module().kind(),
                    judged.status(),
                    BilingualText.of(judged.message()),
                    status.runs().isPresent(),
                    judged.isSatisfied(),
                    health.calls(),
                    health.errors(),
                    judged.errorRate(),
                    health.p50(),
                    health.p95(),
                    status.inside(),
                    status.swap()
                            .map(s -> s.passed().get(s.passed().size() - 1).at())
                            .orElse(null));
        }
    }

    record ModuleView(
            @JsonPropertyDescription("of participant") String kind,

            @JsonPropertyDescription("counts changes") long version,

            @JsonPropertyDescription("what is to run; absent when nothing is: the data are frozen then (G51)")
            GenerationView wanted,

            @JsonPropertyDescription("what takes the calls now; absent when nothing does")
            GenerationView runs,

            @JsonPropertyDescription("to which can be gone back, the last one first")
            List<GenerationView> before,

            @JsonPropertyDescription("why nothing runs although something should; absent when nothing is wrong")
            QuarantineView quarantine,

            @JsonPropertyDescription("under way, or the last one; absent when there was none")
            SwapView swap,

            ModuleHealthView health,

            @JsonPropertyDescription("what served before and is not gone without a trace yet")
            List<LeftoverView> left,

            @JsonPropertyDescription("jars for this kind that lie ready or ran")
            List<StagedModuleView> staged) {

        static ModuleView of(Modules.Status status) {
            Module module = status.module();
            Map<String, StagedModule> known =
                    status.known().stream().collect(Collectors.toMap(StagedModule::digest, m -> m));
            return new ModuleView(
                    module.kind(),
                    module.version(),
                    GenerationView.of(module.active(), known::get),
                    GenerationView.of(status.runs().orElse(null), known::get),
                    module.before().stream()
                            .map(g -> GenerationView.of(g, known::get))
                            .toList(),
                    QuarantineView.of(module.quarantine()),
                    status.swap().map(s -> SwapView.of(s, known::get)).orElse(null),
                    ModuleHealthView.of(status),
                    status.left().stream().map(LeftoverView::of).toList(),
                    status.known().stream().map(StagedModuleView::of).toList());
        }
    }

    record LeftoverView(
            String name,

            @JsonPropertyDescription("when it was replaced") Instant since,

            @JsonPropertyDescription("calls in it that have not ended")
            int inFlight,

            @JsonPropertyDescription("whether only its classes are still held in memory")
            boolean gone) {

        static LeftoverView of(Leftover leftover) {
            return new LeftoverView(leftover.name(), leftover.since(), leftover.inside(), leftover.gone());
        }
    }

    record ModuleList(List<ModuleView> items) {}

    record PassedView(Swap.Step step, Instant at) {}

    record CountersView(long accepted, long delivered, long refused, long waiting) {}

    record SwapView(
            UUID id,
            String kind,

            @JsonPropertyDescription("DONE, ABORTED and ROLLED_BACK are the ends")
            Swap.Step step,

            @JsonPropertyDescription("whether it is over") boolean ended,
            Swap.Operation operation,

            @JsonPropertyDescription("digest of the plan; absent of a rollback")
            String plan,

            @JsonPropertyDescription("absent when nothing ran")
            GenerationView from,

            @JsonPropertyDescription("absent when nothing is to run")
            GenerationView to,

            @JsonPropertyDescription("the steps so far, oldest first")
            List<PassedView> passed,

            @JsonPropertyDescription(
                    "of messages during the swap, so far while it is under way: accepted is delivered, refused and waiting"
                            + " together")
            CountersView counters,

            @JsonPropertyDescription("why it came to nothing or was turned back")
            BilingualText reason,

            String by,
            List<String> approvers,
            String href) {

        static SwapView of(Swap swap, Function<String, StagedModule> known) {
            Swap.Counters counted = swap.counters();
            return new SwapView(
                    swap.id(),
                    swap.kind(),
                    swap.step(),
                    swap.step().isEnd(),
                    swap.operation(),
                    swap.plan().isEmpty() ? null : swap.plan(),
                    GenerationView.of(swap.from(), known),
                    GenerationView.of(swap.to(), known),
                    swap.passed().stream()
                            .map(p -> new PassedView(p.step(), p.at()))
                            .toList(),
                    counted == null
                            ? null
                            : new CountersView(
                                    counted.accepted(), counted.delivered(), counted.refused(), counted.waiting()),
                    BilingualText.of(swap.reason()),
                    swap.by(),
                    swap.approvers(),
                    ModuleResource.href(swap.id()));
        }
    }

    record SwapList(List<SwapView> items) {}

    /** What is to be configured: values as text, one or a list of them. */
    record SettingBody(
            @Mandatory @JsonPropertyDescription("of the attribute")
            String name,

            @JsonPropertyDescription("as text; empty or absent takes the default again")
            List<String> values) {

        static Map<String, List<String>> engine(List<SettingBody> settings) {
            Map<String, List<String>> values = new TreeMap<>();
            if (settings != null) {
                for (SettingBody setting : settings) {
                    List<String> given = setting.values() == null ? List.of() : setting.values();
                    if (values.put(setting.name(), given) != null) {
                        throw new InvalidException(
                                "configuration." + setting.name(),
                                new Text("Dit staat er twee keer.", "This is given twice."));
                    }
                }
            }
            return values;
        }
    }

    record NewModulePlan(
            @Mandatory @JsonPropertyDescription("of participant, such as police")
            String kind,

            @Mandatory @JsonPropertyDescription("of a staged jar or one that ran")
            String digest,

            @JsonPropertyDescription("PHASE_IN (no gap) when absent; REPLACE lets callers wait")
            Swap.Operation operation,

            @JsonPropertyDescription("what is to differ; what is not named stays as it is")
            List<SettingBody> configuration,

            @JsonPropertyDescription("of the RAC, where something is processed anew (G47)")
            UUID advice,

            @JsonPropertyDescription("why it is done against that advice")
            String deviation,

            @JsonPropertyDescription("of a deviation: both") List<Overseer> reportedTo) {

        Modules.Wanted engine() {
            return new Modules.Wanted(
                    kind, digest, operation, SettingBody.engine(configuration), advice, deviation, names(reportedTo));
        }
    }

    record NewRemovalPlan(
            @JsonPropertyDescription(
                    "what happens to the data of these participants, said on purpose: FREEZE keeps them, and nobody sees or uses"
                            + " them until a module serves again (G51). Their terms of destruction run on")
            Fate data,

            @JsonPropertyDescription("REPLACE lets callers wait; PHASE_IN when absent")
            Swap.Operation operation) {}

    record NewConfiguration(
            @Mandatory
            @JsonPropertyDescription("all that is to differ from the defaults; a secret that is not named stays")
            List<SettingBody> settings) {}

    record OptionView(String value, BilingualText label) {}

    record SettingView(
            String name,
            BilingualText label,
            BilingualText description,

            @JsonPropertyDescription("as metatype names it: String, Integer, Boolean, Password …")
            String type,

            boolean secret,

            @JsonPropertyDescription("whether it takes more than one value")
            boolean several,

            boolean required,

            @JsonPropertyDescription("empty when it takes any value")
            List<OptionView> options,

            @JsonPropertyDescription("smallest number or shortest text")
            String min,

            @JsonPropertyDescription("largest number or longest text")
            String max,

            @JsonPropertyDescription("absent of a secret") List<String> defaults,

            @JsonPropertyDescription("whether it differs from its default")
            boolean configured,

            @JsonPropertyDescription("that hold now; absent of a secret")
            List<String> values) {

        static SettingView of(Attribute attribute, Configuration now) {
            List<String> configured = now.values().get(attribute.id());
            boolean shown = !attribute.secret();
            return new SettingView(
                    attribute.id(),
                    BilingualText.of(attribute.name()),
                    BilingualText.of(attribute.description()),
                    attribute.type(),
                    attribute.secret(),
                    attribute.several(),
                    attribute.required(),
                    attribute.options().stream()
                            .map(o -> new OptionView(o.value(), BilingualText.of(o.label())))
                            .toList(),
                    attribute.min(),
                    attribute.max(),
                    shown ? attribute.defaults() : null,
                    configured != null,
                    shown ? configured == null ? attribute.defaults() : configured : null);
        }
    }

    record ConfigurationView(
            String kind,
            GenerationView runs,

            @JsonPropertyDescription("in the order of the module; empty when nothing can be configured")
            List<SettingView> settings) {

        static ConfigurationView of(Modules.Status status, List<Attribute> attributes) {
            Map<String, StagedModule> known =
                    status.known().stream().collect(Collectors.toMap(StagedModule::digest, m -> m));
            Generation active = status.module().active();
            return new ConfigurationView(
                    status.module().kind(),
                    GenerationView.of(active, known::get),
                    attributes.stream()
                            .map(a -> SettingView.of(a, active.configuration()))
                            .toList());
        }
    }

    private static List<String> names(List<Overseer> overseers) {
        return overseers == null
                ? List.of()
                : overseers.stream().map(Enum::name).toList();
    }

    record PlanRefusalView(
            BilingualText reason,

            @JsonPropertyDescription(
                    "of the one who found it, such as the framework's resolver; only with ?detail=true")
            String detail) {}

    record ModulePlanView(
            @JsonPropertyDescription("over all that would be done, by which the plan is known")
            String digest,

            String kind,
            Swap.Operation operation,

            @JsonPropertyDescription("absent when nothing runs")
            GenerationView from,

            @JsonPropertyDescription("absent when nothing is to run")
            GenerationView to,

            @JsonPropertyDescription("whether it can be carried out, but for an approval")
            boolean possible,

            @JsonPropertyDescription("why it can't be carried out; empty when it can")
            List<PlanRefusalView> refusals,

            @JsonPropertyDescription("what to look at before it is carried out; empty when nothing")
            List<BilingualText> warnings,

            @JsonPropertyDescription(
                    "bundles that would be stopped or refreshed beside the module's own: none, or it is refused")
            List<String> touched,

            @JsonPropertyDescription("what would be processed that is not now; not empty needs the RAC (G47)")
            List<String> newly,

            @JsonPropertyDescription("names of the settings that change")
            List<String> changes,

            @JsonPropertyDescription("what would be out of reach while nothing runs (G51)")
            List<BilingualText> frozen,

            @JsonPropertyDescription("whether this can be turned back afterwards")
            boolean canGoBack,

            UUID advice,
            String deviation,
            List<String> reportedTo,
            String by,
            Instant at,

            @JsonPropertyDescription("other administrators that agreed")
            List<String> approvers,

            String href) {

        static ModulePlanView of(ModulePlan plan, Function<String, StagedModule> known, boolean withDetail) {
            return new ModulePlanView(
                    plan.digest(),
                    plan.kind(),
                    plan.operation(),
                    GenerationView.of(plan.from(), known),
                    GenerationView.of(plan.to(), known),
                    plan.refusals().isEmpty(),
                    plan.refusals().stream()
                            .map(r -> new PlanRefusalView(BilingualText.of(r.reason()), withDetail ? r.detail() : null))
                            .toList(),
                    plan.warnings().stream().map(BilingualText::of).toList(),
                    plan.touched(),
                    plan.newly(),
                    plan.changes(),
                    plan.frozen().stream().map(BilingualText::of).toList(),
                    plan.canGoBack(),
                    plan.advice(),
                    plan.deviation(),
                    plan.reportedTo(),
                    plan.by(),
                    plan.at(),
                    plan.approvers(),
                    ModuleResource.planHref(plan.digest()));
        }
    }

    record ModulePlanList(List<ModulePlanView> items) {}

    record NewRollback(
            @JsonPropertyDescription("of a generation that ran before; the last one when absent")
            String digest) {}

    record NewQuarantine(
            @Mandatory @JsonPropertyDescription("a line; no personal data")
            String reason) {}

    record NewSigner(
            @Mandatory @JsonPropertyDescription("PEM, as modules keygen shows it")
            String certificate,

            @Mandatory @JsonPropertyDescription("of participants for which this signer may provide modules")
            List<String> kinds) {}

    record SignerView(
            @JsonPropertyDescription("SHA-256 of the certificate")
            String fingerprint,

            String name,
            List<String> kinds,
            String by,
            Instant at,

            @JsonPropertyDescription("absent while it is trusted")
            Instant withdrawn,

            @JsonPropertyDescription("PEM") String certificate) {

        static SignerView of(Signer signer) {
            return new SignerView(
                    signer.fingerprint(),
                    signer.name(),
                    signer.kinds().stream().sorted().toList(),
                    signer.by(),
                    signer.at(),
                    signer.withdrawn(),
                    signer.certificate());
        }
    }

    record SignerList(List<SignerView> items) {}
}
