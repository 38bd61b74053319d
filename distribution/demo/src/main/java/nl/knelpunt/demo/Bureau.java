package nl.knelpunt.demo;

import static nl.knelpunt.demo.Cast.ANALYST;
import static nl.knelpunt.demo.Cast.CASE_DIRECTOR;
import static nl.knelpunt.demo.Cast.CONTACT_POINT;
import static nl.knelpunt.demo.Cast.DUINRADE;
import static nl.knelpunt.demo.Cast.KROMHOORN;
import static nl.knelpunt.demo.Cast.POLICE;
import static nl.knelpunt.demo.Cast.ZAANMEER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.engine.scan.Choice;
import nl.knelpunt.engine.scan.Codes;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.scan.Table;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;

/** What the bureau does beside the knelpunten: meetings, the comparison of a scan, a request of a data subject. */
final class Bureau {

    private static final int MEETING = 33;
    private static final int COMPARED = 120;
    private static final List<String> THERE = List.of(ZAANMEER, KROMHOORN, DUINRADE, POLICE);

    /** Code, name, where it lies, and what was counted; a dot where nothing is known. */
    private static final List<String> PARKS = List.of(
            "T1;Opslagweg-Loodsstraat;4.8050;52.4380;38;18,5;2;36,8",
            "T2;De Kolk;4.7930;52.4320;52;6,2;14;5,8",
            "T3;Noorderhoek;4.8150;52.4460;24;11,0;.;12,5",
            "T4;Kromme Industrieweg;5.0660;52.6470;40;14,2;5;27,5",
            "T5;Zuiderkade;5.0610;52.6410;61;4,1;22;.",
            "T6;De Wissel;5.0730;52.6520;19;.;.;10,5");

    private Bureau() {}

    static void tell(Stage stage) {
        meeting(stage);
        stage.on(
                12,
                () -> stage.use
                        .rightsRequests()
                        .register(
                                stage.by(CONTACT_POINT),
                                new RightsRequests.NewRequest(
                                        RightsRequest.Kind.ACCESS,
                                        "BR-2026-114",
                                        "Welke gegevens heeft het RIEC over mij?",
                                        RightsRequest.Check.DOCUMENT_SHOWN,
                                        List.of(new Identifier(DataCategory.BSN, null, "999990111")))));
    }

    static UUID plan(Stage stage, int daysAgo, String place, String chair) {
        return stage.use
                .meetings()
                .plan(
                        stage.by(CASE_DIRECTOR),
                        new Meeting.Plan(
                                Meeting.Form.MEETING,
                                stage.meetingOn(daysAgo),
                                place,
                                stage.account(chair + ".stuurgroep")))
                .id();
    }

    /** One that is over, with its minutes. */
    private static void meeting(Stage stage) {
        UUID[] meeting = new UUID[1];
        UUID[] item = new UUID[1];
        stage.on(40, () -> {
            meeting[0] = plan(stage, MEETING, "Gemeentehuis Duinrade", ZAANMEER);
            item[0] = stage.use
                    .meetings()
                    .putOnAgenda(
                            stage.by(CASE_DIRECTOR),
                            meeting[0],
                            new Meetings.NewItem(
                                    Meeting.ItemKind.OTHER,
                                    null,
                                    "Vergaderdata komend jaar",
                                    "Elke tweede donderdag van de maand, om negen uur."))
                    .id();
        });
        stage.on(MEETING, () -> {
            for (String participant : THERE) {
                String member = participant + ".stuurgroep";
                stage.use
                        .meetings()
                        .recordAttendance(
                                stage.by(CASE_DIRECTOR),
                                meeting[0],
                                new Meeting.Attendance(
                                        participant, Meeting.Presence.PRESENT, stage.account(member), null));
                stage.use
                        .meetings()
                        .vote(stage.by(member), meeting[0], item[0], Motion.Choice.FOR, "Past in onze agenda.");
            }
            stage.use.meetings().conclude(stage.by(ZAANMEER + ".stuurgroep"), meeting[0], item[0]);
            stage.use.meetings().hold(stage.by(CASE_DIRECTOR), meeting[0]);
        });
        stage.on(
                MEETING - 2,
                () -> stage.use
                        .meetings()
                        .writeMinutes(
                                stage.by(CASE_DIRECTOR),
                                meeting[0],
                                "De vergaderdata voor komend jaar zijn vastgesteld: elke tweede donderdag van de maand, om"
                                        + " negen uur.\nDe stuurgroep neemt kennis van de voortgang in beide havens."));
        stage.on(
                MEETING - 5,
                () -> stage.use.meetings().fixMinutes(stage.by(ZAANMEER + ".stuurgroep"), meeting[0], null));
    }

    /** The parks are compared on what the visits counted. */
    static void compareParks(Stage stage, Supplier<UUID> scan) {
        stage.on(COMPARED, () -> {
            Scans scans = stage.use.scans();
            scans.importAreas(
                    stage.by(ANALYST),
                    PARKS.stream()
                            .map(park -> park.split(";"))
                            .map(c -> new Scans.NewArea(
                                    c[0], c[1], outline(Double.parseDouble(c[2]), Double.parseDouble(c[3]))))
                            .toList());
            UUID mapping = scans.writeMapping(
                            stage.by(ANALYST),
                            new Mapping.Content(
                                    "Bedrijventerreinen",
                                    Codes.OWN,
                                    "terrein",
                                    "panden",
                                    ';',
                                    true,
                                    Set.of("."),
                                    List.of(
                                            new Mapping.Indicator(
                                                    "LEEG",
                                                    "leegstand",
                                                    "leegstand",
                                                    "%",
                                                    Mapping.Direction.HIGHER_IS_MORE_VULNERABLE),
                                            new Mapping.Indicator(
                                                    "CONTROLES",
                                                    "controles",
                                                    "controles per jaar",
                                                    "per 100 panden",
                                                    Mapping.Direction.LOWER_IS_MORE_VULNERABLE),
                                            new Mapping.Indicator(
                                                    "ONBEKEND",
                                                    "onbekend",
                                                    "units zonder bekende gebruiker",
                                                    "%",
                                                    Mapping.Direction.HIGHER_IS_MORE_VULNERABLE))))
                    .id();
            UUID set = imported(stage, scan.get(), mapping);
            scans.rank(
                    stage.by(ANALYST),
                    scan.get(),
                    new Choice(
                            set,
                            Map.of("LEEG", 2.0, "CONTROLES", 1.0, "ONBEKEND", 3.0),
                            Choice.Normalisation.MIN_MAX,
                            0.6));
        });
    }

    private static UUID imported(Stage stage, UUID scan, UUID mapping) {
        try {
            return stage.use
                    .scans()
                    .importSet(
                            stage.by(ANALYST),
                            scan,
                            new Scans.NewSet(mapping, "terreinen", "Bouwtoezicht, bezoeken", stage.day(COMPARED + 10)),
                            separator -> new Counted())
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Area outline(double west, double south) {
        return new Area(List.of(List.of(List.of(
                new Area.Position(west, south),
                new Area.Position(west + 0.008, south - 0.001),
                new Area.Position(west + 0.0095, south + 0.004),
                new Area.Position(west + 0.003, south + 0.006),
                new Area.Position(west - 0.001, south + 0.003),
                new Area.Position(west, south)))));
    }

    /** What the visits counted, as a table. */
    private static final class Counted implements Table {

        private static final List<String> HEADING = List.of("terrein", "panden", "leegstand", "controles", "onbekend");

        private final Iterator<String> parks = PARKS.iterator();
        private long line;

        @Override
        public List<String> next() {
            if (line++ == 0) {
                return HEADING;
            }
            if (!parks.hasNext()) {
                return null;
            }
            List<String> cells = Arrays.asList(parks.next().split(";"));
            return List.of(cells.get(0), cells.get(4), cells.get(5), cells.get(6), cells.get(7));
        }

        @Override
        public long line() {
            return line;
        }
    }
}
