package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Marks.Necessity;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Decision;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.signal.Grading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class DatumUseCases implements Data {

    private final Gate gate;

    @Activate
    public DatumUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public ShownDatum reveal(Call call, UUID dossier, UUID datum, String necessity) {
        Checks.text("necessity", necessity, Checks.TEXT);
        return gate.read(
                call,
                Act.REVEAL_BSN,
                dossier,
                (t, facts) -> Copies.alone(t, facts.asking(new Asked.Revealing(necessity)), datum),
                (t, facts, judge) -> {
                    Datum whole = facts.data().get(0);
                    Datum noted = whole.with(whole.marks().with(necessary(facts, Necessity.Of.REVEAL, necessity)));
                    t.data().update(noted);
                    return judge.show(facts, noted);
                });
    }

    @Override
    public Done block(Call call, UUID dossier, UUID datum, String ground) {
        Checks.filled("ground", ground);
        Checks.text("ground", ground, Checks.TEXT);
        return mark(
                call,
                Act.BLOCK_DATUM,
                dossier,
                datum,
                new Asked.Marking("ground", ground),
                (facts, marks) -> marks.with(
                        new Marks.Veto(ground, facts.actor().account().id(), facts.now())));
    }

    @Override
    public Done reportError(Call call, UUID dossier, UUID datum, String reason) {
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        return mark(
                call,
                Act.REPORT_ERROR,
                dossier,
                datum,
                new Asked.Marking("reason", reason),
                (facts, marks) -> marks.with(new Marks.ErrorReport(
                        participant(facts), facts.actor().account().id(), reason, facts.now())));
    }

    @Override
    public Done rejectError(Call call, UUID dossier, UUID datum, String reason) {
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        return mark(
                call,
                Act.REJECT_ERROR,
                dossier,
                datum,
                new Asked.Marking("reason", reason),
                (facts, marks) -> marks.with(
                        new Marks.Rejection(reason, facts.actor().account().id(), facts.now())));
    }

    @Override
    public Done correct(Call call, UUID dossier, UUID datum, String content) {
        Checks.value(content);
        return gate.change(
                call,
                Act.CORRECT_DATUM,
                dossier,
                (t, facts) -> corrected(Copies.together(t, facts, datum), content),
                DatumUseCases::correct);
    }

    @Override
    public Done grade(Call call, UUID dossier, UUID datum, Grading grading) {
        Checks.required("grading", grading);
        Checks.grading("", grading);
        return gate.change(
                call,
                Act.GRADE_DATUM,
                dossier,
                (t, facts) -> graded(Copies.together(t, facts.asking(new Asked.Regrading(grading)), datum), grading),
                (t, facts) -> {
                    facts.data().forEach(t.data()::update);
                    return done(facts.data().get(0));
                });
    }

    private static Facts graded(Facts facts, Grading grading) {
        return facts.withData(
                facts.data().stream().map(d -> d.with(d.source().with(grading))).toList());
    }

    /** Data with their new values take the place of the old. */
    static Done correct(Transaction transaction, Facts facts) {
        facts.data().forEach(transaction.data()::update);
        Told.of(transaction, facts, CorrectionNotice.Kind.CORRECTED);
        return done(facts.data().get(0));
    }

    static Done destroy(Transaction transaction, Facts facts) {
        Told.of(transaction, facts, CorrectionNotice.Kind.DESTROYED);
        facts.data().forEach(d -> transaction.data().destroy(d.id()));
        Datum gone = facts.data().get(0);
        return new Done(gone.id(), Done.DESTROYED, gone.version());
    }

    static Facts corrected(Facts facts, String content) {
        return facts.withData(facts.data().stream()
                .map(d -> d.withContent(content).with(d.marks().correctedAt(facts.now())))
                .toList());
    }

    @Override
    public Done destroy(Call call, UUID dossier, UUID datum) {
        return gate.change(
                call,
                Act.DESTROY_DATUM,
                dossier,
                (t, facts) -> Copies.together(t, facts, datum),
                DatumUseCases::destroy);
    }

    @Override
    public Done hold(Call call, UUID dossier, UUID datum, Marks.Hold.Ground ground, String reason, LocalDate until) {
        Checks.text("reason", reason, Checks.TEXT);
        return hold(
                call,
                Act.HOLD_DATUM,
                dossier,
                (t, facts) -> Copies.alone(t, facts.asking(new Asked.Holding(ground, reason)), datum),
                facts -> DestructionUseCases.hold(facts, ground, reason, until));
    }

    @Override
    public Done liftHold(Call call, UUID dossier, UUID datum) {
        return hold(call, Act.LIFT_HOLD, dossier, (t, facts) -> Copies.alone(t, facts, datum), facts -> null);
    }

    /** A hold is of this datum alone: what was made of it elsewhere is not kept for it. */
    private Done hold(Call call, Act act, UUID dossier, Gate.Asking asking, Function<Facts, Marks.Hold> hold) {
        return gate.change(call, act, dossier, asking, (t, facts) -> {
            Datum held = facts.data().get(0);
            Datum changed = held.with(held.marks().with(hold.apply(facts)));
            t.data().update(changed);
            return done(changed);
        });
    }

    /** Says something of a datum and of all its copies. */
    private Done mark(Call call, Act act, UUID dossier, UUID datum, Asked asked, BiFunction<Facts, Marks, Marks> said) {
        return gate.change(
                call, act, dossier, (t, facts) -> Copies.together(t, facts.asking(asked), datum), (t, facts) -> {
                    List<Datum> marked = facts.data().stream()
                            .map(d -> d.with(said.apply(facts, d.marks())))
                            .toList();
                    marked.forEach(t.data()::update);
                    return done(marked.get(0));
                });
    }

    @Override
    public Done reuse(Call call, UUID dossier, UUID datum, UUID subject, String necessity) {
        Checks.required("datum", datum);
        Checks.text("necessity", necessity, Checks.TEXT);
        UUID id = Ids.next();
        return gate.change(
                call,
                Act.REUSE_DATUM,
                dossier,
                (t, facts) -> reusing(t, facts, id, dossier, datum, subject, necessity),
                (t, facts) -> {
                    facts.data().forEach(t.data()::insert);
                    return new Done(
                            id,
                            facts.knelpunt().state().name(),
                            facts.knelpunt().version());
                });
    }

    /** With the copy as it would be; without any when its origin may not be seen, the same as when it is not there. */
    private static Facts reusing(
            Transaction transaction, Facts facts, UUID id, UUID dossier, UUID datum, UUID subject, String necessity) {
        Optional<Datum> origin =
                transaction.data().find(datum).filter(d -> !d.dossier().equals(dossier));
        Optional<Knelpunt> from = origin.flatMap(d -> transaction.knelpunten().find(d.dossier()));
        if (from.isEmpty()) {
            return facts.asking(new Asked.Reusing(null, null, necessity));
        }
        Datum there = origin.get();
        Facts looking = facts.as(Act.SEE_DATA)
                .withKnelpunt(
                        from.get(),
                        Subjects.of(transaction.data().subjectsOf(from.get().id())))
                .withData(List.of(there));
        Decision seeing = Guard.decide(looking);
        if (!seeing.isPermit() && !Guard.onlyFreezes(seeing, there)) {
            return facts.asking(new Asked.Reusing(null, null, necessity));
        }
        Subject here = subject != null
                ? facts.subjects().find(subject)
                : ofTheSamePseudonym(facts, looking.subjects().find(there.subject()));
        Datum copy = there.takenOver(id, dossier, here == null ? null : here.id(), there.id());
        return Candidate.withCriminalData(
                transaction,
                facts.asking(new Asked.Reusing(from.get(), here, necessity))
                        .withData(List.of(
                                copy.with(copy.marks().with(necessary(facts, Necessity.Of.REUSE, necessity))))));
    }

    private static Subject ofTheSamePseudonym(Facts facts, Subject there) {
        return there == null
                ? null
                : facts.subjects().all().stream()
                        .filter(s -> s.pseudonym().equals(there.pseudonym()))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public Page<ShownDatum> own(Call call, boolean wrong, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.SEE_OWN_DATA, null, (t, facts, judge) -> {
            String supplier = facts.actor().participant().id();
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> t.data().ofSupplier(supplier, wrong, from, most),
                    Datum::id,
                    datum -> Optional.ofNullable(judge.show(
                            facts.withSubjects(Subjects.of(
                                    t.data().subject(datum.subject()).stream().toList())),
                            datum)));
        });
    }

    @Override
    public Page<ShownDatum> analyse(Call call, UUID dossier, Selection selection, UUID after, int limit) {
        Checks.limit(limit);
        Checks.items("subjects", selection.subjects());
        return gate.read(
                call,
                Act.ANALYSE,
                dossier,
                (t, facts) -> facts.asking(new Asked.Analysing(selection.method())),
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.data().ofDossier(dossier, from, most),
                        Datum::id,
                        datum -> selection.takes(datum)
                                ? Optional.ofNullable(judge.show(facts, datum))
                                : Optional.empty()));
    }

    private static Necessity necessary(Facts facts, Necessity.Of of, String reason) {
        Account account = facts.actor().account();
        return new Necessity(of, reason, participant(facts), account == null ? null : account.id(), facts.now());
    }

    /** For which somebody acts; the bureau acts for none. */
    private static String participant(Facts facts) {
        Account account = facts.actor().account();
        return account == null || Role.anyBureau(account.roles()) ? null : account.participant();
    }

    /** Of a datum that was written with this version. */
    private static Done done(Datum datum) {
        return new Done(datum.id(), datum.state().name(), datum.version() + 1);
    }
}
