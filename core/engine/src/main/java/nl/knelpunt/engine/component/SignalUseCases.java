package nl.knelpunt.engine.component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Gate.Judge;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.PhaseMatrix;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.ShownSignal;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;
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
                said.unavoidable());
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
                    if (now.recognitionOf(participant).isPresent()) {
                        return now;
                    }
                    Signal asked = now.with(Recognition.open(participant, facts.now()));
                    return now.state() == SignalState.REPORTED ? asked.in(SignalState.ASKED) : asked;
                });
    }

    @Override
    public Done recognise(Call call, UUID signal, Recognition.OwnObservation observation) {
        if (observation != null) {
            Checks.text("observation.what", observation.what(), NewDatum.MOST_CHARACTERS);
            Checks.text("observation.reference", observation.reference(), Checks.LINE);
        }
        return answer(call, signal, new Asked.Recognising(observation), Recognition.Outcome.RECOGNISED, observation);
    }

    @Override
    public Done doNotRecognise(Call call, UUID signal) {
        return answer(call, signal, new Asked.Nothing(), Recognition.Outcome.NOT_RECOGNISED, null);
    }

    private Done answer(
            Call call, UUID signal, Asked asked, Recognition.Outcome outcome, Recognition.OwnObservation observation) {
        return gate.change(call, Act.ANSWER_RECOGNITION, signal, (t, facts) -> facts.asking(asked), (t, facts) -> {
            String participant = facts.actor().participant().id();
            Recognition open = facts.signal().recognitionOf(participant).orElseThrow();
            Signal answered = facts.signal()
                    .with(new Recognition(
                            participant,
                            open.asked(),
                            outcome,
                            facts.actor().account().id(),
                            facts.actor().account().organ(),
                            facts.now(),
                            observation));
            if (outcome == Recognition.Outcome.RECOGNISED) {
                return update(t, answered.in(SignalState.RECOGNISED));
            }
            Done done = update(t, answered);
            return new Done(done.id(), untold(answered.state()).name(), UNTOLD);
        });
    }

    @Override
    public Done withdraw(Call call, UUID signal) {
        return gate.change(call, Act.WITHDRAW_SIGNAL, signal, WITH_ITS_DATA, (t, facts) -> destroy(t, facts.signal()));
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
    public Done decideAssessment(Call call, UUID signal, boolean criteriaMet, String reason) {
        Checks.text("reason", reason, NewDatum.MOST_CHARACTERS);
        return gate.change(
                call,
                Act.DECIDE_ASSESSMENT,
                signal,
                (t, facts) -> WITH_ITS_DATA.ask(t, facts.asking(new Asked.Deciding(reason))),
                (t, facts) -> decide(t, facts, criteriaMet, reason));
    }

    /** More than half of reporter and recognisers must find the criteria met; until all have decided nothing follows. */
    private static Done decide(Transaction transaction, Facts facts, boolean criteriaMet, String reason) {
        Signal signal = facts.signal();
        Assessment assessment = signal.assessment()
                .with(new Assessment.Decision(
                        facts.actor().participant().id(),
                        facts.actor().account().id(),
                        facts.actor().mandate() == null
                                ? null
                                : facts.actor().mandate().toString(),
                        criteriaMet,
                        reason,
                        facts.now()));
        int assessors = signal.assessors().size();
        if (assessment.decisions().size() < assessors) {
            return update(transaction, signal.with(assessment));
        }
        long met = assessment.decisions().stream()
                .filter(Assessment.Decision::criteriaMet)
                .count();
        if (met * 2 <= assessors) {
            return destroy(transaction, signal);
        }
        return update(
                transaction,
                signal.with(assessment.concludedAs(true, facts.now())).in(SignalState.TAKEN_UP));
    }

    @Override
    public ShownSignal see(Call call, UUID signal) {
        return gate.read(call, Act.SEE_SIGNAL, signal, (t, facts, judge) -> {
            List<ShownDatum> data = new ArrayList<>();
            for (Datum datum : t.data().ofDossier(signal)) {
                Optional.ofNullable(judge.show(facts, datum)).ifPresent(data::add);
            }
            return shown(facts, judge, data);
        });
    }

    @Override
    public Page<ShownSignal> list(Call call, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_SIGNALS, null, (t, facts, judge) -> {
            boolean bureau = facts.actor().roles().contains(Role.CASE_DIRECTOR);
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> bureau
                            ? t.signals().reported(from, most)
                            : t.signals()
                                    .ofParticipant(facts.actor().participant().id(), from, most),
                    Signal::id,
                    signal -> {
                        Facts about = facts.as(Act.SEE_SIGNAL).withSignal(signal, Subjects.NONE);
                        return judge.permits(about) ? Optional.of(shown(about, judge, List.of())) : Optional.empty();
                    });
        });
    }

    /**
     * Who is asked must not learn who else is, nor, until it has answered, that another recognised it; only reporter and bureau
     * see all.
     */
    private static ShownSignal shown(Facts facts, Judge judge, List<ShownDatum> data) {
        Signal signal = facts.signal();
        Finding frozen = judge.frozen(facts, signal.reporter());
        boolean seesAll = facts.actor().roles().contains(Role.CASE_DIRECTOR)
                || facts.actor().participant().id().equals(signal.reporter());
        List<Recognition> recognitions = seesAll
                ? signal.recognitions()
                : signal.recognitionOf(facts.actor().participant().id()).stream()
                        .toList();
        boolean isTold = seesAll || recognitions.stream().anyMatch(r -> r.outcome() == Recognition.Outcome.RECOGNISED);
        recognitions = recognitions.stream()
                .map(r -> judge.frozen(facts, r.participant()) == null ? r : r.withoutObservation())
                .toList();
        return new ShownSignal(
                new Signal(
                        signal.id(),
                        signal.reporter(),
                        isTold ? signal.state() : untold(signal.state()),
                        isTold ? signal.version() : UNTOLD,
                        signal.received(),
                        signal.reported(),
                        frozen == null ? signal.content() : SignalContent.draft(null),
                        recognitions,
                        frozen == null ? signal.assessment() : null),
                data,
                frozen);
    }

    /** The version, for whom a version that goes up would tell that somebody else was asked or answered. */
    private static final long UNTOLD = 1;

    /** As if nobody had recognised it. */
    private static SignalState untold(SignalState state) {
        return state == SignalState.RECOGNISED ? SignalState.ASKED : state;
    }

    private Done change(
            Call call, Act act, UUID signal, Gate.Asking asking, BiFunction<Transaction, Facts, Signal> change) {
        return gate.change(call, act, signal, asking, (t, facts) -> update(t, change.apply(t, facts)));
    }

    private static Done update(Transaction transaction, Signal signal) {
        transaction.signals().update(signal);
        return new Done(signal.id(), signal.state().name(), signal.version() + 1);
    }

    static Done done(Signal signal) {
        return new Done(signal.id(), signal.state().name(), signal.version());
    }

    static Done destroy(Transaction transaction, Signal signal) {
        transaction.signals().destroy(signal.id());
        return new Done(signal.id(), Done.DESTROYED, signal.version() + 1);
    }
}
