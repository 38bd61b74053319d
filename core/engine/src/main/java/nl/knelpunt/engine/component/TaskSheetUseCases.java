package nl.knelpunt.engine.component;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.document.Composition.Fact;
import nl.knelpunt.engine.document.Composition.Section;
import nl.knelpunt.engine.document.Composition.Words;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Decision;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.plan.TaskSheet.Content;
import nl.knelpunt.engine.plan.TaskSheets;
import nl.knelpunt.engine.port.DocumentPress;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class TaskSheetUseCases implements TaskSheets {

    private static final String RELEASED = "RELEASED";
    private static final String NO_DATA =
            "Dit blad bevat geen gegevens over personen of bedrijven. U hoeft niets te melden aan het RIEC over wie u ziet.";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));

    private final Gate gate;
    private final DocumentPress press;

    @Activate
    public TaskSheetUseCases(@Reference Gate gate, @Reference DocumentPress press) {
        this.gate = gate;
        this.press = press;
    }

    @Override
    public Done release(Call call, UUID knelpunt, Content content) {
        Checks.sheet(content);
        UUID id = Ids.next();
        return gate.change(
                call,
                Act.RELEASE_TASK_SHEET,
                knelpunt,
                (t, facts) -> {
                    // Who may not know the knelpunt is told nothing that depends on it.
                    if (facts.knelpunt() == null) {
                        return facts;
                    }
                    Content whole = completed(t, knelpunt, content);
                    Facts looking = facts.as(Act.SEE_DATA)
                            .asking(new Asked.Nothing())
                            .withKnelpunt(facts.knelpunt(), Subjects.of(t.data().subjectsOf(knelpunt)));
                    return facts.asking(new Asked.Releasing(
                            whole, Betrayal.fields(t.data(), knelpunt, whole, d -> mayKnowOf(looking, d))));
                },
                (t, facts) -> {
                    Content whole = ((Asked.Releasing) facts.asked()).content();
                    Checks.filled("description", whole.description());
                    checkParty(facts.region(), whole.party());
                    int year = facts.today().getYear();
                    TaskSheet sheet = new TaskSheet(
                            id,
                            knelpunt,
                            year + "-" + (t.taskSheets().numbered(year) + 1),
                            whole,
                            facts.actor().account().id(),
                            facts.now());
                    t.taskSheets().insert(sheet);
                    return new Done(id, RELEASED, 1);
                });
    }

    private static boolean mayKnowOf(Facts looking, Datum datum) {
        Decision decision = Guard.decide(looking.withData(List.of(datum)));
        return decision.isPermit() || Guard.onlyFreezes(decision, datum);
    }

    private static Content completed(Transaction transaction, UUID knelpunt, Content content) {
        if (content.intervention() == null) {
            return content;
        }
        Intervention part = transaction
                .interventions()
                .find(content.intervention())
                .filter(i -> i.knelpunt().equals(knelpunt))
                .orElseThrow(() -> new InvalidException(
                        "intervention",
                        new Text("Kies een interventie van dit plan.", "Choose an intervention of this plan.")));
        boolean hasDays = content.from() != null || content.until() != null;
        return new Content(
                content.party(),
                content.description() == null ? part.content().publicDescription() : content.description(),
                content.asked(),
                content.contact(),
                hasDays ? content.from() : part.planning().from(),
                hasDays ? content.until() : part.planning().until(),
                content.intervention());
    }

    private static void checkParty(Region region, String party) {
        boolean takesPart = region.designated().stream()
                .map(Participant::name)
                .anyMatch(name -> name.equalsIgnoreCase(party.strip()));
        if (takesPart) {
            throw new InvalidException(
                    "party",
                    new Text(
                            "Dit is een deelnemer: stel een interventie voor in het plan.",
                            "This is a participant: propose an intervention in the plan."));
        }
    }

    @Override
    public Page<TaskSheet> list(Call call, UUID knelpunt, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_TASK_SHEETS,
                knelpunt,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.taskSheets().ofKnelpunt(knelpunt, from, most),
                        TaskSheet::id,
                        Optional::of));
    }

    @Override
    public TaskSheet see(Call call, UUID knelpunt, UUID sheet) {
        return gate.read(call, Act.SEE_TASK_SHEET, knelpunt, (t, facts, judge) -> found(t, judge, knelpunt, sheet));
    }

    private static TaskSheet found(Transaction transaction, Gate.Judge judge, UUID knelpunt, UUID sheet) {
        judge.noteThing(sheet);
        return transaction
                .taskSheets()
                .find(sheet)
                .filter(s -> s.knelpunt().equals(knelpunt))
                .orElseThrow(() -> new InvalidException(
                        "sheet",
                        new Text("Dit taakblad is er niet in dit plan.", "There is no such task sheet in this plan.")));
    }

    @Override
    public byte[] pdf(Call call, UUID knelpunt, UUID sheet) {
        Printed printed = gate.read(
                call,
                Act.SEE_TASK_SHEET,
                knelpunt,
                (t, facts, judge) -> new Printed(composed(found(t, judge, knelpunt, sheet)), facts.region()));
        return press.pdf(printed.composition(), printed.region());
    }

    private record Printed(Composition composition, Region region) {}

    /** Says nothing of the knelpunt, not even its title: the party has no part in it. */
    private static Composition composed(TaskSheet sheet) {
        Content content = sheet.content();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Voor", content.party()));
        if (content.from() != null) {
            facts.add(new Fact("Vanaf", DAY.format(content.from())));
        }
        if (content.until() != null) {
            facts.add(new Fact("Tot en met", DAY.format(content.until())));
        }
        facts.add(new Fact("Vrijgegeven op", DAY.format(sheet.released().atZone(Facts.NETHERLANDS))));
        return new Composition(
                "taakblad",
                "Taakblad " + sheet.number(),
                sheet.number(),
                facts,
                List.of(
                        section("Waar het om gaat", content.description()),
                        section("Wat wij u vragen", content.asked()),
                        section("Vragen", content.contact()),
                        section("Geen gegevens", NO_DATA)));
    }

    private static Section section(String heading, String text) {
        return new Section(heading, List.of(new Words(text)));
    }
}
