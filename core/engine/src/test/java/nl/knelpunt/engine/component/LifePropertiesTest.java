package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import org.junit.jupiter.api.Assertions;

/**
 * Whatever people do, in whatever order and however much time passes: nothing is shared without a valid designation, no term is
 * longer than a year, and no datum is there past its five years. By random sequences over the use cases, with a clock that moves.
 */
class LifePropertiesTest {

    private static final int YEARS_KEPT = 5;

    /** How often each kind of step was taken: a property that never gets anywhere says nothing. */
    private static final Map<Step, Integer> TAKEN = new EnumMap<>(Step.class);

    /** With how often each is tried. */
    private enum Step {
        REPORT(1),
        TAKE_UP(2),
        PROPOSE(3),
        AMEND(2),
        SUBMIT(4),
        SEND_BACK(5),
        VOTE_DESIGNATION(8),
        DESIGNATE(8),
        OPEN_PHASE(2),
        SHARE(6),
        LOOK(4),
        REUSE(5),
        INVOLVE(2),
        LEAVE(1),
        EVALUATE(6),
        VOTE_PROLONGATION(8),
        PROLONG(5),
        VOTE_CLOSURE(2),
        CLOSE(2),
        HOLD(2),
        LIFT_HOLD(2),
        DAYS_PASS(2),
        MONTHS_PASS(3),
        YEARS_PASS(1);

        private final int weight;

        Step(int weight) {
            this.weight = weight;
        }
    }

    /**
     * @param which things it is done on, by number
     * @param forIt whether a vote is for
     */
    private record Move(Step step, int which, boolean forIt) {}

    @Provide
    Arbitrary<List<Move>> lives() {
        @SuppressWarnings("unchecked")
        Tuple.Tuple2<Integer, Step>[] weighed = java.util.Arrays.stream(Step.values())
                .map(step -> Tuple.of(step.weight, step))
                .toArray(Tuple.Tuple2[]::new);
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 3);
        // Mostly for, or nothing would ever be designated.
        Arbitrary<Boolean> forIt = Arbitraries.integers().between(0, 4).map(i -> i > 0);
        return Combinators.combine(Arbitraries.frequency(weighed), which, forIt)
                .as(Move::new)
                .list()
                .ofMinSize(30)
                .ofMaxSize(150);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void whateverPeopleDoTheLawHolds(@ForAll("lives") List<Move> life) {
        Lived lived = new Lived();
        for (Move move : life) {
            lived.make(move);
            lived.holds();
        }
    }

    @AfterContainer
    static void everyKindOfStepWasTaken() {
        for (Step step : Step.values()) {
            Assertions.assertTrue(TAKEN.getOrDefault(step, 0) > 0, () -> step + " was never taken: " + TAKEN);
        }
    }

    private static final class Lived {

        private static final Set<KnelpuntState> WITHOUT_DATA =
                Set.of(KnelpuntState.PROPOSED, KnelpuntState.SUBMITTED, KnelpuntState.REJECTED);

        private final House house = new House();
        private final List<UUID> signals = new ArrayList<>();
        private final List<UUID> knelpunten = new ArrayList<>();

        /** Two knelpunten run already, so that a life gets somewhere; others begin from nothing. */
        Lived() {
            for (int i = 0; i < 2; i++) {
                UUID running = house.designated();
                knelpunten.add(running);
                signals.addAll(house.store.knelpunt(running).proposal().signals());
            }
        }

        private static UUID one(List<UUID> of, int which) {
            if (of.isEmpty()) {
                throw new NoSuchElementException("nothing yet");
            }
            return of.get(which % of.size());
        }

        private UUID knelpunt(int which) {
            return one(knelpunten, which);
        }

        void make(Move move) {
            try {
                step(move);
                TAKEN.merge(move.step(), 1, Integer::sum);
            } catch (RefusedException | InvalidException | NoSuchElementException e) {
                // Refused, or there is nothing yet to do it on: what holds is looked at all the same.
                Assertions.assertNotNull(e);
            }
            // As the platform does each minute.
            house.terms.end();
        }

        private void step(Move move) {
            int which = move.which();
            switch (move.step()) {
                case REPORT -> signals.add(house.reported());
                case TAKE_UP -> signals.add(house.takenUp());
                case PROPOSE ->
                    knelpunten.add(house.knelpunten
                            .propose(by(house.director), House.proposal(one(signals, which)))
                            .id());
                case AMEND ->
                    house.knelpunten.amend(
                            by(house.director), knelpunt(which), p -> Copy.with(p, "title", "havens " + which));
                case SUBMIT -> house.submitted(knelpunt(which));
                case SEND_BACK -> house.knelpunten.sendBack(by(house.mayor), knelpunt(which), "eerst anders");
                case VOTE_DESIGNATION -> vote(move, Motion.Kind.DESIGNATE);
                case DESIGNATE -> {
                    vote(move, Motion.Kind.DESIGNATE);
                    house.knelpunten.designate(by(house.mayor), knelpunt(which));
                }
                case OPEN_PHASE -> house.knelpunten.openPhase(by(house.mayor), knelpunt(which), 2, "nodig");
                case SHARE -> share(knelpunt(which));
                case LOOK -> look(knelpunt(which));
                case REUSE -> reuse(knelpunt(which), knelpunt(which + 1));
                case INVOLVE -> {
                    house.involvements.propose(by(house.director), knelpunt(which), House.neighbourJoins());
                    vote(move, Motion.Kind.INVOLVE);
                    house.involvements.decide(by(house.mayor), knelpunt(which));
                }
                case LEAVE -> house.involvements.leave(by(house.policeMember), knelpunt(which), "geen taak meer");
                case EVALUATE -> house.evaluates(knelpunt(which), Evaluation.Recommendation.PROLONG);
                case VOTE_PROLONGATION -> vote(move, Motion.Kind.PROLONG);
                case PROLONG -> {
                    vote(move, Motion.Kind.PROLONG);
                    house.knelpunten.prolong(by(house.mayor), knelpunt(which));
                }
                case VOTE_CLOSURE -> vote(move, Motion.Kind.CLOSE);
                case CLOSE -> {
                    vote(move, Motion.Kind.CLOSE);
                    house.knelpunten.close(by(house.mayor), knelpunt(which));
                }
                case HOLD -> {
                    Datum free = datum(knelpunt(which), d -> d.marks().hold() == null);
                    house.data.hold(
                            by(house.director), free.dossier(), free.id(), Marks.Hold.Ground.LEGAL_CLAIM, "beroep");
                }
                case LIFT_HOLD -> {
                    Datum held = datum(knelpunt(which), d -> d.marks().hold() != null);
                    house.data.liftHold(by(house.director), held.dossier(), held.id());
                }
                case DAYS_PASS -> house.passes(Duration.ofDays(1L + which));
                case MONTHS_PASS -> house.passes(Duration.ofDays(30L * (1 + which)));
                case YEARS_PASS -> house.passes(Duration.ofDays(365L * (1 + which) + which));
            }
        }

        private void vote(Move move, Motion.Kind kind) {
            Motion.Choice choice = move.forIt() ? Motion.Choice.FOR : Motion.Choice.AGAINST;
            for (Account member : List.of(house.policeMember, house.mayor)) {
                house.knelpunten.vote(by(member), knelpunt(move.which()), kind, choice, "overwogen");
            }
        }

        private Datum datum(UUID dossier, Predicate<Datum> wanted) {
            return house.store.dataOf(dossier).stream()
                    .filter(wanted)
                    .findFirst()
                    .orElseThrow();
        }

        private UUID somebody(UUID dossier) {
            return house.store.subjectsOf(dossier).stream()
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        private void share(UUID id) {
            house.knelpunten.share(by(house.officer), id, House.plateOf(somebody(id), "77-ZZ-77"));
            isValid(id);
        }

        private void look(UUID id) {
            house.knelpunten.data(by(house.officer), id, null, 100);
            isValid(id);
        }

        private void reuse(UUID from, UUID to) {
            house.data.reuse(by(house.officer), to, datum(from, d -> true).id(), somebody(to), "dezelfde persoon");
            isValid(to);
        }

        /** What was just done needs a valid designation: by the knelpunt's own record, not by what the guard says. */
        private void isValid(UUID id) {
            Knelpunt knelpunt = house.store.knelpunt(id);
            Assertions.assertEquals(KnelpuntState.DESIGNATED, knelpunt.state());
            Assertions.assertTrue(knelpunt.terms().stream().anyMatch(t -> t.contains(house.today())), "a term runs");
            Motion decided = knelpunt.motions().stream()
                    .filter(m -> m.kind() == Motion.Kind.DESIGNATE && Boolean.TRUE.equals(m.adopted()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody decided"));
            Assertions.assertTrue(2 * decided.votes().size() > house.region.seats(), "a quorum voted");
            Assertions.assertTrue(
                    number(decided, Motion.Choice.FOR) > number(decided, Motion.Choice.AGAINST), "a majority was for");
        }

        private static long number(Motion motion, Motion.Choice choice) {
            return motion.votes().stream().filter(v -> v.choice() == choice).count();
        }

        void holds() {
            for (UUID id : knelpunten) {
                Knelpunt knelpunt = house.store.knelpunt(id);
                nothingBeforeTheDesignation(knelpunt);
                noTermLongerThanAYear(knelpunt);
            }
            signals.forEach(this::noDatumPastFiveYears);
            knelpunten.forEach(this::noDatumPastFiveYears);
        }

        private void nothingBeforeTheDesignation(Knelpunt knelpunt) {
            if (WITHOUT_DATA.contains(knelpunt.state())) {
                Assertions.assertEquals(List.of(), house.valuesOf(knelpunt.id()));
                Assertions.assertEquals(List.of(), knelpunt.terms());
            }
        }

        private void noTermLongerThanAYear(Knelpunt knelpunt) {
            List<Term> terms = knelpunt.terms();
            for (int i = 0; i < terms.size(); i++) {
                LocalDate first = terms.get(i).first();
                LocalDate yearLater = first.plusYears(1).minusDays(1);
                // From 29 February to the 28th a year later.
                LocalDate latest =
                        first.getMonthValue() == 2 && first.getDayOfMonth() == 29 ? first.plusYears(1) : yearLater;
                Assertions.assertFalse(terms.get(i).last().isAfter(latest), "a year at most");
                if (i > 0) {
                    Assertions.assertEquals(terms.get(i - 1).last().plusDays(1), first, "without a gap");
                }
            }
            if (terms.isEmpty()) {
                return;
            }
            long prolonged = knelpunt.motions().stream()
                    .filter(m -> m.kind() == Motion.Kind.PROLONG && Boolean.TRUE.equals(m.adopted()))
                    .count();
            Assertions.assertEquals(1 + prolonged, terms.size(), "each year by a decision of its own");
            Assertions.assertFalse(
                    terms.get(terms.size() - 1).last().isAfter(house.today().plusYears(2)),
                    "the running year and at most the next");
        }

        /** What is held on a ground waits for that. */
        private void noDatumPastFiveYears(UUID dossier) {
            for (Datum datum : house.store.dataOf(dossier)) {
                LocalDate processed =
                        datum.firstProcessed().atZone(Facts.NETHERLANDS).toLocalDate();
                Assertions.assertTrue(
                        datum.marks().hold() != null || !house.today().isAfter(processed.plusYears(YEARS_KEPT)),
                        () -> "processed on " + processed + " and still there on " + house.today());
            }
        }
    }
}
