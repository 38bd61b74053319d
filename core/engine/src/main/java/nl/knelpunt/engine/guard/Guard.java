package nl.knelpunt.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.lifecycle.RequestState;
import nl.knelpunt.engine.lifecycle.SignalState;

/**
 * The Wgs guard: decides on an act from its facts, by the rules of {@link Rules} in the order of the law. Pure: no state, no
 * clock, no store; safe for all threads. A permit allocates nothing.
 */
public final class Guard {

    private static final Rule FROZEN = Rules.named("G51");

    /** What these rules refuse to show is still there, and known to be. */
    private static final Set<String> FREEZING = Set.of("G45", "G51");

    private static final Finding NO_TERM = outOfOrder(
            new Text(
                    "Een casusoverleg heeft geen termijn, dus er valt niets te verlengen.",
                    "A case consultation has no term, so there is nothing to prolong."),
            new Text(
                    "Evalueer het elk jaar, en sluit het af als het niet meer nodig is.",
                    "Evaluate it every year, and close it when it is no longer necessary."));
    private static final Finding HELD = outOfOrder(
            new Text(
                    "Dit gegeven wordt bewaard om een wettelijk voorschrift of een rechtsvordering (artikel 1.8, zevende lid,"
                            + " Wgs).",
                    "This datum is kept because of a legal rule or a legal claim (article 1.8(7) Wgs)."),
            new Text(
                    "Vraag de casusregisseur of de opschorting kan worden opgeheven.",
                    "Ask the case director whether the hold can be lifted."));

    private Guard() {}

    /**
     * Every rule that the act breaks, in the order of the law; none is a permit. Whoever has no access gets the access refusal
     * alone, the same for what does not exist.
     */
    public static Decision decide(Facts facts) {
        RuleSet rules = facts.rules();
        RuleSet.Speaking[] access = rules.access(facts.act());
        for (int i = 0; i < access.length; i++) {
            Fault fault = access[i].test().look(facts);
            if (fault != null) {
                // Two access refusals side by side would tell what exists from what does not.
                return new Decision(fault.of(access[i].rule()), Set.of(), rules.version(), true);
            }
        }
        List<Finding> refusals = null;
        RuleSet.Speaking[] content = rules.content(facts.act());
        for (int i = 0; i < content.length; i++) {
            Fault fault = content[i].test().look(facts);
            if (fault != null) {
                refusals = refusals == null ? new ArrayList<>() : refusals;
                addOnce(refusals, fault.of(content[i].rule()));
            }
        }
        Finding outOfOrder = outOfOrder(facts, refusals);
        if (outOfOrder != null) {
            refusals = refusals == null ? new ArrayList<>() : refusals;
            refusals.add(outOfOrder);
        }
        return refusals == null
                ? rules.permit(obligations(rules.duties(facts.act()), facts))
                : new Decision(List.copyOf(refusals), Set.of(), rules.version(), false);
    }

    /** Two checks of one rule may find the same. */
    private static void addOnce(List<Finding> refusals, List<Finding> more) {
        more.stream().filter(f -> !refusals.contains(f)).forEach(refusals::add);
    }

    /**
     * Whether the actor may know that the signal or knelpunt of these facts exists. Who may not is to be judged on the facts of
     * something that does not exist, so that neither the answer nor the work for it differs.
     */
    public static boolean mayKnow(Facts facts) {
        return AccessTests.mayKnow(facts);
    }

    /** Why everything of a participant is not shown now (G51); empty when its module is active. */
    public static Optional<Finding> frozen(Facts facts, String participant) {
        Fault fault = DataTests.moduleIsActive(facts, participant);
        return fault == null ? Optional.empty() : Optional.of(fault.of(FROZEN).get(0));
    }

    /** Whether all that is refused is to see what a datum says: it is frozen, or past its term and held (G39). */
    public static boolean onlyFreezes(Decision decision, Datum datum) {
        return !decision.isPermit()
                && decision.refusals().stream()
                        .map(Finding::rule)
                        .allMatch(r -> FREEZING.contains(r)
                                || r.equals("G39") && datum.marks().hold() != null);
    }

    /** The refusal of an act that can't be logged (G43): said by the gate, not decided. */
    public static Finding notLoggable() {
        return Fault.whole().of(Rules.LOGGABLE).get(0);
    }

    private static int obligations(Duties.Duty[] duties, Facts facts) {
        int bits = 0;
        for (int i = 0; i < duties.length; i++) {
            if (duties[i].when().test(facts)) {
                bits |= 1 << duties[i].obligation().ordinal();
            }
        }
        return bits;
    }

    /** Why the act can't be done as things stand, whatever the law says of it; null when it can. */
    private static Finding outOfOrder(Facts facts, List<Finding> refusals) {
        if (isInTheWrongState(facts, refusals)) {
            return inTheWrongState(facts);
        }
        if (KnelpuntTests.hasNothingToProlong(facts)) {
            return NO_TERM;
        }
        return facts.act() == Act.DESTROY_DATUM && isHeld(facts) ? HELD : null;
    }

    private static boolean isHeld(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).marks().hold() != null) {
                return true;
            }
        }
        return false;
    }

    /** Unless a rule of the law says so already (G21, G23). */
    private static boolean isInTheWrongState(Facts facts, List<Finding> refusals) {
        Act act = facts.act();
        return switch (act.concerns()) {
            case SIGNAL -> !Lifecycle.allows(facts.signal().state(), act);
            case KNELPUNT -> isKnelpuntOutOfOrder(facts, refusals);
            case PROVISION -> isKnelpuntOutOfOrder(facts, refusals) || isProvisionOutOfOrder(facts);
            case REQUEST -> !Lifecycle.allows(facts.papers().request().state(), act);
            case PLATFORM, PARTICIPANT -> false;
        };
    }

    private static boolean isKnelpuntOutOfOrder(Facts facts, List<Finding> refusals) {
        return facts.knelpunt() != null
                && !Lifecycle.allows(facts.knelpunt().state(), facts.act())
                && !saysSoAlready(refusals);
    }

    private static boolean isProvisionOutOfOrder(Facts facts) {
        return !Lifecycle.allows(facts.papers().provision().state(), facts.act());
    }

    private static boolean saysSoAlready(List<Finding> refusals) {
        return refusals != null
                && refusals.stream()
                        .anyMatch(f -> f.rule().equals("G21") || f.rule().equals("G23"));
    }

    private static Finding inTheWrongState(Facts facts) {
        Act act = facts.act();
        return switch (act.concerns()) {
            case SIGNAL ->
                inTheWrongState(
                        act,
                        facts.signal().state().label(),
                        Lifecycle.signalStatesFor(act).stream()
                                .map(SignalState::label)
                                .toList());
            case REQUEST ->
                inTheWrongState(
                        act,
                        facts.papers().request().state().label(),
                        Lifecycle.requestStatesFor(act).stream()
                                .map(RequestState::label)
                                .toList());
            default ->
                act.concerns() == Act.Concerns.PROVISION && isProvisionOutOfOrder(facts)
                        ? inTheWrongState(
                                act,
                                facts.papers().provision().state().label(),
                                Lifecycle.provisionStatesFor(act).stream()
                                        .map(ProvisionState::label)
                                        .toList())
                        : inTheWrongState(
                                act,
                                facts.knelpunt().state().label(),
                                Lifecycle.knelpuntStatesFor(act).stream()
                                        .map(KnelpuntState::label)
                                        .toList());
        };
    }

    private static Finding inTheWrongState(Act act, Text now, List<Text> possible) {
        return outOfOrder(
                new Text(
                        "Deze stap kan nu niet: de status is '" + now.nl() + "'. ("
                                + act.label().nl() + ")",
                        "This step can't be taken now: the state is '" + now.en() + "'. ("
                                + act.label().en() + ")"),
                new Text(
                        "Dit kan wel bij de status: "
                                + possible.stream().map(Text::nl).collect(Collectors.joining(", ")) + ".",
                        "It can be done in the state: "
                                + possible.stream().map(Text::en).collect(Collectors.joining(", ")) + "."));
    }

    private static Finding outOfOrder(Text message, Text remedy) {
        return new Finding(Finding.STATE, "Werkwijze RIEC", message, remedy, "state");
    }
}
