package nl.knelpunt.engine.retention;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.dossier.Involvement;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.rights.Information;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Paper;

/**
 * What stands in a dossier beside its data and signals, and goes when everything of a knelpunt is destroyed (Wgs 1.8(7)). Whoever
 * stores a text of a dossier in a table of its own adds a row here that is called like the table; the certificate of destruction names
 * it so too.
 */
public enum DossierPart {
    CLOSING_REPORT(
            "afsluitverslag", "closing report", (t, k) -> one(t.closures().destroyReport(k))),
    ANALYSIS("analyses", "analyses", DossierPart::analyses),
    SELECTION("selecties", "selections", (t, k) -> t.selections().destroyOf(k)),
    ANALYSIS_EXPORT("exports", "exports", (t, k) -> t.selections().destroyExportsOf(k)),
    BARRIER_USE("gekozen barrièremodellen", "barrier models in use", DossierPart::barriers),
    DATA_REQUEST(
            "informatieverzoeken",
            "requests for data",
            (t, k) -> t.dataRequests().destroyOf(k)),
    /** Their numbers stay. */
    TASK_SHEET("taakbladen", "task sheets", (t, k) -> t.taskSheets().destroyOf(k)),
    /** Their digests and days stay. */
    PAPER("stukken", "papers", DossierPart::papers),
    /** Their numbers, kinds, days and digests stay. */
    ISSUED_DOCUMENT(
            "uitgegeven documenten", "issued documents", (t, k) -> t.documents().destroyContentOf(k)),
    /** Who voted what and what became of them stays. */
    MEETING_ITEM("teksten van agendapunten", "texts of items on an agenda", DossierPart::items),
    /** Their kinds, states and days stay. */
    INTERVENTION("teksten van interventies", "texts of interventions", DossierPart::interventions),
    /** Who came or went and when stays. */
    INVOLVEMENT("teksten over wie betrokken is", "texts on who is involved", DossierPart::involvements),
    /** Whether the data subjects were informed stays (AVG 14). */
    INFORMATION("teksten over het informeren", "texts on the informing", DossierPart::information),
    CASE_MEETING(
            "bijeenkomsten", "meetings of a case", (t, k) -> t.caseMeetings().destroyOf(k)),
    DATA_SET("gegevenssets", "data sets", (t, k) -> t.scans().destroySetsOf(k)),
    SCAN_OUTCOME(
            "uitkomsten van een scan", "outcomes of a scan", (t, k) -> t.scans().destroyOutcomesOf(k)),
    PROPOSAL_ORIGIN(
            "herkomst van het voorstel",
            "origin of the proposal",
            (t, k) -> one(t.scans().destroyOrigin(k)));

    private static final int ALL = Integer.MAX_VALUE;

    private interface Destroying {

        int of(Transaction transaction, UUID knelpunt);
    }

    private final Text label;
    private final Destroying destroying;

    DossierPart(String nl, String en, Destroying destroying) {
        this.label = new Text(nl, en);
        this.destroying = destroying;
    }

    /** As the certificate of destruction calls it. */
    public Text label() {
        return label;
    }

    /** Destroys it, and says how many; 0 when it was destroyed before. */
    public int destroy(Transaction transaction, UUID knelpunt) {
        return destroying.of(transaction, knelpunt);
    }

    private static int one(boolean was) {
        return was ? 1 : 0;
    }

    private static int analyses(Transaction transaction, UUID knelpunt) {
        List<Analysis> there = transaction.analyses().ofKnelpunt(knelpunt, null, ALL);
        there.forEach(a -> {
            transaction.analyses().destroy(a.id());
            transaction.confirmations().forget(a.id());
        });
        return there.size();
    }

    private static int barriers(Transaction transaction, UUID knelpunt) {
        var there = transaction.barrierModels().usedBy(knelpunt);
        there.forEach(m -> transaction.barrierModels().drop(knelpunt, m.code()));
        return there.size();
    }

    private static int papers(Transaction transaction, UUID knelpunt) {
        List<Paper> there = transaction.papers().ofKnelpunt(knelpunt, null, ALL).stream()
                .filter(p -> transaction.papers().content(p.id()).isPresent())
                .toList();
        there.forEach(p -> transaction.papers().destroyContent(p.id()));
        return there.size();
    }

    private static int items(Transaction transaction, UUID knelpunt) {
        Collection<Meeting> there = Arrays.stream(Meeting.ItemKind.values())
                .flatMap(kind -> transaction.meetings().withItem(knelpunt, kind).stream())
                .collect(Collectors.toMap(Meeting::id, m -> m, (one, same) -> one))
                .values();
        there.forEach(m -> transaction.meetings().update(m.withoutTextsOf(knelpunt)));
        return there.stream().mapToInt(m -> m.itemsWithTextsOf(knelpunt)).sum();
    }

    private static int interventions(Transaction transaction, UUID knelpunt) {
        List<Intervention> there = transaction.interventions().ofKnelpunt(knelpunt);
        there.forEach(i -> transaction.interventions().update(i.withoutTexts()));
        return there.size();
    }

    private static int involvements(Transaction transaction, UUID knelpunt) {
        List<Involvement> there = transaction.involvements().ofKnelpunt(knelpunt, null, ALL);
        there.forEach(i -> transaction.involvements().update(i.withoutTexts()));
        return there.size();
    }

    private static int information(Transaction transaction, UUID knelpunt) {
        List<Information> there = transaction.information().ofKnelpunt(knelpunt);
        there.forEach(i -> transaction.information().update(i.withoutTexts()));
        return there.size();
    }
}
