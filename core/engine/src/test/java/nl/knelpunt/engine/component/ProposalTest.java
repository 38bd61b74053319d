package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Completeness;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Goal.Indicator;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.ProposalPart;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.Geometry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A proposal is completed until it can be put on the agenda. */
class ProposalTest {

    private static final Proposal EMPTY =
            new Proposal(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private final House house = new House();

    private UUID propose(Proposal proposal) {
        return house.knelpunten.propose(by(house.director), proposal).id();
    }

    private Proposal stored(UUID id) {
        return house.store.knelpunt(id).proposal();
    }

    private Completeness completeness(UUID id) {
        return house.knelpunten.completeness(by(house.director), id);
    }

    private static Set<ProposalPart> missing(Completeness completeness) {
        return completeness.parts().stream()
                .filter(p -> !p.isThere())
                .map(Completeness.Part::part)
                .collect(Collectors.toSet());
    }

    // Completeness

    @Test
    void ofAnEmptyProposalEveryPartIsMissing() {
        UUID id = propose(EMPTY);
        Completeness completeness = completeness(id);
        assertFalse(completeness.isComplete());
        assertEquals(
                Set.of(
                        ProposalPart.TITLE,
                        ProposalPart.OBJECT_TYPE,
                        ProposalPart.DESCRIPTION,
                        ProposalPart.SCOPE_IN,
                        ProposalPart.SCOPE_OUT,
                        ProposalPart.MANIFESTATIONS,
                        ProposalPart.SIGNALS_TAKEN_UP,
                        ProposalPart.DEFICIT,
                        ProposalPart.SERIOUSNESS,
                        ProposalPart.NECESSITY,
                        ProposalPart.PROPORTIONALITY,
                        ProposalPart.SUBSIDIARITY,
                        ProposalPart.INVOLVED,
                        ProposalPart.PHASES,
                        ProposalPart.GOALS,
                        ProposalPart.DISPLACEMENT),
                missing(completeness));
        assertNull(completeness.places(), "no area is drawn");
        assertEquals(
                List.of("G17", "G18", "G19", "STATE"),
                refused(() -> house.submitted(id)).stream().sorted().toList());
        assertEquals(KnelpuntState.PROPOSED, house.store.knelpunt(id).state());
    }

    @Test
    void whatIsMissingIsSaidWithRuleFieldAndRemedy() {
        UUID id = propose(Copy.with(House.proposal(house.takenUp()), "grounds.necessity", " "));
        Completeness.Part part = completeness(id).parts().stream()
                .filter(p -> p.part() == ProposalPart.NECESSITY)
                .findFirst()
                .orElseThrow();
        assertEquals("Wgs 2.17, 2.23(4); Bgs 2.16(1)(c), (d)", part.article());
        assertEquals(
                List.of("grounds.necessity"),
                part.missing().stream().map(Finding::field).toList());
        assertFalse(part.missing().get(0).remedy().nl().isBlank());
    }

    /** What is taken away, and which part is then missing. */
    private static final Map<String, Object> TAKEN_AWAY = new TreeMap<>(Map.ofEntries(
            Map.entry("title|TITLE", ""),
            Map.entry("description|DESCRIPTION", " "),
            Map.entry("scope.in|SCOPE_IN", ""),
            Map.entry("scope.out|SCOPE_OUT", ""),
            Map.entry("manifestations|MANIFESTATIONS", Set.of()),
            Map.entry("grounds.deficit|DEFICIT", ""),
            Map.entry("grounds.seriousness|SERIOUSNESS", ""),
            Map.entry("grounds.proportionality|PROPORTIONALITY", ""),
            Map.entry("grounds.subsidiarity|SUBSIDIARITY", ""),
            Map.entry("signals|SIGNALS_TAKEN_UP", List.of()),
            Map.entry("involved|INVOLVED", List.of()),
            Map.entry("involved.0.tasks|TASKS", Set.of()),
            Map.entry("involved.1.task|TASKS", " "),
            Map.entry("foreseenPhases|PHASES", List.of()),
            Map.entry("foreseenPhases.0.phase|PHASES", 2),
            Map.entry("foreseenPhases.0.reason|PHASES", ""),
            Map.entry("goals|GOALS", List.of()),
            Map.entry("goals.0.text|GOALS", ""),
            Map.entry("goals.0.indicators|GOALS", List.of()),
            Map.entry("displacement|DISPLACEMENT", "")));

    @TestFactory
    Stream<DynamicTest> withoutOnePartItIsNotSubmittedAndThatPartIsSaid() {
        return TAKEN_AWAY.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    String[] key = e.getKey().split("\\|");
                    UUID id = propose(Copy.with(House.proposal(house.takenUp()), key[0], e.getValue()));
                    assertEquals(Set.of(ProposalPart.valueOf(key[1])), missing(completeness(id)));
                    RefusedException refusal = assertThrows(RefusedException.class, () -> house.submitted(id));
                    assertEquals(
                            completeness(id).parts().stream()
                                    .flatMap(p -> p.missing().stream())
                                    .toList(),
                            refusal.findings(),
                            "what is shown before is what is refused");
                }));
    }

    @Test
    void whatIsCompleteIsSubmitted() {
        UUID id = house.proposed();
        assertTrue(completeness(id).isComplete());
        house.submitted(id);
        assertTrue(completeness(id).isComplete(), "it can still be looked at");
    }

    @Test
    void anIndicatorThatCanNotBeMeasuredIsNone() {
        Indicator whole = new Indicator(null, "ladingen", null, 3.0, "per maand", "tellen");
        assertTrue(whole.isMeasurable(), "how it stands now may not be known");
        for (String part : List.of("name", "target", "unit", "method")) {
            assertFalse(Copy.with(whole, part, null).isMeasurable(), part);
        }
    }

    @Test
    void aBranchHasItsCodeAndAnAreaItsOutline() {
        Proposal branch = Copy.with(House.proposal(house.takenUp()), "objectType", ObjectType.BRANCH);
        assertEquals(Set.of(ProposalPart.BRANCHES), missing(completeness(propose(branch))));
        UUID id = propose(Copy.with(branch, "scope.branches", List.of("5210", "h")));
        assertEquals(Set.of(), missing(completeness(id)));
        assertEquals(List.of("52.10", "H"), stored(id).scope().branches());
        Proposal area = Copy.with(House.proposal(house.takenUp()), "scope.area", null);
        assertEquals(Set.of(ProposalPart.AREA), missing(completeness(propose(area))));
    }

    @Test
    void aCodeThatIsNoneIsRefusedWithItsPlace() {
        InvalidException wrong = assertThrows(
                InvalidException.class, () -> propose(Copy.with(EMPTY, "scope.branches", List.of("52", "05.1"))));
        assertEquals("scope.branches[1]", wrong.field());
        assertEquals(
                "scope.branches",
                assertThrows(
                                InvalidException.class,
                                () -> propose(Copy.with(EMPTY, "scope.branches", List.of("52.10", "5210"))))
                        .field());
    }

    @Test
    void aScanNeedsItsAbuseAndNoSignals() {
        Proposal scan = Copy.with(
                World.proposal(List.of(), List.of(House.POLICE, House.MUNICIPALITY)), "activity", Activity.SCAN);
        Completeness completeness = completeness(propose(scan));
        assertEquals(Set.of(ProposalPart.ABUSE), missing(completeness));
        assertTrue(completeness.parts().stream().noneMatch(p -> p.part() == ProposalPart.SIGNALS_TAKEN_UP));
    }

    @Test
    void completenessIsSeenByWhoSeesTheKnelpuntOnly() {
        UUID id = house.proposed();
        house.knelpunten.completeness(by(house.officer), id);
        house.knelpunten.completeness(by(house.neighbouringMayor), id);
        assertEquals(
                refused(() -> house.knelpunten.completeness(by(house.neighboursWorker), UUID.randomUUID())),
                refused(() -> house.knelpunten.completeness(by(house.neighboursWorker), id)));
    }

    // Places

    private UUID signalAt(Double longitude, Double latitude) {
        UUID draft = house.signals
                .draft(
                        by(house.officer),
                        House.POLICE.id(),
                        Copy.with(
                                World.content(Organ.POLITIE),
                                "observation.place",
                                new Place("kade", null, "Wieringersluis", "GM9001", longitude, latitude)))
                .id();
        house.signals.addDatum(by(house.officer), draft, House.plate("99-XX-99"));
        return house.takenUp(draft);
    }

    @Test
    void signalsAreSetBesideTheDrawnArea() {
        var corner = World.HARBOUR.polygons().get(0).get(0).get(0);
        UUID in = signalAt(corner.longitude(), corner.latitude());
        UUID out = signalAt(6.9, 53.4);
        UUID unknown = signalAt(null, null);
        UUID id = propose(World.proposal(List.of(in, out, unknown), List.of(House.POLICE, House.MUNICIPALITY)));
        Completeness.Places seenByDirector = completeness(id).places();
        assertEquals(1, seenByDirector.in());
        assertEquals(1, seenByDirector.out());
        assertEquals(1, seenByDirector.unknown());
        assertEquals(
                List.of(
                        new Completeness.Placed(in, Completeness.Place.IN),
                        new Completeness.Placed(out, Completeness.Place.OUT),
                        new Completeness.Placed(unknown, Completeness.Place.UNKNOWN)),
                seenByDirector.signals());
        Completeness.Places seenByMember =
                house.knelpunten.completeness(by(house.neighbouringMayor), id).places();
        assertEquals(1, seenByMember.in());
        assertEquals(List.of(), seenByMember.signals(), "a member of the steering group sees no signals");
    }

    @Test
    void anAreaIsCheckedBeforeItIsKept() {
        Geometry strict = new Geometry() {
            @Override
            public nl.knelpunt.engine.dossier.Area checked(nl.knelpunt.engine.dossier.Area drawn) {
                throw new InvalidException("scope.area", new nl.knelpunt.api.Text("Kruist.", "Crosses."));
            }

            @Override
            public nl.knelpunt.engine.dossier.Area united(List<nl.knelpunt.engine.dossier.Area> areas) {
                throw new UnsupportedOperationException();
            }

            @Override
            public java.util.function.Predicate<nl.knelpunt.engine.dossier.Area.Position> within(
                    nl.knelpunt.engine.dossier.Area area) {
                return p -> true;
            }
        };
        var knelpunten = new KnelpuntUseCases(house.gate, strict);
        assertThrows(
                InvalidException.class,
                () -> knelpunten.propose(by(house.director), House.proposal(UUID.randomUUID())));
        UUID id = house.proposed();
        knelpunten.amend(by(house.director), id, p -> Copy.with(p, "title", "anders"));
        assertThrows(
                InvalidException.class,
                () -> knelpunten.amend(
                        by(house.director),
                        id,
                        p -> p.with(new Scope(
                                "in", "uit", Copy.with(World.HARBOUR, "polygons.0.0.1.latitude", 52.5), null))),
                "only an area that changes is looked at");
        assertEquals("anders", stored(id).title());
    }

    // Goals and tasks

    @Test
    void goalsKeepTheirIdsWhenTheProposalIsAmended() {
        UUID id = house.proposed();
        Goal before = stored(id).goals().get(0);
        assertNotNull(before.id());
        assertNotNull(before.indicators().get(0).id());
        house.knelpunten.amend(
                by(house.director),
                id,
                p -> p.withGoals(List.of(
                        new Goal(null, "nieuw", null), Copy.with(p.goals().get(0), "text", "anders"))));
        List<Goal> after = stored(id).goals();
        assertEquals(before.id(), after.get(1).id());
        assertEquals(before.indicators(), after.get(1).indicators());
        assertNotNull(after.get(0).id());
    }

    @Test
    void anIdThatIsNotOfThisProposalIsNotTaken() {
        UUID id = house.proposed();
        assertEquals(
                "goals[0].id",
                assertThrows(
                                InvalidException.class,
                                () -> house.knelpunten.amend(
                                        by(house.director),
                                        id,
                                        p -> p.withGoals(List.of(new Goal(UUID.randomUUID(), "x", null)))))
                        .field());
        assertEquals(
                "goals[1].indicators[0].id",
                assertThrows(
                                InvalidException.class,
                                () -> house.knelpunten.amend(by(house.director), id, p -> {
                                    Goal same = p.goals().get(0);
                                    return p.withGoals(List.of(same, Copy.with(same, "text", "twee keer")));
                                }))
                        .field());
    }

    @Test
    void aParticipantHasTasksThatTheLawListsForIt() {
        assertEquals(
                "involved[0].tasks",
                assertThrows(
                                InvalidException.class,
                                () -> propose(Copy.with(
                                        House.proposal(UUID.randomUUID()), "involved.0.tasks", Set.of("belastingwet"))))
                        .field());
    }
}
