package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Network;
import nl.knelpunt.engine.analysis.Network.EdgeKind;
import nl.knelpunt.engine.analysis.Network.NodeKind;
import nl.knelpunt.engine.analysis.PlaceMap;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.analysis.Selection.Filter;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.analysis.Selections.Over;
import nl.knelpunt.engine.analysis.Timeline;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.HandlingCode;
import nl.knelpunt.engine.signal.SourceReliability;
import org.junit.jupiter.api.Test;

/** What an analyst sees over a selection: all that it may see now, nothing else, and nothing reckoned of persons. */
class SelectionsTest {

    private static final Over EVERYTHING = new Over(null, null);

    private final House house = new House();
    private final UUID knelpunt = house.designated();
    private final UUID suspect = house.store.subjectsOf(knelpunt).get(0).id();

    private UUID share(
            UUID subject, NewDatum.NewSubject newSubject, DataCategory category, String field, String value) {
        return house.knelpunten
                .share(
                        by(house.officer),
                        knelpunt,
                        Copy.with(House.datum(subject, newSubject, category, value, 1), "field", field))
                .id();
    }

    private UUID share(UUID subject, DataCategory category, String field, String value) {
        return share(subject, null, category, field, value);
    }

    /** Somebody in the circle of the suspect, known by a first datum. */
    private UUID companion(DataCategory category, String field, String value) {
        UUID datum =
                share(null, new NewDatum.NewSubject(SubjectKind.PERSON, suspect, "rijdt mee"), category, field, value);
        return house.store.transact(t -> t.data().find(datum).orElseThrow().subject());
    }

    private Network network(Filter filter) {
        return house.selections.network(by(house.analyst), knelpunt, new Over(null, filter));
    }

    private static Filter of(DataCategory... categories) {
        return new Filter(Set.of(categories), null, null, null, null, null, null);
    }

    @Test
    void whoeverSharesAValueIsJoinedByIt() {
        UUID companion = companion(DataCategory.CONTACT, "telefoonnummer", "06-12345678");
        share(suspect, DataCategory.CONTACT, "mobiel", "06 1234 5678");
        share(suspect, DataCategory.IDENTIFICATION, "naam", "Joris Havik");
        Network network = network(Filter.ALL);
        Network.Node value = network.nodes().stream()
                .filter(n -> n.kind() == NodeKind.VALUE)
                .findFirst()
                .orElseThrow();
        assertEquals(
                Set.of(suspect.toString(), companion.toString()),
                network.edges().stream()
                        .filter(e -> e.kind() == EdgeKind.HAS && e.to().equals(value.id()))
                        .map(Network.Edge::from)
                        .collect(Collectors.toSet()));
        assertEquals(2, value.sources().size());
        Network.Node named = network.nodes().stream()
                .filter(n -> suspect.equals(n.subject()))
                .findFirst()
                .orElseThrow();
        assertEquals("Joris Havik", named.label());
        assertTrue(named.sources().stream().allMatch(s -> s.supplier().equals(House.POLICE.id())));
    }

    @Test
    void theCircleAndBusinessRelationsAreEdgesWithTheirSource() {
        UUID companion = companion(DataCategory.IDENTIFICATION, "naam", "Wim Zeewier");
        UUID relation = share(suspect, DataCategory.BUSINESS_RELATIONS, "zakenpartner", "Wim Zeewier");
        Network network = network(Filter.ALL);
        assertEquals(
                Set.of(EdgeKind.CIRCLE, EdgeKind.BUSINESS_RELATION),
                network.edges().stream().map(Network.Edge::kind).collect(Collectors.toSet()));
        Network.Edge business = network.edges().stream()
                .filter(e -> e.kind() == EdgeKind.BUSINESS_RELATION)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(suspect.toString(), companion.toString()), List.of(business.from(), business.to()));
        assertEquals(relation, business.sources().get(0).id());
        assertEquals(
                "rijdt mee",
                network.edges().stream()
                        .filter(e -> e.kind() == EdgeKind.CIRCLE)
                        .findFirst()
                        .orElseThrow()
                        .label());
    }

    @Test
    void equalBsnsJoinAndAreShownMaskedAndEqualEndsDoNot() {
        companion(DataCategory.BSN, "bsn", "999990019");
        share(suspect, DataCategory.BSN, "bsn", "999990019");
        Network same = network(of(DataCategory.BSN));
        Network.Node value = same.nodes().stream()
                .filter(n -> n.kind() == NodeKind.VALUE)
                .findFirst()
                .orElseThrow();
        assertEquals("*****0019", value.label());

        companion(DataCategory.BSN, "bsn", "999910019");
        assertEquals(
                2,
                network(of(DataCategory.BSN)).edges().stream()
                        .filter(e -> e.kind() == EdgeKind.HAS)
                        .count(),
                "only those with the same whole number");
    }

    @Test
    void partsThatHangTogetherBearOneNumber() {
        companion(DataCategory.VEHICLE, "kenteken", "88-YY-88");
        UUID shed = share(
                null,
                new NewDatum.NewSubject(SubjectKind.OBJECT, null, null),
                DataCategory.CADASTRAL,
                "perceel",
                "WRS00-A-1234");
        Network network = network(Filter.ALL);
        UUID apart = house.store.transact(t -> t.data().find(shed).orElseThrow().subject());
        assertEquals(
                2, network.nodes().stream().map(Network.Node::part).distinct().count());
        assertEquals(
                1,
                network.nodes().stream()
                        .filter(n -> !apart.equals(n.subject()))
                        .map(Network.Node::part)
                        .distinct()
                        .count());
    }

    /** G26: there is no place in the answers where such a thing could stand. */
    @Test
    void nothingScoresOrRanksPersons() {
        Set<String> fields = Stream.of(
                        Network.class,
                        Network.Node.class,
                        Network.Edge.class,
                        Timeline.class,
                        Timeline.DatedFact.class,
                        PlaceMap.class,
                        PlaceMap.MappedPlace.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "nodes",
                        "edges",
                        "frozen",
                        "id",
                        "kind",
                        "subject",
                        "label",
                        "category",
                        "field",
                        "part",
                        "sources",
                        "from",
                        "to",
                        "facts",
                        "date",
                        "time",
                        "text",
                        "source",
                        "places",
                        "scope",
                        "position"),
                fields);
        for (int i = 0; i < 5; i++) {
            companion(DataCategory.VEHICLE, "kenteken", "99-XX-99");
        }
        List<String> ids = network(Filter.ALL).nodes().stream()
                .filter(n -> n.subject() != null)
                .map(Network.Node::id)
                .toList();
        assertEquals(ids.stream().sorted().toList(), ids, "in the order of ids, whoever is joined most");
    }

    @Test
    void whatIsBlockedIsNotThereAndWhatIsFrozenIsLeftOutAndCounted() {
        UUID blocked = share(suspect, DataCategory.CONTACT, "telefoonnummer", "06-12345678");
        UUID wrong = share(suspect, DataCategory.CONTACT, "adres", "Kade 3");
        Network before = network(Filter.ALL);
        house.data.block(by(house.officer), knelpunt, blocked, "lopend onderzoek");
        house.data.reportError(by(house.analyst), knelpunt, wrong, "verhuisd");
        Network after = network(Filter.ALL);
        assertEquals(0, before.frozen());
        assertEquals(1, after.frozen(), "the blocked one is not even counted");
        Set<UUID> sources = after.nodes().stream()
                .flatMap(n -> n.sources().stream())
                .map(s -> s.id())
                .collect(Collectors.toSet());
        assertFalse(sources.contains(blocked));
        assertFalse(sources.contains(wrong));
    }

    /** G51: also what a signal says stands still while its reporter's module is away. */
    @Test
    void whatAFrozenParticipantObservedIsLeftOutAndCounted() {
        assertEquals(1, timeline().facts().size());
        house.router.unbind(house.policePlugin);
        Timeline frozen = timeline();
        assertEquals(List.of(), frozen.facts());
        assertEquals(2, frozen.frozen(), "the observation, and the datum of its signal");
    }

    @Test
    void whatASignalSaysThatWasLinkedLaterIsThereToo() {
        house.signals.link(by(house.director), knelpunt, house.takenUp());
        assertEquals(2, timeline().facts().size());
    }

    private Timeline timeline() {
        return house.selections.timeline(by(house.analyst), knelpunt, EVERYTHING);
    }

    @Test
    void aFilterNarrowsByCategoryPhaseSupplierSubjectAndPeriod() {
        UUID companion = companion(DataCategory.CONTACT, "adres", "Kade 3");
        UUID dated = share(suspect, DataCategory.SUPERVISION, "controle", "2024-03-01 controle zonder bevindingen");
        assertEquals(Set.of(companion), subjects(network(of(DataCategory.CONTACT))));
        assertEquals(Set.of(suspect), subjects(network(new Filter(null, Set.of(0), null, null, null, null, null))));
        assertEquals(
                Set.of(),
                subjects(network(new Filter(null, null, Set.of(House.MUNICIPALITY.id()), null, null, null, null))));
        assertEquals(
                Set.of(companion),
                subjects(network(new Filter(null, null, null, List.of(companion), null, null, null))));
        Network old =
                network(new Filter(null, null, null, null, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), null));
        assertEquals(dated, old.nodes().get(0).sources().get(0).id());
        assertEquals(1, old.nodes().size());
    }

    private static Set<UUID> subjects(Network network) {
        return network.nodes().stream().map(Network.Node::subject).collect(Collectors.toSet());
    }

    @Test
    void theTimelineHasObservationsAndDatedDataInOrderOfTime() {
        share(suspect, DataCategory.SUPERVISION, "controle", "Op 1-3-2026 14:30 gecontroleerd");
        share(suspect, DataCategory.IDENTIFICATION, "geboortedatum", "1980-02-03");
        Timeline timeline = house.selections.timeline(by(house.analyst), knelpunt, EVERYTHING);
        assertEquals(
                List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 4)),
                timeline.facts().stream().map(Timeline.DatedFact::date).toList());
        assertEquals("14:30", timeline.facts().get(0).time().toString());
        assertEquals(
                "Drie nachten zonder licht geladen", timeline.facts().get(1).text());
        assertEquals(House.POLICE.id(), timeline.facts().get(1).source().supplier());
    }

    @Test
    void theMapHasPlacesInADrawnAreaAndOnlySubjectsThatAreThere() {
        UUID there = share(suspect, DataCategory.CADASTRAL, "coordinaten", "52.93, 4.96");
        share(suspect, DataCategory.CONTACT, "adres", "Havenkade 3");
        UUID elsewhere = companion(DataCategory.CADASTRAL, "ligging", "geo:51.9,4.5");
        PlaceMap whole = house.selections.map(by(house.analyst), knelpunt, EVERYTHING);
        assertEquals(3, whole.places().size(), "two data and the observation of the signal");
        Filter harbour = new Filter(null, null, null, null, null, null, World.HARBOUR);
        PlaceMap map = house.selections.map(by(house.analyst), knelpunt, new Over(null, harbour));
        assertEquals(
                List.of(new Area.Position(4.96, 52.93)),
                map.places().stream()
                        .filter(p -> p.source().id().equals(there))
                        .map(PlaceMap.MappedPlace::position)
                        .toList());
        assertEquals(Set.of(suspect), subjects(network(harbour)), "with all that is known of them");
        assertFalse(subjects(network(harbour)).contains(elsewhere));
    }

    @Test
    void aSelectionIsItsOwnersUntilItIsShared() {
        Account other = house.appoint("arie", House.POLICE, null, Role.ANALYST);
        Filter filter = of(DataCategory.CONTACT);
        UUID own = house.selections
                .keep(by(house.analyst), knelpunt, new Selections.NewSelection("adressen", false, filter))
                .id();
        assertEquals(
                List.of(), house.selections.list(by(other), knelpunt, null, 10).items());
        String notThere = assertThrows(
                        InvalidException.class,
                        () -> house.selections.network(by(other), knelpunt, new Over(World.id("none"), null)))
                .getMessage();
        assertEquals(
                notThere,
                assertThrows(
                                InvalidException.class,
                                () -> house.selections.network(by(other), knelpunt, new Over(own, null)))
                        .getMessage());

        Selections.NewSelection shared = new Selections.NewSelection("adressen", true, filter);
        house.selections.replace(by(house.analyst), knelpunt, own, shared);
        assertEquals(
                List.of(own),
                house.selections.list(by(other), knelpunt, null, 10).items().stream()
                        .map(Selection::id)
                        .toList());
        house.selections.network(by(other), knelpunt, new Over(own, null));
        assertThrows(RefusedException.class, () -> house.selections.replace(by(other), knelpunt, own, shared));
        assertThrows(RefusedException.class, () -> house.selections.remove(by(other), knelpunt, own));

        Call stale = new Call(by(house.analyst).caller(), UUID.randomUUID(), "192.0.2.7", null, 1L);
        assertThrows(StaleException.class, () -> house.selections.replace(stale, knelpunt, own, shared));
        house.selections.remove(by(house.analyst), knelpunt, own);
        assertThrows(
                InvalidException.class,
                () -> house.selections.network(by(house.analyst), knelpunt, new Over(own, null)));
    }

    @Test
    void anExportIsForAPurposeThatIsKeptAndIsLoggedForEverySubject() {
        companion(DataCategory.CONTACT, "adres", "Kade 3");
        assertThrows(
                InvalidException.class,
                () -> house.selections.export(by(house.analyst), knelpunt, EVERYTHING, Export.Format.CSV, " ", false));
        int before = house.store.log().size();
        Export.Content content =
                house.selections.export(by(house.analyst), knelpunt, EVERYTHING, Export.Format.CSV, "overleg", false);
        assertEquals(house.store.dataOf(knelpunt).size(), content.data().size());
        assertEquals(
                List.of("overleg"),
                house.selections.exports(by(house.director), knelpunt, null, 10).items().stream()
                        .map(Export::purpose)
                        .toList());
        Set<UUID> logged = house.store.log().stream()
                .skip(before)
                .filter(r -> r.act().equals(Act.EXPORT_SELECTION.name()) && r.subject() != null)
                .flatMap(r -> r.data().stream())
                .collect(Collectors.toSet());
        assertEquals(house.store.dataOf(knelpunt).stream().map(Datum::id).collect(Collectors.toSet()), logged);
    }

    /** What may be done with it is its source's to say, also of what it shared here itself. */
    @Test
    void whatItsSourceKeepsInsideIsSeenButDoesNotLeaveInAFile() {
        UUID kept = graded("99-HH-22", HandlingCode.H2, null);
        UUID free = graded("99-HH-11", HandlingCode.H1, null);
        assertTrue(network(Filter.ALL).nodes().size() > 0);
        Export.Content content = export(false);
        assertEquals(1, content.withheld());
        List<UUID> out = content.data().stream().map(s -> s.datum().id()).toList();
        assertFalse(out.contains(kept));
        assertTrue(out.contains(free));
        house.data.grade(by(house.officer), knelpunt, kept, World.GRADING);
        assertEquals(0, export(false).withheld(), "its source changed the code");
        assertEquals(
                List.of("G41"),
                refused(() -> house.data.grade(by(house.mayorsWorker), knelpunt, kept, World.GRADING)),
                "another's is as if it were not there");
    }

    @Test
    void aRestrictionIsConfirmedByWhoTakesItOut() {
        graded("99-HH-33", HandlingCode.H3, "niet in een brief");
        assertEquals(
                "restrictionsConfirmed",
                assertThrows(InvalidException.class, () -> export(false)).field());
        Export taken = export(true).export();
        assertTrue(taken.restrictionsConfirmed());
        assertEquals(house.analyst.id(), taken.person());
        assertEquals(house.now, taken.at());
    }

    private UUID graded(String plate, HandlingCode code, String restriction) {
        NewDatum datum = House.datum(suspect, null, DataCategory.VEHICLE, plate, 1);
        Grading grading = new Grading(SourceReliability.A, 1, Set.of(code), restriction);
        return house.knelpunten
                .share(by(house.officer), knelpunt, Copy.with(datum, "grading", grading))
                .id();
    }

    private Export.Content export(boolean confirmed) {
        return house.selections.export(
                by(house.analyst), knelpunt, EVERYTHING, Export.Format.CSV, "overleg", confirmed);
    }

    @Test
    void onlyAnAnalystLooksAndOnlyWhileTheTermRuns() {
        for (Account account : List.of(house.officer, house.director, house.policeMember)) {
            assertThrows(RefusedException.class, () -> house.selections.network(by(account), knelpunt, EVERYTHING));
            assertThrows(
                    RefusedException.class,
                    () -> house.selections.export(
                            by(account), knelpunt, EVERYTHING, Export.Format.CSV, "overleg", false));
        }
        house.now = World.inTheNetherlands("2027-05-12T10:00");
        RefusedException expired = assertThrows(
                RefusedException.class,
                () -> house.selections.export(
                        by(house.analyst), knelpunt, EVERYTHING, Export.Format.CSV, "overleg", false));
        assertEquals(
                List.of("G21"), expired.findings().stream().map(f -> f.rule()).toList());
    }
}
