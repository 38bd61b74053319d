package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.document.Composition.Points;
import nl.knelpunt.engine.document.Composition.Section;
import nl.knelpunt.engine.document.Composition.Words;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.document.Documents;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.DocumentPress;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.port.UnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class DocumentUseCases implements Documents {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String ISSUED = "ISSUED";

    /** How often it is made anew because its knelpunt or its number changed meanwhile. */
    private static final int MOST_TRIES = 5;

    private final Gate gate;
    private final DocumentPress press;

    @Activate
    public DocumentUseCases(@Reference Gate gate, @Reference DocumentPress press) {
        this.gate = gate;
        this.press = press;
    }

    @Override
    public byte[] preview(Call call, UUID knelpunt, Document.Kind kind, Document.Format format) {
        Checks.required("kind", kind);
        Draft draft = gate.read(call, Act.PREVIEW_DOCUMENT, knelpunt, (t, facts, judge) -> {
            check(facts.knelpunt(), kind);
            Referred referred = Referred.leaving(t, facts, judge);
            Composition composition =
                    new Writer(t, facts, text -> referred.fill(text).in(DUTCH)).write(kind, null);
            return new Draft(composition, facts.region(), facts.knelpunt().version(), null, null);
        });
        return press.print(draft.composition, draft.region, format);
    }

    /**
     * @param version of the knelpunt of which it tells
     * @param name of the dossier within the number, null of a preview
     */
    private record Draft(Composition composition, Region region, long version, String name, LocalDate destroyBy) {}

    @Override
    public Done issue(Call call, UUID knelpunt, Document.Kind kind) {
        Checks.required("kind", kind);
        if (!kind.isIssued()) {
            throw new InvalidException(
                    "kind",
                    new Text("Een voorstel wordt niet uitgegeven, alleen getoond.", "A proposal is only shown."));
        }
        if (call.isTrial()) {
            return gate.change(call, Act.ISSUE_DOCUMENT, knelpunt, NOTHING, (t, facts) -> {
                checkNew(t, facts.knelpunt(), kind);
                return new Done(knelpunt, ISSUED, 1);
            });
        }
        // Printing takes longer than others may wait, so it is done between two transactions. The second looks whether
        // all
        // is still as it was printed.
        gate.admit(call, Act.ISSUE_DOCUMENT, knelpunt, NOTHING);
        for (int i = 0; i < MOST_TRIES; i++) {
            Draft draft = draft(call, knelpunt, kind);
            byte[] pdf = press.pdf(draft.composition, draft.region);
            byte[] html = press.html(draft.composition, draft.region);
            try {
                return gate.change(
                        call,
                        Act.ISSUE_DOCUMENT,
                        knelpunt,
                        NOTHING,
                        (t, facts) -> keep(t, facts, kind, draft, pdf, html));
            } catch (ChangedMeanwhile e) {
                // once more
            }
        }
        throw new UnavailableException(
                new Text(
                        "Er verandert steeds iets aan dit handhavingsknelpunt. Probeer het straks opnieuw.",
                        "Something of this knelpunt keeps changing. Try again in a moment."),
                null);
    }

    private Draft draft(Call call, UUID knelpunt, Document.Kind kind) {
        Call reading = new Call(call.caller(), call.trace(), call.origin());
        return gate.read(reading, Act.PREVIEW_DOCUMENT, knelpunt, (t, facts, judge) -> {
            if (call.idempotencyKey() == null) {
                checkNew(t, facts.knelpunt(), kind);
            } else {
                // It may be a repeat, of which only the gate knows.
                check(facts.knelpunt(), kind);
            }
            Footnotes footnotes = new Footnotes(t);
            String name = nameOf(t, facts);
            Composition written = new Writer(t, facts, footnotes::fill).write(kind, number(t, knelpunt, name, kind));
            Optional<LocalDate> destroyBy = footnotes.destroyBy();
            return new Draft(
                    withNotes(written, footnotes, destroyBy.orElse(null)),
                    facts.region(),
                    facts.knelpunt().version(),
                    name,
                    destroyBy.orElse(null));
        });
    }

    private static Composition withNotes(Composition written, Footnotes footnotes, LocalDate destroyBy) {
        if (footnotes.lines().isEmpty()) {
            return written;
        }
        List<Section> sections = new ArrayList<>(written.sections());
        sections.add(new Section(
                "Verwijzingen",
                List.of(
                        new Words(
                                "Dit document noemt niemand bij naam. Wie dat mag, vindt in het dossier op wie of wat wordt"
                                        + " bedoeld"
                                        + (destroyBy == null
                                                ? "."
                                                : ", uiterlijk tot en met " + Writer.day(destroyBy) + ".")),
                        new Points(footnotes.lines()))));
        return new Composition(
                written.kind(), written.title(), written.number(), written.facts(), sections, written.language());
    }

    private Done keep(Transaction transaction, Facts facts, Document.Kind kind, Draft draft, byte[] pdf, byte[] html) {
        Knelpunt knelpunt = facts.knelpunt();
        checkNew(transaction, knelpunt, kind);
        if (knelpunt.version() != draft.version
                || !nameOf(transaction, facts).equals(draft.name)
                || !number(transaction, knelpunt.id(), draft.name, kind).equals(draft.composition.number())) {
            throw new ChangedMeanwhile();
        }
        if (transaction.documents().nameOf(knelpunt.id()).isEmpty()) {
            String series = series(facts);
            transaction.documents().setLast(series, transaction.documents().last(series) + 1);
            transaction.documents().name(knelpunt.id(), draft.name);
        }
        Document document = new Document(
                Ids.next(),
                knelpunt.id(),
                kind,
                draft.composition.number(),
                draft.composition.title(),
                facts.now(),
                facts.actor().account().id(),
                draft.destroyBy,
                new Document.Digest(OutsideUseCases.digest(pdf), pdf.length),
                new Document.Digest(OutsideUseCases.digest(html), html.length));
        transaction.documents().insert(document, pdf, html);
        return new Done(document.id(), ISSUED, 1);
    }

    /** Thrown out of the transaction, so that nothing of it is kept. */
    private static final class ChangedMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super("Changed meanwhile", null, false, false);
        }
    }

    // Numbers: per RIEC, year and activity without gaps, and within a dossier per letter

    private String nameOf(Transaction transaction, Facts facts) {
        return transaction.documents().nameOf(facts.knelpunt().id()).orElseGet(() -> {
            String series = series(facts);
            return String.format(
                    Locale.ROOT, "%s-%03d", series, transaction.documents().last(series) + 1);
        });
    }

    private String series(Facts facts) {
        String activity = switch (facts.knelpunt().activity()) {
            case KNELPUNT -> "HK";
            case CASE_CONSULTATION -> "CO";
            case SCAN -> "GS";
        };
        return press.prefix(facts.region()) + "-" + facts.today().getYear() + "-" + activity;
    }

    private static String number(Transaction transaction, UUID knelpunt, String name, Document.Kind kind) {
        return name + "-" + kind.letter() + (transaction.documents().count(knelpunt, kind.letter()) + 1);
    }

    // What can be written

    private static void check(Knelpunt knelpunt, Document.Kind kind) {
        boolean there = switch (kind) {
            case PROPOSAL -> true;
            case DESIGNATION -> decisions(knelpunt, Motion.Kind.DESIGNATE) > 0;
            case REJECTION -> knelpunt.state() == KnelpuntState.REJECTED;
            case PROLONGATION -> decisions(knelpunt, Motion.Kind.PROLONG) > 0;
            case CLOSURE -> decisions(knelpunt, Motion.Kind.CLOSE) > 0;
            case PLAN -> knelpunt.plan().goal() != null;
            case EVALUATION -> !knelpunt.evaluations().isEmpty();
        };
        if (!there) {
            throw new InvalidException(
                    "kind",
                    new Text(
                            "Dit is er nog niet: " + kind.label().nl() + ".",
                            "There is none yet: " + kind.label().en() + "."));
        }
    }

    /** Of a decision there is one document; a plan and an evaluation are issued as often as they say something else. */
    private static void checkNew(Transaction transaction, Knelpunt knelpunt, Document.Kind kind) {
        check(knelpunt, kind);
        long decided = switch (kind) {
            case DESIGNATION -> decisions(knelpunt, Motion.Kind.DESIGNATE);
            case REJECTION -> 1;
            case PROLONGATION -> decisions(knelpunt, Motion.Kind.PROLONG);
            case CLOSURE -> decisions(knelpunt, Motion.Kind.CLOSE);
            case EVALUATION -> knelpunt.evaluations().size();
            case PLAN, PROPOSAL -> Long.MAX_VALUE;
        };
        if (transaction.documents().count(knelpunt.id(), kind) >= decided) {
            throw new InvalidException(
                    "kind",
                    new Text(
                            "Dit is al uitgegeven: " + kind.label().nl() + ". U vindt het bij de documenten.",
                            "This was issued already: " + kind.label().en() + ". You find it among the documents."));
        }
    }

    private static long decisions(Knelpunt knelpunt, Motion.Kind kind) {
        return knelpunt.motions().stream()
                .filter(m -> m.kind() == kind && Boolean.TRUE.equals(m.adopted()))
                .count();
    }

    @Override
    public Page<Document> list(Call call, UUID knelpunt, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.SEE_DOCUMENT,
                knelpunt,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.documents().ofKnelpunt(knelpunt, from, most),
                        Document::id,
                        Optional::of));
    }

    @Override
    public Optional<ShownDocument> see(Call call, UUID knelpunt, UUID document, Document.Format format) {
        return gate.read(
                call,
                Act.SEE_DOCUMENT,
                knelpunt,
                (t, facts, judge) -> t.documents()
                        .find(document)
                        .filter(d -> d.knelpunt().equals(knelpunt))
                        .flatMap(d -> {
                            judge.noteThing(d.id());
                            return t.documents().content(d.id(), format).map(bytes -> new ShownDocument(d, bytes));
                        }));
    }
}
