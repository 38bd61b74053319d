package nl.knelpunt.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.knelpunt.engine.dossier.Datum;

/**
 * The Wgs guard: decides on an act from its facts, by the rules of {@link Rules} in the order of the law. Pure: no state, no
 * clock, no store; safe for all threads. A permit allocates nothing.
 */
public final class Guard {

    private static final Rule FROZEN = Rules.named("G51");

    /** What these rules refuse to show is still there, and known to be. */
    private static final Set<String> FREEZING = Set.of("G45", "G51");

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
                return refusal(new Broken(access[i].rule(), fault, null), rules, true);
            }
        }
        Broken broken = null;
        int traits = Trait.of(facts);
        RuleSet.Speaking[] content = rules.content(facts.act());
        for (int i = 0; i < content.length; i++) {
            Fault fault = content[i].isAsked(traits) ? content[i].test().look(facts) : null;
            if (fault != null) {
                broken = new Broken(content[i].rule(), fault, broken);
            }
        }
        broken = OutOfOrder.look(facts, broken);
        return broken == null
                ? rules.permit(obligations(rules.duties(facts.act()), traits))
                : refusal(broken, rules, false);
    }

    private static Decision refusal(Broken broken, RuleSet rules, boolean disclosesNothing) {
        return new Decision(new Refusals(broken), Set.of(), rules.version(), disclosesNothing);
    }

    /**
     * Whether the actor may know that the signal or knelpunt of these facts exists. Who may not is to be judged on the facts of
     * something that does not exist, so that neither the answer nor the work for it differs.
     */
    public static boolean mayKnow(Facts facts) {
        return AccessTests.mayKnow(facts);
    }

    /**
     * Whether an act waits for this actor: it has the role and the appointment, and may know of what the act concerns. What it will
     * bring in is judged when it does.
     */
    public static boolean mayBegin(Facts facts) {
        return AccessTests.mayBegin(facts);
    }

    /** Why everything of a participant is not shown now (G51); empty when its module is active. */
    public static Optional<Finding> frozen(Facts facts, String participant) {
        Fault fault = DataTests.moduleIsActive(facts, participant);
        return fault == null ? Optional.empty() : Optional.of(fault.of(FROZEN).get(0));
    }

    /** Whether all that is refused is to see what a datum says: it is frozen, or past its term and held (G39). */
    public static boolean onlyFreezes(Decision decision, Datum datum) {
        return !decision.isPermit()
                && decision.rules().stream()
                        .allMatch(r -> FREEZING.contains(r)
                                || r.equals("G39") && datum.marks().hold() != null);
    }

    /** The refusal of an act that can't be logged (G43): said by the gate, not decided. */
    public static Finding notLoggable() {
        return Fault.whole().of(Rules.LOGGABLE).get(0);
    }

    /** Of these rules a proposal's completeness is made. */
    private static final Set<String> OF_A_PROPOSAL = Set.of("G02", "G16", "G17", "G18", "G19", "G25");

    /**
     * What keeps the proposal of these facts from the agenda, whoever asks and in whatever state it is.
     *
     * @param facts of submitting it, with its signals
     */
    public static List<Finding> incomplete(Facts facts) {
        List<Finding> missing = new ArrayList<>();
        for (RuleSet.Speaking speaking : facts.rules().content(Act.SUBMIT_PROPOSAL)) {
            Fault fault = OF_A_PROPOSAL.contains(speaking.rule().id())
                    ? speaking.test().look(facts)
                    : null;
            if (fault != null) {
                missing.addAll(fault.of(speaking.rule()));
            }
        }
        Fault lacking = ProposalTests.lacking(facts);
        if (lacking != null) {
            missing.addAll(lacking.of(OutOfOrder.INCOMPLETE));
        }
        return missing;
    }

    private static int obligations(RuleSet.Owed[] duties, int traits) {
        int bits = 0;
        for (int i = 0; i < duties.length; i++) {
            if ((duties[i].trait() & traits) != 0) {
                bits |= duties[i].obligation();
            }
        }
        return bits;
    }
}
