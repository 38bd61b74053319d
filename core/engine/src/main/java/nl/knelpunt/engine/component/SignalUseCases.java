package nl.knelpunt.engine.component;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Gate.Judge;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.guard.PhaseMatrix;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Criterion;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.ShownSignal;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.signal.SignalFilter;
import nl.knelpunt.engine.signal.SignalOutcome;
import nl.knelpunt.engine.signal.Signals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class SignalUseCases implements Signals {

    /** Destroying, and deciding on, a signal touches all its data: the log has a record for each data subject. */
    static final Gate.Asking WITH_ITS_DATA = (t, facts) -> facts.signal() == null
            ? facts
            : facts.withData(t.data().ofDossier(facts.signal().id()));

    private final Gate gate;

    @Activate
    public SignalUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done draft(Call call, String participant, SignalContent content) {
        Checks.content(content);
        return gate.change(
                call,
                Act.DRAFT_SIGNAL,
                null,
                (t, facts) -> facts.asking(new Asked.Drafting(facts.region().find(participant), content)),
                (t, facts) -> {
                    Signal draft = newDraft(participant, facts.now(), content);
                    t.signals().insert(draft);
                    return done(draft);
                });
    }

    static Signal newDraft(String participant, Instant received, SignalContent content) {
        return new Signal(Ids.next(), participant, SignalState.DRAFT, 1, received, null, content, List.of(), null);
    }

    @Override
    public Done complete(Call call, UUID signal, UnaryOperator<SignalContent> change) {
        return change(
                call,
                Act.COMPLETE_DRAFT,
                signal,
                (t, facts) -> {
                    if (facts.signal() == null) {
                        return facts;
                    }
                    SignalContent changed = change.apply(facts.signal().content());
                    Checks.content(changed);
                    return facts.asking(new Asked.Completing(changed));
                },
                (t, facts) -> facts.signal().with(((Asked.Completing) facts.asked()).content()));
    }

    @Override
    public Done addDatum(Call call, UUID signal, NewDatum datum) {
        Checks.datum(datum);
        if (datum.grading() != null) {
            throw new InvalidException(
                    "grading",
                    new Text(
                            "In een signaal geldt de waardering van het hele signaal.",
                            "In a signal the grading of the whole signal counts."));
        }
        Candidate candidate = new Candidate(signal, datum);
        return gate.change(
                call,
                Act.ADD_DRAFT_DATUM,
                signal,
                (t, facts) -> candidate.asking(t, facts, PhaseMatrix.SIGNAL),
                (t, facts) -> {
                    candidate.insert(t, facts);
                    t.signals().update(facts.signal());
                    return new Done(
                            candidate.id,
                            facts.signal().state().name(),
                            facts.signal().version() + 1);
                });
    }

    @Override
    public Done removeDatum(Call call, UUID signal, UUID datum) {
        return change(
                call,
                Act.REMOVE_DRAFT_DATUM,
                signal,
                (t, facts) -> facts.withData(
                        t.data().find(datum).filter(d -> d.dossier().equals(signal)).stream()
                                .toList()),
                (t, facts) -> {
                    facts.data().forEach(d -> t.data().destroy(d.id()));
                    return facts.signal();
                });
    }

    @Override
    public Done discard(Call call, UUID signal) {
        return gate.change(call, Act.DISCARD_DRAFT, signal, WITH_ITS_DATA, (t, facts) -> destroy(t, facts.signal()));
    }

    @Override
    public Done report(Call call, UUID signal) {
        return change(
                call,
                Act.REPORT_SIGNAL,
                signal,
                (t, facts) -> facts.signal() == null ? facts : facts.withData(stamped(t, facts.signal())),
                (t, facts) -> {
                    facts.data().forEach(t.data()::update);
                    return facts.signal().in(SignalState.REPORTED).reportedAt(facts.now());
                });
    }

    /** The data of a draft get the source that the reporter gives for the signal as a whole. */
    private static List<Datum> stamped(Transaction transaction, Signal signal) {
        SignalContent content = signal.content();
        return transaction.data().ofDossier(signal.id()).stream()
                .map(d -> stamped(d, content))
                .toList();
    }

    private static Datum stamped(Datum datum, SignalContent content) {
        Source said = datum.source();
        Source source = new Source(
                said.supplier(),
                content.organ(),
                content.task(),
                "Wgs 2.23(1)",
                content.lawfullyHeld(),
                said.police() == null ? content.police() : said.police(),
                said.wjsg(),
                said.bibob(),
                said.unavoidable(),
                content.grading());
        return new Datum(
                datum.id(),
                datum.dossier(),
                datum.subject(),
                datum.category(),
                datum.field(),
                datum.content(),
                source,
                PhaseMatrix.SIGNAL,
                Candidate.origins(
                        content.organ(),
                        datum.category(),
                        said.bibob() != null,
                        datum.has(OriginFlag.PROFESSIONAL_SECRECY)),
                datum.firstProcessed(),
                datum.destroyBy(),
                datum.marks());
    }

    @Override
    public Done askRecognition(Call call, UUID signal, String participant) {
        return change(
                call,
                Act.ASK_RECOGNITION,
                signal,
                (t, facts) -> facts.asking(new Asked.Towards(
                        facts.region().participant(participant).orElse(null))),
                (t, facts) -> {
                    Signal now = facts.signal();
                    if (now.recognitionOf(participant)
                            .filter(SignalUseCases::stands)
                            .isPresent()) {
                        return now;
                    }
                    Signal asked = now.with(Recognition.open(participant, facts.now()));
                    return now.state() == SignalState.REPORTED ? asked.in(SignalState.ASKED) : asked;
                });
    }

    /** Whoever is asked or recognised it is not asked again; who said no, or nothing, may find something yet. */
    private static boolean stands(Recognition recognition) {
        return recognition.outcome() == Recognition.Outcome.OPEN
                || recognition.outcome() == Recognition.Outcome.RECOGNISED;
    }

    @Override
    public Done recognise(Call call, UUID signal, Recognition.OwnObservation observation) {
        if (observation != null) {
            Checks.observation(observation);
        }
        return gate.change(
                call,
                Act.ANSWER_RECOGNITION,
                signal,
                (t, facts) -> facts.asking(new Asked.Recognising(observation)),
                (t, facts) -> {
                    Signal before = facts.signal();
                    if (before.recognised().findAny().isEmpty()) {
                        Outcomes.record(t, facts, before, SignalOutcome.Kind.RECOGNISED);
                    }
                    Recognition open = ownRecognition(facts);
                    return update(
                            t,
                            facts,
                            before.with(new Recognition(
                                            open.participant(),
                                            open.asked(),
                                            Recognition.Outcome.RECOGNISED,
                                            facts.actor().account().id(),
                                            facts.actor().account().organ(),
                                            facts.now(),
                                            observation))
                                    .in(SignalState.RECOGNISED));
                });
    }

    private static Recognition ownRecognition(Facts facts) {
        return facts.signal().recognitionOf(facts.actor().participant().id()).orElseThrow();
    }

    @Override
    public Done doNotRecognise(Call call, UUID signal) {
        return end(call, signal, Act.ANSWER_RECOGNITION, Recognition.Outcome.NOT_RECOGNISED);
    }

    @Override
    public Done withdrawRecognition(Call call, UUID signal) {
        return end(call, signal, Act.WITHDRAW_RECOGNITION, Recognition.Outcome.WITHDRAWN);
    }

    private Done end(Call call, UUID signal, Act act, Recognition.Outcome how) {
        return gate.change(
                call,
                act,
                signal,
                Gate.Asking.NOTHING,
                (t, facts) -> ended(
                        t,
                        facts,
                        ownRecognition(facts)
                                .endedAs(
                                        how,
                                        facts.actor().account().id(),
                                        facts.actor().account().organ(),
                                        facts.now())));
    }

    /** A participant recognises it no longer, or never did: what was weighed with it is weighed anew. */
    static Done ended(Transaction transaction, Facts facts, Recognition recognition) {
        Signal before = facts.signal();
        Signal without = before.with(recognition);
        boolean tookBack = recognition.outcome() == Recognition.Outcome.WITHDRAWN;
        boolean recognised = without.recognised().findAny().isPresent();
        Signal after = tookBack
                ? without.with((Assessment) null).in(recognised ? SignalState.RECOGNISED : SignalState.ASKED)
                : without;
        if (!recognised && after.open().findAny().isEmpty()) {
            Outcomes.record(transaction, facts, after, SignalOutcome.Kind.NOT_RECOGNISED);
        }
        return update(transaction, facts, after);
    }

    @Override
    public Done grade(Call call, UUID signal, Grading grading) {
        Checks.required("grading", grading);
        Checks.grading("", grading);
        return gate.change(
                call,
                Act.GRADE_SIGNAL,
                signal,
                (t, facts) -> facts.signal() == null
                        ? facts
                        : regraded(t, facts.asking(new Asked.Regrading(grading)), grading),
                (t, facts) -> {
                    facts.data().forEach(t.data()::update);
                    return update(
                            t,
                            facts,
                            facts.signal().with(facts.signal().content().with(grading)));
                });
    }

    /** The data of the signal and what was taken over from them elsewhere. */
    private static Facts regraded(Transaction transaction, Facts facts, Grading grading) {
        Map<UUID, Datum> all = new LinkedHashMap<>();
        Deque<Datum> open =
                new ArrayDeque<>(transaction.data().ofDossier(facts.signal().id()));
        while (!open.isEmpty()) {
            Datum datum = open.remove();
            if (all.putIfAbsent(datum.id(), datum.with(datum.source().with(grading))) == null) {
                open.addAll(transaction.data().copiesOf(datum.id()));
            }
        }
        List<Subject> subjects = all.values().stream()
                .map(Datum::dossier)
                .distinct()
                .flatMap(d -> transaction.data().subjectsOf(d).stream())
                .toList();
        return facts.withData(List.copyOf(all.values())).withSubjects(Subjects.of(subjects));
    }

    @Override
    public Done withdraw(Call call, UUID signal) {
        return gate.change(call, Act.WITHDRAW_SIGNAL, signal, WITH_ITS_DATA, (t, facts) -> {
            Outcomes.record(t, facts, facts.signal(), SignalOutcome.Kind.WITHDRAWN);
            return destroy(t, facts.signal());
        });
    }

    @Override
    public Done prepareAssessment(Call call, UUID signal, Assessment.Factors factors) {
        Checks.factors(factors);
        return change(
                call,
                Act.PREPARE_ASSESSMENT,
                signal,
                (t, facts) -> facts.asking(new Asked.Weighing(factors)),
                (t, facts) -> facts.signal()
                        .with(new Assessment(factors, facts.actor().account().id(), facts.now(), List.of(), null, null))
                        .in(SignalState.WEIGHED));
    }

    @Override
    public Done decideAssessment(Call call, UUID signal, boolean criteriaMet, Criterion notMet, String reason) {
        Checks.text("reason", reason, NewDatum.MOST_CHARACTERS);
        if (criteriaMet && notMet != null) {
            throw new InvalidException(
                    "notMet",
                    new Text(
                            "Noem alleen een criterium als niet aan de criteria is voldaan.",
                            "Name a criterion only when the criteria are not met."));
        }
        return gate.change(
                call,
                Act.DECIDE_ASSESSMENT,
                signal,
                (t, facts) -> WITH_ITS_DATA.ask(t, facts.asking(new Asked.Deciding(reason))),
                (t, facts) -> decide(
                        t,
                        facts,
                        new Assessment.Decision(
                                facts.actor().participant().id(),
                                facts.actor().account().id(),
                                facts.actor().mandate() == null
                                        ? null
                                        : facts.actor().mandate().toString(),
                                criteriaMet,
                                notMet,
                                reason,
                                facts.now())));
    }

    /** More than half of reporter and recognisers must find the criteria met; until all have decided nothing follows. */
    private static Done decide(Transaction transaction, Facts facts, Assessment.Decision decision) {
        Signal signal = facts.signal();
        Assessment assessment = signal.assessment().with(decision);
        int assessors = signal.assessors().size();
        if (assessment.decisions().size() < assessors) {
            return update(transaction, facts, signal.with(assessment));
        }
        long met = assessment.decisions().stream()
                .filter(Assessment.Decision::criteriaMet)
                .count();
        if (met * 2 <= assessors) {
            Outcomes.notTakenUp(
                    transaction,
                    facts,
                    signal,
                    assessment.decisions().stream()
                            .map(Assessment.Decision::notMet)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
            return destroy(transaction, signal);
        }
        Outcomes.record(transaction, facts, signal, SignalOutcome.Kind.TAKEN_UP);
        return update(
                transaction,
                facts,
                signal.with(assessment.concludedAs(true, facts.now())).in(SignalState.TAKEN_UP));
    }

    @Override
    public Done link(Call call, UUID knelpunt, UUID signal) {
        Checks.required("signal", signal);
        return gate.change(
                call,
                Act.LINK_SIGNAL,
                knelpunt,
                (t, facts) -> facts.knelpunt() == null
                        ? facts
                        : Links.withItsSignals(t, facts.withBundled(seen(t, facts, signal))),
                (t, facts) -> {
                    requireNew(facts);
                    Links.linked(t, facts);
                    return new Done(
                            signal,
                            SignalState.LINKED.name(),
                            facts.bundled().get(0).version() + 1);
                });
    }

    /** The signal, when the caller may see it: else there is none. */
    private static List<Signal> seen(Transaction transaction, Facts facts, UUID signal) {
        return transaction
                .signals()
                .find(signal)
                .filter(s -> Guard.decide(facts.as(Act.SEE_SIGNAL).withSignal(s, Subjects.NONE))
                        .isPermit())
                .stream()
                .toList();
    }

    private static void requireNew(Facts facts) {
        if (facts.bundled().isEmpty()) {
            throw new InvalidException(
                    "signal", new Text("U kent geen signaal met dit id.", "You know no signal with this id."));
        }
        if (facts.bundled().get(0).isLinkedTo(facts.knelpunt().id())) {
            throw new InvalidException(
                    "signal",
                    new Text("Dit signaal is hier al aan gekoppeld.", "This signal is linked to this already."));
        }
    }

    @Override
    public ShownSignal see(Call call, UUID signal) {
        return gate.read(call, Act.SEE_SIGNAL, signal, (t, facts, judge) -> shown(t, facts, judge));
    }

    /** With its data, each judged. */
    static ShownSignal shown(Transaction transaction, Facts facts, Judge judge) {
        List<ShownDatum> data = new ArrayList<>();
        for (Datum datum : transaction.data().ofDossier(facts.signal().id())) {
            Optional.ofNullable(judge.show(facts, datum)).ifPresent(data::add);
        }
        return shown(facts, judge, data);
    }

    @Override
    public Page<ShownSignal> list(Call call, SignalFilter filter, UUID after, int limit) {
        Checks.limit(limit);
        Checks.text("municipality", filter.municipality(), Checks.LINE);
        return gate.read(call, Act.LIST_SIGNALS, null, (t, facts, judge) -> {
            boolean bureau = facts.actor().roles().contains(Role.CASE_DIRECTOR);
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> bureau
                            ? t.signals().reported(filter, from, most)
                            : t.signals()
                                    .ofParticipant(facts.actor().participant().id(), filter, from, most),
                    Signal::id,
                    signal -> {
                        Facts about = facts.as(Act.SEE_SIGNAL).withSignal(signal, Subjects.NONE);
                        return judge.permits(about) ? Optional.of(shown(about, judge, List.of())) : Optional.empty();
                    });
        });
    }

    /**
     * Who is asked must not learn who else is, nor, until the participants weigh it together, that another recognised it; only
     * reporter and bureau see all.
     */
    private static ShownSignal shown(Facts facts, Judge judge, List<ShownDatum> data) {
        Signal signal = facts.signal();
        Finding frozen = judge.frozen(facts, signal.reporter());
        String participant = facts.actor().participant().id();
        boolean seesAll = facts.actor().isBureau() || participant.equals(signal.reporter());
        List<Recognition> recognitions = (seesAll
                        ? signal.recognitions()
                        : signal.recognitionOf(participant).stream().toList())
                .stream()
                        .map(r -> judge.frozen(facts, r.participant()) == null ? r : r.withoutObservation())
                        .toList();
        return new ShownSignal(
                new Signal(
                        signal.id(),
                        signal.reporter(),
                        seesAll ? signal.state() : signal.stateTo(participant),
                        seesAll ? signal.version() : signal.versionTo(participant),
                        signal.received(),
                        signal.reported(),
                        frozen == null ? signal.content() : SignalContent.draft(null),
                        recognitions,
                        frozen == null ? signal.assessment() : null,
                        linksFor(facts)),
                data,
                frozen);
    }

    /** Activities are named to who is responsible for them; others hear that it is linked. */
    private static List<Signal.Link> linksFor(Facts facts) {
        return facts.actor().isBureau() ? facts.signal().links() : List.of();
    }

    private Done change(
            Call call, Act act, UUID signal, Gate.Asking asking, BiFunction<Transaction, Facts, Signal> change) {
        return gate.change(call, act, signal, asking, (t, facts) -> update(t, facts, change.apply(t, facts)));
    }

    /** Says what the caller may be told of the signal afterwards. */
    private static Done update(Transaction transaction, Facts facts, Signal signal) {
        transaction.signals().update(signal);
        Participant participant = facts.actor().participant();
        boolean seesAll = participant == null
                || facts.actor().isBureau()
                || participant.id().equals(signal.reporter());
        return seesAll
                ? new Done(signal.id(), signal.state().name(), signal.version() + 1)
                : new Done(signal.id(), signal.stateTo(participant.id()).name(), signal.versionTo(participant.id()));
    }

    static Done done(Signal signal) {
        return new Done(signal.id(), signal.state().name(), signal.version());
    }

    static Done destroy(Transaction transaction, Signal signal) {
        transaction.signals().destroy(signal.id());
        return new Done(signal.id(), Done.DESTROYED, signal.version() + 1);
    }
}
