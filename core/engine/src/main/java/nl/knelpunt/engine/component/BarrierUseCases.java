package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.analysis.BarrierMatrix;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.analysis.BarrierModels;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.ShippedBarrierModels;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class BarrierUseCases implements BarrierModels {

    private static final Pattern CODE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.-]{1,20}");
    private static final String TAKEN = "TAKEN_IN";
    private static final Text UNKNOWN =
            new Text("Dit barrièremodel is er niet in deze versie.", "There is no such barrier model in this version.");

    private final Gate gate;
    private final Store store;
    private final Router router;
    private final ShippedBarrierModels shipped;

    @Activate
    public BarrierUseCases(
            @Reference Gate gate,
            @Reference Store store,
            @Reference Router router,
            @Reference ShippedBarrierModels shipped) {
        this.gate = gate;
        this.store = store;
        this.router = router;
        this.shipped = shipped;
    }

    @Override
    public List<BarrierModel> newest() {
        Map<String, BarrierModel> newest = new LinkedHashMap<>();
        all().sorted(Comparator.comparing(BarrierModel::code)).forEach(m -> newest.putIfAbsent(m.code(), m));
        return List.copyOf(newest.values());
    }

    @Override
    public List<BarrierModel> versions(String code) {
        return all().filter(m -> m.code().equals(code)).toList();
    }

    @Override
    public Optional<BarrierModel> find(String code, String version) {
        return store.transact(t -> find(t, code, version));
    }

    /** Taken in first, the last of them first; then what came along, unless it was taken in too. */
    private Stream<BarrierModel> all() {
        List<BarrierModel> taken = store.transact(t -> t.barrierModels().all());
        Set<List<String>> known =
                taken.stream().map(m -> List.of(m.code(), m.version())).collect(Collectors.toSet());
        return Stream.concat(
                taken.stream(), shipped.models().stream().filter(m -> !known.contains(List.of(m.code(), m.version()))));
    }

    private Optional<BarrierModel> find(Transaction transaction, String code, String version) {
        return transaction
                .barrierModels()
                .find(code, version)
                .or(() -> shipped.models().stream()
                        .filter(m -> m.code().equals(code) && m.version().equals(version))
                        .findFirst());
    }

    @Override
    public Done take(Call call, BarrierModel model) {
        check(model);
        return gate.change(
                call, Act.TAKE_BARRIER_MODEL, null, (t, facts) -> facts.asking(new Asked.Taking(model)), (t, facts) -> {
                    Optional<BarrierModel> before = find(t, model.code(), model.version());
                    if (before.isPresent() && !before.get().equals(model)) {
                        throw new InvalidException(
                                "version",
                                new Text(
                                        "Deze versie is er al, met andere woorden. Geef de nieuwe een andere versie.",
                                        "This version is there already, in other words. Give the new one another version."));
                    }
                    if (before.isEmpty()) {
                        if (t.barrierModels().all().size() >= MOST) {
                            throw new InvalidException(
                                    "code",
                                    new Text(
                                            "Er zijn al " + MOST + " barrièremodellen.",
                                            "There are " + MOST + " barrier models already."));
                        }
                        t.barrierModels().insert(model, facts.now());
                    }
                    return new Done(Ids.next(), TAKEN, 1);
                });
    }

    private static void check(BarrierModel model) {
        matches("code", CODE, model.code());
        matches("version", VERSION, model.version());
        name("name", model.name());
        text("source", model.source());
        if (model.steps().isEmpty() || model.steps().size() > BarrierModel.MOST_STEPS) {
            throw new InvalidException(
                    "steps",
                    new Text(
                            "Geef 1 tot en met " + BarrierModel.MOST_STEPS + " stappen.",
                            "Give 1 to " + BarrierModel.MOST_STEPS + " steps."));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < model.steps().size(); i++) {
            check("steps[" + i + "].", model.steps().get(i));
            if (!codes.add(model.steps().get(i).code())) {
                throw new InvalidException(
                        "steps[" + i + "].code",
                        new Text("Deze code staat er twee keer.", "This code is there twice."));
            }
        }
    }

    private static void check(String path, BarrierModel.Step step) {
        matches(path + "code", CODE, step.code());
        name(path + "name", step.name());
        texts(path + "occasions", step.occasions());
        texts(path + "signals", step.signals());
        texts(path + "partners", step.partners());
        texts(
                path + "providers",
                step.providers().stream().map(BarrierModel.Provider::who).toList());
        texts(
                path + "barriers",
                step.barriers().stream().map(BarrierModel.Barrier::how).toList());
        for (int i = 0; i < step.barriers().size(); i++) {
            BarrierModel.Barrier barrier = step.barriers().get(i);
            matches(path + "barriers[" + i + "].participantKind", CODE, barrier.participantKind());
            Checks.line(path + "barriers[" + i + "].interventionType", barrier.interventionType());
        }
    }

    private static void matches(String field, Pattern pattern, String value) {
        Checks.filled(field, value);
        if (!pattern.matcher(value).matches()) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Gebruik kleine letters, cijfers en streepjes, hoogstens 64; voor een versie 20, ook hoofdletters en punten.",
                            "Use lower case letters, digits and hyphens, at most 64; for a version 20, also capitals and dots."));
        }
    }

    private static void texts(String path, List<Text> texts) {
        if (texts.size() > BarrierModel.MOST_ITEMS) {
            throw new InvalidException(
                    path,
                    new Text(
                            "Hoogstens " + BarrierModel.MOST_ITEMS + " stuks.",
                            "At most " + BarrierModel.MOST_ITEMS + " of these."));
        }
        for (int i = 0; i < texts.size(); i++) {
            text(path + "[" + i + "]", texts.get(i));
        }
    }

    private static void name(String path, Text name) {
        Checks.required(path, name);
        Checks.line(path + ".nl", name.nl(), BarrierModel.MOST_CHARACTERS);
        Checks.line(path + ".en", name.en(), BarrierModel.MOST_CHARACTERS);
    }

    private static void text(String path, Text text) {
        Checks.required(path, text);
        Checks.text(path + ".nl", text.nl(), BarrierModel.MOST_CHARACTERS);
        Checks.text(path + ".en", text.en(), BarrierModel.MOST_CHARACTERS);
    }

    @Override
    public Done use(Call call, UUID knelpunt, String code, String version) {
        Checks.filled("model", code);
        Checks.filled("version", version);
        return gate.change(call, Act.USE_BARRIER_MODEL, knelpunt, Gate.Asking.NOTHING, (t, facts) -> {
            BarrierModel model = find(t, code, version).orElseThrow(() -> new InvalidException("model", UNKNOWN));
            List<BarrierModel> used = t.barrierModels().usedBy(knelpunt);
            if (used.size() >= MOST_IN_USE
                    && used.stream().noneMatch(m -> m.code().equals(code))) {
                throw new InvalidException(
                        "model",
                        new Text("Hoogstens " + MOST_IN_USE + " stuks.", "At most " + MOST_IN_USE + " of these."));
            }
            if (t.barrierModels().find(code, version).isEmpty()) {
                // What came along may be another version after an update: what is used stays.
                t.barrierModels().insert(model, facts.now());
            }
            t.barrierModels().use(knelpunt, model);
            return new Done(
                    knelpunt, facts.knelpunt().state().name(), facts.knelpunt().version());
        });
    }

    @Override
    public Done drop(Call call, UUID knelpunt, String code) {
        return gate.change(call, Act.DROP_BARRIER_MODEL, knelpunt, Gate.Asking.NOTHING, (t, facts) -> {
            t.barrierModels().drop(knelpunt, code);
            return new Done(
                    knelpunt, facts.knelpunt().state().name(), facts.knelpunt().version());
        });
    }

    @Override
    public List<BarrierMatrix> matrices(Call call, UUID knelpunt) {
        return gate.read(call, Act.SEE_BARRIERS, knelpunt, (t, facts, judge) -> {
            List<Participant> involved = facts.knelpunt().proposal().involved().stream()
                    .flatMap(i -> facts.region().participant(i.participant()).stream())
                    .toList();
            MatrixMaker maker = new MatrixMaker(involved, planned(t, knelpunt), router);
            List<BarrierMatrix> matrices = new ArrayList<>();
            t.barrierModels().usedBy(knelpunt).forEach(m -> matrices.add(maker.of(m)));
            return matrices;
        });
    }

    private static List<MatrixMaker.Planned> planned(Transaction transaction, UUID knelpunt) {
        return transaction.interventions().ofKnelpunt(knelpunt).stream()
                .filter(i -> i.content().barrier() != null && i.state() != InterventionState.STOPPED)
                .map(i -> new MatrixMaker.Planned(
                        i.id(),
                        i.content().participant(),
                        i.content().barrier().model(),
                        i.content().barrier().step(),
                        switch (i.state()) {
                            case UNDER_WAY -> BarrierMatrix.State.UNDER_WAY;
                            case DONE -> BarrierMatrix.State.DONE;
                            default -> BarrierMatrix.State.PLANNED;
                        }))
                .toList();
    }
}
