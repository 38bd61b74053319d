package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.scan.Choice;
import nl.knelpunt.engine.scan.Choice.Normalisation;
import nl.knelpunt.engine.scan.Codes;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Mapping.Direction;
import nl.knelpunt.engine.scan.Mapping.Indicator;
import nl.knelpunt.engine.scan.Origin;
import nl.knelpunt.engine.scan.Ranking.Ranked;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.scan.Table;
import nl.knelpunt.engine.scan.UnfitTableException;
import nl.knelpunt.engine.scan.UnfitTableException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A scan of business parks: tables in, parks compared, a knelpunt proposed. Never a person. */
class ScanStoryTest {

    private static final String HEADING = "code;bedrijven;leegstand;camera's\n";
    private static final String PARKS = HEADING + "P1;40;10,5;3\nP2;60;20;-\nP3;25;;9\nP4;30;5;6\n";

    private final House house = new House();
    private final UUID scan = house.designatedScan();

    private static Mapping.Content mapping(Codes codes) {
        return new Mapping.Content(
                "bedrijventerreinen",
                codes,
                "code",
                "bedrijven",
                ';',
                true,
                Set.of("-"),
                List.of(
                        new Indicator("LEEG", "leegstand", "leegstand", "%", Direction.HIGHER_IS_MORE_VULNERABLE),
                        new Indicator("CAM", "camera's", "camera's", "stuks", Direction.LOWER_IS_MORE_VULNERABLE)));
    }

    private void ownAreas(String... codes) {
        house.scans.importAreas(
                by(house.analyst),
                Arrays.stream(codes)
                        .map(c -> new Scans.NewArea(c, "Terrein " + c, World.HARBOUR))
                        .toList());
    }

    /** As rest reads it, without quotes. */
    private static Table.Source table(String text) {
        return separator -> {
            Iterator<String> lines = text.lines().iterator();
            return new Table() {

                private long line;

                @Override
                public List<String> next() {
                    line++;
                    return lines.hasNext() ? List.of(lines.next().split(String.valueOf(separator), -1)) : null;
                }

                @Override
                public long line() {
                    return line;
                }
            };
        };
    }

    private UUID imported(Codes codes, String text) throws Exception {
        UUID mapping =
                house.scans.writeMapping(by(house.analyst), mapping(codes)).id();
        return imported(house.analyst, mapping, text);
    }

    private UUID imported(Account account, UUID mapping, String text) throws Exception {
        return house.scans
                .importSet(
                        by(account),
                        scan,
                        new Scans.NewSet(mapping, "parken", "gemeente, open data", World.TODAY),
                        table(text))
                .id();
    }

    private List<Fault> faults(String text) {
        return assertThrows(UnfitTableException.class, () -> imported(Codes.OWN, text))
                .faults();
    }

    private static String field(Executable act) {
        return assertThrows(InvalidException.class, act).field();
    }

    private static List<String> places(List<Fault> faults) {
        return faults.stream().map(f -> f.line() + ":" + f.column()).toList();
    }

    // Tables

    @Test
    void aTableIsReadByItsMappingAndReadAnewItIsAnotherVersion() throws Exception {
        ownAreas("P1", "P2", "P3", "P4");
        UUID mapping =
                house.scans.writeMapping(by(house.analyst), mapping(Codes.OWN)).id();
        imported(house.analyst, mapping, PARKS);
        imported(house.analyst, mapping, PARKS);
        List<DataSet> sets = house.scans.sets(by(house.officer), scan, null, 10).items();
        assertEquals(List.of(1, 2), sets.stream().map(DataSet::version).toList());
        assertEquals(4, sets.get(0).rows());
        assertEquals(25, sets.get(0).smallest());
        assertEquals("gemeente, open data", sets.get(0).source());
    }

    @Test
    void everyMistakeIsToldWithItsPlaceAndNothingIsKept() {
        ownAreas("P1");
        List<Object> before = house.store.content();
        List<Fault> faults = faults(HEADING + "P1;40;1.5;x\nP1;40;1,5;1\n??;x;1,5;1\nP2;40;1,5\n");
        assertEquals(List.of("2:3", "2:4", "3:1", "4:1", "4:2", "5:0"), places(faults));
        assertTrue(faults.stream().noneMatch(f -> f.reason().nl().contains("??")), "nothing is quoted");
        assertEquals(
                0, house.scans.sets(by(house.analyst), scan, null, 10).items().size());
        assertEquals(List.of("1:0"), places(faults("code;bedrijven;leegstand\nP1;40;1\n")));
        assertEquals(List.of("0:0"), places(faults("")));
        assertEquals(List.of("0:0"), places(faults(HEADING)));
        assertFalse(before.isEmpty());
    }

    @Test
    void anAreaThatIsTooSmallRefusesTheTable() {
        ownAreas("P1");
        List<Fault> faults = faults(HEADING + "P1;9;1;1\n");
        assertEquals(List.of("2:2"), places(faults));
        assertTrue(faults.get(0).reason().nl().contains("te klein"));
    }

    @Test
    void anAreaThatNobodyDelimitedRefusesTheTable() {
        ownAreas("P1");
        assertEquals(List.of("3:0"), places(faults(HEADING + "P1;40;1;1\nP9;40;1;1\n")));
    }

    @Test
    void aTableInWhichAnythingLooksLikeAPersonIsRefused() {
        ownAreas("P1");
        for (String heading : List.of(
                "BSN", "Naam", "naam eigenaar", "e-mail adres", "KvK-nummer", "kvknummer", "Straat", "geboortedatum")) {
            List<Fault> faults = faults("code;bedrijven;leegstand;camera's;" + heading + "\nP1;40;1;1;x\n");
            assertEquals(List.of("1:5"), places(faults), heading);
        }
        String extra = "code;bedrijven;leegstand;camera's;overig\nP1;40;1;1;";
        for (String cell : List.of("999990019", "j.tester@example.org", "J. de Tester", "A.B. Voorbeeld")) {
            assertEquals(List.of("2:5"), places(faults(extra + cell + "\n")), cell);
        }
        assertEquals(
                List.of("0:3"),
                places(faults(HEADING + "P1;40;999990019;1\n")),
                "a column of numbers that may all be BSNs is no column of numbers");
    }

    @Test
    void theNameOfAnAreaAndNumbersOfAddressesAreNoPersons() throws Exception {
        ownAreas("P1", "P2");
        imported(
                Codes.OWN,
                "code;bedrijven;leegstand;camera's;naam gebied;gemeentenaam;aantal adres\n"
                        + "P1;40;999990019;1;Noord;Haarveen;3\nP2;40;123456789;2;Zuid;Haarveen;4\n");
    }

    @Test
    void codesAreThoseOfTheirRegister() throws Exception {
        imported(Codes.NEIGHBOURHOOD, HEADING + "BU90010101;40;1;1\nBU90010102;40;2;2\n");
        imported(Codes.SBI, HEADING + "49.41;40;1;1\n45;40;2;2\n");
        UnfitTableException unfit = assertThrows(
                UnfitTableException.class, () -> imported(Codes.MUNICIPALITY, HEADING + "BU90010101;40;1;1\n"));
        assertEquals(List.of("2:1"), places(unfit.faults()));
        assertThrows(
                UnfitTableException.class,
                () -> imported(Codes.BAG_STREET, HEADING + "0363010000000001;40;1;1\n"),
                "a single dwelling is no area");
    }

    @Test
    void onlyAnAnalystReadsTablesInAndOnlyInAScan() {
        UUID mapping =
                house.scans.writeMapping(by(house.analyst), mapping(Codes.SBI)).id();
        assertEquals(List.of("G41"), refused(() -> imported(house.officer, mapping, PARKS)));
        assertEquals(List.of("G41"), refused(() -> imported(house.director, mapping, PARKS)));
        UUID knelpunt = house.designated();
        assertEquals(
                List.of("STATE"),
                refused(() -> house.scans.importSet(
                        by(house.analyst), knelpunt, new Scans.NewSet(mapping, "x", "y", World.TODAY), table(PARKS))));
        assertEquals(List.of("G24"), refused(() -> house.scans.sets(by(house.neighboursWorker), scan, null, 10)));
        assertEquals(List.of("G41"), refused(() -> house.scans.writeMapping(by(house.officer), mapping(Codes.SBI))));
    }

    // Comparing

    private UUID compared(Normalisation normalisation, double leastCoverage) throws Exception {
        ownAreas("P1", "P2", "P3", "P4");
        UUID set = imported(Codes.OWN, PARKS);
        return house.scans
                .rank(
                        by(house.analyst),
                        scan,
                        new Choice(set, Map.of("LEEG", 3.0, "CAM", 1.0), normalisation, leastCoverage))
                .id();
    }

    private List<Ranked> ranked(UUID outcome) {
        return house.scans.outcome(by(house.officer), scan, outcome, 0, 10).areas().stream()
                .map(Scans.ShownRanked::ranked)
                .toList();
    }

    @Test
    void parksAreComparedByTheWeightsThatAPersonChose() throws Exception {
        UUID outcome = compared(Normalisation.MIN_MAX, 0.5);
        List<Ranked> ranked = ranked(outcome);
        assertEquals(
                List.of("P2", "P1", "P4", "P3"),
                ranked.stream().map(Ranked::code).toList());
        assertEquals(List.of(1, 2, 3, 0), ranked.stream().map(Ranked::rank).toList());
        Ranked second = ranked.get(1);
        // (3 * (10.5 - 5) / 15 + 1 * (1 - (3 - 3) / 6)) / 4
        assertEquals((3 * 5.5 / 15 + 1) / 4, second.index(), 1e-9);
        assertEquals(1, second.coverage());
        assertEquals(
                second.index(),
                second.inputs().stream().mapToDouble(i -> i.contribution()).sum(),
                1e-9,
                "every outcome shows what it is made of");
    }

    @Test
    void whatIsMissingStaysMissingAndLowersTheCoverage() throws Exception {
        Map<String, Ranked> byCode =
                ranked(compared(Normalisation.MIN_MAX, 0.5)).stream().collect(Collectors.toMap(Ranked::code, r -> r));
        assertEquals(0.75, byCode.get("P2").coverage());
        assertEquals(List.of("CAM"), byCode.get("P2").missing());
        assertEquals(0.25, byCode.get("P3").coverage());
        assertEquals(0, byCode.get("P3").rank(), "too little is known to rank it");
    }

    @Test
    void whatMayNotBeMissingIsChosenByAPerson() throws Exception {
        assertEquals(
                4,
                ranked(compared(Normalisation.MIN_MAX, 0)).stream()
                        .filter(r -> r.rank() > 0)
                        .count());
    }

    @Test
    void zScoresAreDistancesFromTheMean() throws Exception {
        Map<String, Ranked> byCode =
                ranked(compared(Normalisation.Z_SCORE, 0)).stream().collect(Collectors.toMap(Ranked::code, r -> r));
        // Vacancy 10.5, 20 and 5: mean 11.83, deviation 6.2; cameras 3, 9 and 6: mean 6, fewer is worse.
        assertEquals((20 - 11.8333) / 6.1959, byCode.get("P2").index(), 1e-3);
        assertEquals(-1.2247, byCode.get("P3").index(), 1e-3);
    }

    @Test
    void everyOutcomeHasItsSetWithVersionSourceAndChoice() throws Exception {
        UUID outcome = compared(Normalisation.MIN_MAX, 0.5);
        Scans.ShownOutcome shown = house.scans.outcome(by(house.officer), scan, outcome, 1, 2);
        assertEquals("gemeente, open data", shown.outcome().dataSet().source());
        assertEquals(1, shown.outcome().dataSet().version());
        assertEquals(Map.of("LEEG", 3.0, "CAM", 1.0), shown.outcome().choice().weights());
        assertEquals(3, shown.outcome().spreads().get("LEEG").values());
        assertEquals(house.analyst.id(), shown.outcome().person());
        assertEquals(
                List.of("P1", "P4"),
                shown.areas().stream().map(a -> a.ranked().code()).toList());
        assertEquals(3, shown.next());
        assertEquals("Terrein P1", shown.areas().get(0).name());
        assertEquals(World.HARBOUR, shown.areas().get(0).geometry());
        assertNull(house.scans.outcome(by(house.officer), scan, outcome, 2, 2).next());
    }

    @Test
    void aWeightNeedsAnIndicatorThatTellsSomethingApart() throws Exception {
        ownAreas("P1", "P2");
        UUID set = imported(Codes.OWN, HEADING + "P1;40;1;5\nP2;40;2;5\n");
        for (Map<String, Double> wrong :
                List.of(Map.of("CAM", 1.0), Map.of("LEEG", 0.0), Map.of("LEEG", Double.NaN), Map.of("X", 1.0))) {
            assertTrue(field(() -> house.scans.rank(
                            by(house.analyst), scan, new Choice(set, wrong, Normalisation.MIN_MAX, 0.5)))
                    .startsWith("weights."));
        }
        assertEquals(
                List.of("G41"),
                refused(() -> house.scans.rank(
                        by(house.director), scan, new Choice(set, Map.of("LEEG", 1.0), Normalisation.MIN_MAX, 0.5))));
    }

    // A knelpunt follows

    @Test
    void anOutcomeFeedsAProposalWithItsAreasAndValues() throws Exception {
        UUID outcome = compared(Normalisation.MIN_MAX, 0.5);
        UUID id = house.scans
                .propose(
                        by(house.director),
                        scan,
                        new Scans.NewProposal(
                                outcome, List.of("P2", "P1"), "Twee terreinen", "niemand houdt er toezicht"))
                .id();
        Knelpunt proposed = house.store.knelpunt(id);
        assertEquals(Activity.KNELPUNT, proposed.activity());
        assertEquals(ObjectType.AREA, proposed.proposal().objectType());
        assertEquals(2, proposed.proposal().scope().area().polygons().size());
        assertEquals("niemand houdt er toezicht", proposed.proposal().grounds().deficit());
        String values = proposed.proposal().grounds().seriousness();
        assertTrue(values.contains("Gegevensset parken versie 1 (gemeente, open data,"), values);
        assertTrue(values.contains("P1: plaats 2 van 3, dekking 100%; camera's 3 stuks; leegstand 10,5 %."), values);
        assertTrue(values.contains("geen waarde voor camera's"), values);
        Origin origin = house.scans.origin(by(house.director), id).orElseThrow();
        assertEquals(scan, origin.source());
        assertEquals(
                List.of("P2", "P1"), origin.areas().stream().map(Ranked::code).toList());
        assertEquals(
                List.of("G41"),
                refused(() -> house.scans.propose(
                        by(house.analyst), scan, new Scans.NewProposal(outcome, List.of("P1"), "x", "y"))));
        assertEquals(
                "areas[0]",
                field(() -> house.scans.propose(
                        by(house.director), scan, new Scans.NewProposal(outcome, List.of("P9"), "x", "y"))));
    }

    @Test
    void phaseThreeNeverOpensForAScan() {
        house.knelpunten.openPhase(by(house.mayor), scan, 2, "nodig");
        assertEquals(List.of("G13"), refused(() -> house.knelpunten.openPhase(by(house.mayor), scan, 3, "nodig")));
    }
}
