package nl.knelpunt.engine.component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.text.References;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closing reports and lessons; and what a closure sets going. */
@Component
public final class ClosureUseCases implements Closures {

    private static final int ALL = 10_000;

    private final Gate gate;

    @Activate
    public ClosureUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done write(Call call, UUID knelpunt, NewReport report) {
        check(report);
        return gate.change(
                call,
                Act.WRITE_CLOSING_REPORT,
                knelpunt,
                (t, facts) ->
                        facts.asking(new Asked.ReportingClosure(report.summary(), report.waived(), report.lessons())),
                (t, facts) -> {
                    List<UUID> open = open(t, knelpunt, null);
                    for (int i = 0; i < report.waived().size(); i++) {
                        if (!open.contains(report.waived().get(i).provision())) {
                            throw new InvalidException(
                                    "waived[" + i + "].provision",
                                    new Text(
                                            "Dit is geen verstrekking van dit handhavingsknelpunt die nog open staat.",
                                            "This is no provision of this knelpunt that is still open."));
                        }
                    }
                    t.closures()
                            .put(new ClosingReport(
                                    knelpunt,
                                    report.summary(),
                                    report.waived(),
                                    report.lessons(),
                                    facts.actor().account().id(),
                                    facts.now()));
                    Knelpunt about = facts.knelpunt();
                    // One version for the dossier: who changes it on what was read before is told.
                    t.knelpunten().update(about);
                    return new Done(knelpunt, about.state().name(), about.version() + 1);
                });
    }

    private static void check(NewReport report) {
        Checks.filled("summary", report.summary());
        Checks.text("summary", report.summary(), Checks.TEXT);
        Checks.items("waived", report.waived());
        for (int i = 0; i < report.waived().size(); i++) {
            Checks.required(
                    "waived[" + i + "].provision", report.waived().get(i).provision());
            Checks.filled("waived[" + i + "].reason", report.waived().get(i).reason());
            Checks.text("waived[" + i + "].reason", report.waived().get(i).reason(), Checks.TEXT);
        }
        if (report.lessons().size() > ClosingReport.MOST_LESSONS) {
            throw new InvalidException(
                    "lessons",
                    new Text(
                            "Leg ten hoogste " + ClosingReport.MOST_LESSONS + " lessen vast.",
                            "Record at most " + ClosingReport.MOST_LESSONS + " lessons."));
        }
        for (int i = 0; i < report.lessons().size(); i++) {
            lesson("lessons[" + i + "].", report.lessons().get(i));
        }
    }

    private static void lesson(String path, Lesson.Content lesson) {
        Checks.filled(path + "text", lesson.text());
        Checks.text(path + "text", lesson.text(), Checks.TEXT);
        Checks.line(path + "barrierStep", lesson.barrierStep());
        if (!References.in(lesson.text()).all().isEmpty()) {
            throw new InvalidException(
                    path + "text",
                    new Text(
                            "Een les gaat over niemand: verwijs hier niet naar een gegeven of een betrokkene.",
                            "A lesson is about nobody: do not refer to a datum or a data subject here."));
        }
    }

    /** Provisions that were prepared, and neither provided nor waived. */
    private static List<UUID> open(Transaction transaction, UUID knelpunt, ClosingReport report) {
        return transaction.provisions().ofKnelpunt(knelpunt, null, ALL).stream()
                .filter(p -> p.state() == ProvisionState.PREPARED || p.state() == ProvisionState.ASKED)
                .map(Provision::id)
                .filter(p -> report == null || report.waiverOf(p).isEmpty())
                .toList();
    }

    /**
     * Afterwards nobody would know any more who was to be informed. A record of before somebody came in says nothing of that person; ids
     * are given out in order, also when a demo's clock was moved.
     */
    private static boolean isInformationMissing(Transaction transaction, UUID knelpunt) {
        String last = transaction.information().ofKnelpunt(knelpunt).stream()
                .map(i -> i.id().toString())
                .max(Comparator.naturalOrder())
                .orElse("");
        return transaction.data().subjectsOf(knelpunt).stream()
                .filter(s -> s.kind() == SubjectKind.PERSON)
                .anyMatch(s -> s.id().toString().compareTo(last) > 0);
    }

    @Override
    public ShownReport see(Call call, UUID knelpunt) {
        return gate.read(call, Act.SEE_CLOSING_REPORT, knelpunt, (t, facts, judge) -> {
            ClosingReport report = t.closures().report(knelpunt).orElse(null);
            return new ShownReport(
                    report,
                    open(t, knelpunt, report),
                    isInformationMissing(t, knelpunt),
                    facts.knelpunt().version());
        });
    }

    @Override
    public Page<Lesson> lessons(Call call, Wanted wanted, UUID after, int limit) {
        Checks.limit(limit);
        Checks.text("q", wanted.words(), Checks.LINE);
        Checks.text("barrierStep", wanted.barrierStep(), Checks.LINE);
        return gate.read(call, Act.SEARCH_LESSONS, null, (t, facts, judge) -> {
            List<Lesson> found = t.closures().find(wanted, after, limit);
            return new Page<>(
                    found, found.size() < limit ? null : found.get(limit - 1).id());
        });
    }

    @Override
    public Done withdraw(Call call, UUID lesson) {
        return gate.change(call, Act.WITHDRAW_LESSON, lesson, Gate.Asking.NOTHING, (t, facts) -> {
            if (!t.closures().destroyLesson(lesson)) {
                throw new InvalidException("lesson", new Text("Deze les is er niet.", "There is no such lesson."));
            }
            return new Done(lesson, Done.DESTROYED, 1);
        });
    }

    /**
     * What a closure needs and sets going, in its transaction: results have gone where they go, lessons are there for everybody, and
     * everything else is listed for destruction.
     *
     * @throws InvalidException says what is still to be done
     */
    static void close(Transaction transaction, Facts facts, Knelpunt closed) {
        ClosingReport report = transaction
                .closures()
                .report(closed.id())
                .orElseThrow(() -> new InvalidException(
                        "closingReport",
                        new Text(
                                "Er is nog geen afsluitverslag. De casusregisseur schrijft het, met wat er geleerd is.",
                                "There is no closing report yet. The case director writes it, with what was learnt.")));
        List<UUID> open = open(transaction, closed.id(), report);
        if (!open.isEmpty()) {
            throw new InvalidException(
                    "provisions",
                    new Text(
                            "Nog niet alle resultaten zijn verstrekt (" + open.size()
                                    + "). Verstrek ze, of leg in het afsluitverslag vast waarom niet.",
                            "Not all results were provided yet (" + open.size()
                                    + "). Provide them, or record in the closing report why not."));
        }
        if (isInformationMissing(transaction, closed.id())) {
            throw new InvalidException(
                    "information",
                    new Text(
                            "Leg eerst vast of de betrokkenen zijn geïnformeerd, of welke uitzondering geldt (artikel 14 AVG). Dat doet"
                                    + " de casusregisseur.",
                            "First record whether the data subjects were informed, or which exception holds (article 14 GDPR). The"
                                    + " case director does that."));
        }
        report.lessons()
                .forEach(content -> transaction
                        .closures()
                        .insert(new Lesson(Ids.next(), closed.id(), closed.activity(), facts.today(), content)));
        transaction
                .destructions()
                .insert(new DestructionList(
                        Ids.next(),
                        closed.id(),
                        closed.activity(),
                        1,
                        DestructionState.IN_REVIEW,
                        true,
                        List.of(),
                        null,
                        facts.today().plusDays(facts.policy().periods().destroyAfterClosureDays()),
                        facts.now(),
                        report.person(),
                        null,
                        List.of(),
                        Map.of(),
                        null));
    }
}
