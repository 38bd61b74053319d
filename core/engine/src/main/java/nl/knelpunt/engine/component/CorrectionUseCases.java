package nl.knelpunt.engine.component;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.Corrections;
import nl.knelpunt.engine.sharing.Receiver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class CorrectionUseCases implements Corrections {

    /** Of what the bureau or a participant is told: it is noted or it isn't. */
    private static final String NOTED = "NOTED";

    private final Gate gate;

    @Activate
    public CorrectionUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done propose(Call call, UUID knelpunt, UUID datum, String content, String reason) {
        if (content != null) {
            Checks.value(content);
        }
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        UUID id = Ids.next();
        return gate.change(
                call,
                Act.PROPOSE_CORRECTION,
                knelpunt,
                (t, facts) ->
                        proposing(Copies.alone(t, facts, datum).asking(new Asked.Saying("reason", reason)), content),
                (t, facts) -> {
                    Datum proposed = facts.data().get(0);
                    requireOfAnother(facts.actor(), proposed);
                    CorrectionProposal proposal = new CorrectionProposal(
                            id,
                            knelpunt,
                            datum,
                            1,
                            facts.actor().participant().id(),
                            facts.actor().account().id(),
                            proposed.supplier(),
                            facts.now(),
                            content == null,
                            content,
                            reason,
                            null,
                            null);
                    t.corrections().insert(proposal);
                    return done(proposal);
                });
    }

    /** What somebody proposes is looked through as if it were supplied. */
    private static Facts proposing(Facts facts, String content) {
        return facts.withData(
                facts.data().stream().map(d -> d.withContent(content)).toList());
    }

    private static void requireOfAnother(Actor actor, Datum datum) {
        if (actor.isOf(datum.supplier())) {
            throw new InvalidException(
                    "datum",
                    new Text(
                            "Dit gegeven is van uw eigen organisatie. Verbeter of vernietig het zelf.",
                            "This datum is your own organisation's. Correct or destroy it yourself."));
        }
    }

    @Override
    public Page<CorrectionProposal> list(Call call, boolean open, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_CORRECTIONS, null, (t, facts, judge) -> {
            String of = facts.actor().isBureau()
                    ? null
                    : facts.actor().participant().id();
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> t.corrections().list(of, open, from, most),
                    CorrectionProposal::id,
                    proposal -> judge.permits(about(facts.as(Act.SEE_CORRECTION), proposal))
                            ? Optional.of(shown(facts.actor(), proposal))
                            : Optional.empty());
        });
    }

    private static Facts about(Facts facts, CorrectionProposal proposal) {
        return facts.withPapers(facts.papers().with(proposal));
    }

    @Override
    public CorrectionProposal see(Call call, UUID proposal) {
        return gate.read(
                call,
                Act.SEE_CORRECTION,
                proposal,
                (t, facts, judge) -> shown(facts.actor(), facts.papers().correction()));
    }

    private static CorrectionProposal shown(Actor actor, CorrectionProposal proposal) {
        return actor.isOf(proposal.owner()) || actor.isOf(proposal.proposer()) ? proposal : proposal.withoutContent();
    }

    @Override
    public Done accept(Call call, UUID proposal) {
        return gate.change(call, Act.ACCEPT_CORRECTION, proposal, CorrectionUseCases::accepting, (t, facts) -> {
            CorrectionProposal accepted = facts.papers().correction();
            if (accepted.destroy()) {
                DatumUseCases.destroy(t, facts);
                return new Done(proposal, Done.DESTROYED, accepted.version());
            }
            DatumUseCases.correct(t, facts);
            CorrectionProposal decided = accepted.with(decision(facts, true, null));
            t.corrections().update(decided);
            return done(decided.at(decided.version() + 1));
        });
    }

    /** With the datum and its copies as they will be; without any when they are gone or of no concern to the actor. */
    private static Facts accepting(Transaction transaction, Facts facts) {
        CorrectionProposal proposal = facts.papers().correction();
        if (proposal == null) {
            return facts;
        }
        Facts there = Copies.together(
                transaction,
                facts.withKnelpunt(
                        transaction.knelpunten().find(proposal.knelpunt()).orElse(null), Subjects.NONE),
                proposal.datum());
        return proposal.destroy() || proposal.content() == null
                ? there
                : DatumUseCases.corrected(there, proposal.content());
    }

    @Override
    public Done decline(Call call, UUID proposal, String reason) {
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        return change(
                call,
                Act.DECLINE_CORRECTION,
                proposal,
                new Asked.Saying("reason", reason),
                (t, facts) -> facts.papers().correction().with(decision(facts, false, reason)));
    }

    @Override
    public Done withdraw(Call call, UUID proposal) {
        return change(
                call,
                Act.WITHDRAW_CORRECTION,
                proposal,
                new Asked.Nothing(),
                (t, facts) -> facts.papers().correction().withdrawnAt(facts.now()));
    }

    private Done change(
            Call call, Act act, UUID id, Asked asked, BiFunction<Transaction, Facts, CorrectionProposal> change) {
        return gate.change(call, act, id, (t, facts) -> facts.asking(asked), (t, facts) -> {
            CorrectionProposal changed = change.apply(t, facts);
            t.corrections().update(changed);
            return done(changed.at(changed.version() + 1));
        });
    }

    private static CorrectionProposal.Decision decision(Facts facts, boolean accepted, String reason) {
        return new CorrectionProposal.Decision(
                accepted, reason, facts.actor().account().id(), facts.now());
    }

    private static Done done(CorrectionProposal proposal) {
        return new Done(proposal.id(), proposal.state().name(), proposal.version());
    }

    @Override
    public Page<CorrectionNotice> notices(Call call, boolean open, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_NOTICES,
                null,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.notices().of(told(facts.actor()), open, from, most),
                        CorrectionNotice::id,
                        Optional::of));
    }

    /** For whom somebody is told. */
    static String told(Actor actor) {
        return actor.isBureau() ? Receiver.BUREAU : actor.participant().id();
    }

    @Override
    public Done acknowledge(Call call, UUID notice) {
        return gate.change(call, Act.TAKE_NOTE, notice, Gate.Asking.NOTHING, (t, facts) -> {
            CorrectionNotice told = facts.papers().notice();
            if (told.acknowledgement() == null) {
                t.notices()
                        .update(told.with(new CorrectionNotice.Acknowledgement(
                                facts.actor().account().id(), facts.now())));
            }
            return new Done(notice, NOTED, 1);
        });
    }

    @Override
    public List<Receiver> receivers(Call call, UUID dossier, UUID datum) {
        return gate.read(
                call, Act.SEE_RECEIVERS, dossier, (t, facts) -> Copies.together(t, facts, datum), (t, facts, judge) -> {
                    // The case director speaks for one knelpunt only; the source for its datum wherever it went.
                    List<Datum> of = facts.actor().isBureau() ? facts.data().subList(0, 1) : facts.data();
                    Map<String, Instant> first = new TreeMap<>();
                    for (Datum one : of) {
                        judge.note(facts, one);
                        t.receivers()
                                .of(one.id())
                                .forEach(r -> first.merge(r.participant(), r.first(), CorrectionUseCases::earlier));
                    }
                    return first.entrySet().stream()
                            .map(e -> new Receiver(e.getKey(), e.getValue()))
                            .toList();
                });
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
