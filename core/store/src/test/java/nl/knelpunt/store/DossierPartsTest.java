package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.Involvement;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.retention.DossierPart;
import nl.knelpunt.engine.rights.Information;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Origin;
import nl.knelpunt.engine.scan.Outcome;
import nl.knelpunt.engine.scan.Ranking;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a dossier that was destroyed no text is left in any table, nor in the files. */
class DossierPartsTest {

    /** Columns that say to which dossier a row belongs. */
    private static final Set<String> DOSSIER = Set.of("knelpunt", "dossier", "consultation", "scan", "proposal");

    /** Tables of a dossier that no part destroys, with why. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "datum", "destroyed one by one, with a record in the log for each",
            "subject", "goes with the last datum about it",
            "datum_receiver", "goes with its datum",
            "signal_link", "ids; undone when the knelpunt is destroyed",
            "signal_outcome", "what became of a signal: no text",
            "pledge", "hours, people and days: no text",
            "provision",
                    "results that were provided stay with their receivers' feedback; the others are destroyed by themselves",
            "dossier_number", "the name in the numbers of its decisions, so that none is given twice",
            "destruction_list", "the certificate");

    /** Texts that stay, by the record and component in which they stand: codes, ids, numbers and digests; never what a person wrote. */
    private static final Set<String> STAYING = Set.of(
            "Documentnumber",
            "Digestsha256",
            "Paperdigest",
            "Involvementparticipant",
            "Involvementtasks",
            "Informationparticipant",
            "Contenttype",
            "Contentparticipant",
            "Textnl",
            "Texten",
            "Outcomeparticipant",
            "Voteparticipant",
            "Planplace",
            "Attendanceparticipant",
            "TaskSheetnumber");

    private static final Pattern MARK = Pattern.compile("MARK(\\w+?)X");

    @TempDir
    Path data;

    private final UUID knelpunt = Samples.id();
    private final Filled filled = new Filled()
            .with("knelpunt", knelpunt)
            .with("consultation", knelpunt)
            .with("scan", knelpunt)
            .with("proposal", knelpunt);

    @Test
    void everyTableOfADossierHasAPartOrAReason() throws IOException, SQLException {
        Set<String> tables = new TreeSet<>();
        try (Installation installation = new Installation(data)) {
            installation.run(t -> t.settings().get("it is there"));
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + installation.file());
                    ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
                while (columns.next()) {
                    if (DOSSIER.contains(columns.getString("COLUMN_NAME"))) {
                        tables.add(columns.getString("TABLE_NAME"));
                    }
                }
            }
        }
        Set<String> known = Stream.concat(
                        Arrays.stream(DossierPart.values()).map(p -> p.name().toLowerCase(java.util.Locale.ROOT)),
                        OTHERWISE.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, tables, "a table of a dossier needs a DossierPart, or a reason here");
    }

    /** Names of components of which a text is in the files, also of bytes that are kept as base64. */
    private Set<String> found() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                Matcher mark = MARK.matcher(bytes);
                while (mark.find()) {
                    found.add(mark.group(1));
                }
                Stream.of("PDF", "HTML", "PAPER")
                        .filter(content -> bytes.contains(Base64.getEncoder().encodeToString(bytes(content))))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static byte[] bytes(String content) {
        return (content + " of which nothing may be left").getBytes(StandardCharsets.UTF_8);
    }

    private void plant(Installation installation) {
        installation.run(t -> {
            t.closures().put(filled.record(ClosingReport.class));
            t.analyses().insert(filled.record(Analysis.class));
            t.selections().insert(filled.record(Selection.class));
            t.selections().insert(filled.record(Export.class));
            t.dataRequests().insert(filled.record(DataRequest.class));
            t.taskSheets().insert(filled.record(TaskSheet.class));
            t.papers().insert(filled.record(Paper.class), bytes("PAPER"));
            t.documents().insert(filled.record(Document.class), bytes("PDF"), bytes("HTML"));
            t.meetings().insert(filled.record(Meeting.class));
            t.interventions().insert(filled.record(Intervention.class));
            t.involvements().insert(filled.record(Involvement.class));
            t.information().insert(filled.record(Information.class));
            t.caseMeetings().insert(filled.record(CaseMeeting.class));
            t.scans().insert(filled.record(DataSet.class), List.of(filled.record(DataSet.Row.class)));
            t.scans().insert(filled.record(Outcome.class), List.of(filled.record(Ranking.Ranked.class)));
            t.scans().insert(filled.record(Origin.class));
        });
    }

    @Test
    void afterwardsNoTextOfItIsLeft() throws Exception {
        try (Installation installation = new Installation(data)) {
            plant(installation);
            Set<String> before = found();
            assertTrue(
                    before.containsAll(Set.of("PDF", "HTML", "PAPER", "Itemexplanation", "Votereason", "Minutestext")));

            for (DossierPart part : DossierPart.values()) {
                int destroyed = installation.get(t -> part.destroy(t, knelpunt));
                assertEquals(part == DossierPart.BARRIER_USE ? 0 : 1, destroyed, part.name());
            }
            installation.store.remove();

            Set<String> after = found();
            after.removeAll(STAYING);
            assertEquals(Set.of(), after);
        }
    }

    @Test
    void whatStaysIsReadAndNumbersAreNotGivenAnew() throws Exception {
        try (Installation installation = new Installation(data)) {
            plant(installation);
            TaskSheet sheet = installation
                    .get(t -> t.taskSheets().ofKnelpunt(knelpunt, null, 10))
                    .get(0);
            installation.run(t -> Arrays.stream(DossierPart.values()).forEach(part -> part.destroy(t, knelpunt)));
            installation.run(t -> {
                assertEquals(List.of(), t.taskSheets().ofKnelpunt(knelpunt, null, 10));
                assertTrue(t.taskSheets().find(sheet.id()).isEmpty());
                assertEquals(1, t.taskSheets().numbered(2026));
                Document document = t.documents().ofKnelpunt(knelpunt, null, 10).get(0);
                assertEquals(Filled.mark("Documentnumber"), document.number());
                for (Document.Format format : Document.Format.values()) {
                    assertTrue(t.documents().content(document.id(), format).isEmpty());
                }
                assertEquals(1, t.interventions().ofKnelpunt(knelpunt).size());
                assertEquals(1, t.information().ofKnelpunt(knelpunt).size());
                Paper paper = t.papers().ofKnelpunt(knelpunt, null, 10).get(0);
                assertTrue(t.papers().content(paper.id()).isEmpty());
            });
        }
    }

    @Test
    void minutesGoWithTheLastKnelpuntOnTheAgenda() throws Exception {
        UUID other = Samples.id();
        try (Installation installation = new Installation(data)) {
            Meeting one = filled.record(Meeting.class);
            Meeting both = one.with(new Filled().with("knelpunt", other).record(Meeting.Item.class));
            installation.run(t -> t.meetings().insert(both));
            installation.run(t -> assertEquals(1, DossierPart.MEETING_ITEM.destroy(t, knelpunt)));
            Meeting half = installation.get(t -> t.meetings().find(one.id())).orElseThrow();
            assertEquals(one.minutes().text(), half.minutes().text());
            assertEquals(both.items().get(1), half.items().get(1), "of another knelpunt");
            installation.run(t -> assertEquals(1, DossierPart.MEETING_ITEM.destroy(t, other)));
            assertEquals(
                    null,
                    installation
                            .get(t -> t.meetings().find(one.id()))
                            .orElseThrow()
                            .minutes()
                            .text());
        }
    }
}
