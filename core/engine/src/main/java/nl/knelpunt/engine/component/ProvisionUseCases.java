package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.signal.HandlingCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class ProvisionUseCases implements Provisions {

    /** Roles that weigh objections, so see why. */
    private static final Set<Role> WEIGH_OBJECTIONS = Set.of(Role.CASE_DIRECTOR, Role.RAC_MEMBER);

    private final Gate gate;

    @Activate
    public ProvisionUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done prepare(Call call, UUID knelpunt, Provision.Content content) {
        Checks.provision(content);
        UUID id = Ids.next();
        return gate.change(
                call,
                Act.PREPARE_PROVISION,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Preparing(content)).withData(there(t, knelpunt, content.data())),
                (t, facts) -> {
                    requireSeen(facts, content.data());
                    Provision prepared = Provision.prepared(id, knelpunt, facts.now(), content);
                    t.provisions().insert(prepared);
                    return new Done(id, prepared.state().name(), prepared.version());
                });
    }

    /** What of these data there is in a knelpunt. */
    private static List<Datum> there(Transaction transaction, UUID knelpunt, List<UUID> ids) {
        return ids.stream()
                .flatMap(id -> transaction.data().find(id).stream())
                .filter(d -> d.dossier().equals(knelpunt))
                .toList();
    }

    /** What a provision rests on, as far as it was not destroyed since. */
    static List<Datum> restsOn(Transaction transaction, Provision provision) {
        return there(transaction, provision.knelpunt(), provision.content().data());
    }

    private static void requireSeen(Facts facts, List<UUID> ids) {
        Facts looking = facts.as(Act.SEE_DATA);
        List<UUID> seen = facts.data().stream()
                .filter(d -> Guard.decide(looking.withData(List.of(d))).isPermit())
                .map(Datum::id)
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.contains(ids.get(i))) {
                throw new InvalidException(
                        "data[" + i + "]",
                        new Text(
                                "Dit gegeven kent u niet in dit handhavingsknelpunt. Kies uit de gegevens die u nu ziet.",
                                "You know no such datum in this knelpunt. Choose from the data that you see now."));
            }
        }
    }

    @Override
    public Done amend(Call call, UUID provision, UnaryOperator<Provision.Content> change) {
        // Before the change is applied: what is wrong with it may not tell a stranger that the provision exists.
        gate.admit(call, Act.AMEND_PROVISION, provision, NOTHING);
        return gate.change(
                call,
                Act.AMEND_PROVISION,
                provision,
                (t, facts) -> {
                    Provision now = facts.papers().provision();
                    if (now == null) {
                        return facts;
                    }
                    Provision.Content changed = change.apply(now.content());
                    Checks.provision(changed);
                    return facts.asking(new Asked.Preparing(changed))
                            .withData(there(t, now.knelpunt(), changed.data()));
                },
                (t, facts) -> {
                    Provision.Content changed = ((Asked.Preparing) facts.asked()).content();
                    Provision now = facts.papers().provision();
                    if (!changed.data().equals(now.content().data())) {
                        requireSeen(facts, changed.data());
                    }
                    return updated(t, now.with(changed, facts.now()));
                });
    }

    @Override
    public Done ask(Call call, UUID provision) {
        return change(call, Act.ASK_PROVISION, provision, new Asked.Nothing(), (t, facts) -> {
            Provision now = facts.papers().provision();
            return now.with(new Provision.Round(
                    asked(t, facts, now),
                    facts.today().plusDays(facts.policy().limits().objectionDays()),
                    facts.actor().account().id(),
                    facts.now()));
        });
    }

    /** No participant at all may object to a provision to a third party (Wgs 1.7(2)); else who supplied may (Wgs 1.7(1)). */
    private static List<String> asked(Transaction transaction, Facts facts, Provision provision) {
        Region region = facts.region();
        return (provision.content().recipient() instanceof Recipient.ThirdParty
                        ? region.participants().values().stream()
                                .filter(Participant::isDesignated)
                                .map(Participant::id)
                        : restsOn(transaction, provision).stream()
                                .map(Datum::supplier)
                                .filter(p -> region.participant(p).isPresent()))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Done withdraw(Call call, UUID provision, String reason) {
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        return change(
                call,
                Act.WITHDRAW_PROVISION,
                provision,
                new Asked.Saying("reason", reason),
                (t, facts) -> facts.papers()
                        .provision()
                        .with(new Provision.Withdrawal(
                                reason, facts.actor().account().id(), facts.now())));
    }

    @Override
    public Page<ShownProvision> list(Call call, UUID knelpunt, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_PROVISIONS, knelpunt, (t, facts, judge) -> {
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> t.provisions().ofKnelpunt(knelpunt, from, most),
                    Provision::id,
                    provision -> {
                        Facts about = facts.as(Act.SEE_PROVISION)
                                .withPapers(facts.papers().with(provision, null));
                        return judge.permits(about)
                                ? Optional.of(shown(about, List.of(), List.of(), false))
                                : Optional.empty();
                    });
        });
    }

    @Override
    public Page<ShownProvision> search(Call call, ProvisionFilter filter, UUID after, int limit) {
        Checks.limit(limit);
        Checks.text("recipient", filter.recipient(), Checks.LINE);
        return gate.read(call, Act.SEARCH_PROVISIONS, null, (t, facts, judge) -> {
            ProvisionFilter wanted = facts.actor().isBureau()
                    ? filter
                    : filter.to(new Recipient.OwnParticipant(
                                    facts.actor().participant().id())
                            .key());
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> t.provisions().search(wanted, facts.today(), from, most),
                    Provision::id,
                    provision -> {
                        Facts about = facts.as(Act.SEE_PROVISION)
                                .withKnelpunt(
                                        t.knelpunten()
                                                .find(provision.knelpunt())
                                                .orElse(null),
                                        Subjects.NONE)
                                .withPapers(facts.papers().with(provision, null));
                        return judge.permits(about)
                                ? Optional.of(shown(about, List.of(), List.of(), false))
                                : Optional.empty();
                    });
        });
    }

    @Override
    public ShownProvision see(Call call, UUID provision) {
        return gate.read(call, Act.SEE_PROVISION, provision, (t, facts, judge) -> {
            Facts looking = facts.as(Act.SEE_DATA);
            if (!Guard.decide(looking).isPermit()) {
                return shown(facts, List.of(), List.of(), false);
            }
            List<UUID> destroyed =
                    new ArrayList<>(facts.papers().provision().content().data());
            List<ShownDatum> data = new ArrayList<>();
            for (Datum datum : restsOn(t, facts.papers().provision())) {
                destroyed.remove(datum.id());
                Optional.ofNullable(judge.show(looking, datum)).ifPresent(data::add);
            }
            return shown(facts, data, destroyed, true);
        });
    }

    private static ShownProvision shown(Facts facts, List<ShownDatum> data, List<UUID> destroyed, boolean seesData) {
        Provision provision = facts.papers().provision();
        Set<Obligation> obligations = Guard.decide(facts).obligations();
        LocalDate destroyBy = data.stream()
                .map(d -> d.datum().destroyBy())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new ShownProvision(
                provision.shownWith(
                        seesData ? provision.content() : provision.content().withoutData(), answers(facts)),
                data,
                destroyed,
                destroyBy,
                obligations,
                Notices.of(provision, obligations, provision.provided() == null ? List.of() : data));
    }

    /** Why a participant objects, is for itself and for who weighs it. */
    private static List<Provision.Answer> answers(Facts facts) {
        List<Provision.Answer> answers = facts.papers().provision().answers();
        if (facts.actor().roles().stream().anyMatch(WEIGH_OBJECTIONS::contains)) {
            return answers;
        }
        String own = facts.actor().participant().id();
        return answers.stream()
                .map(a -> a.participant().equals(own) ? a : a.withoutGround())
                .toList();
    }

    @Override
    public Done answer(Call call, UUID provision, boolean consents, String ground) {
        Checks.line("ground", ground);
        if (!consents) {
            Checks.filled("ground", ground);
        }
        return change(
                call,
                Act.ANSWER_PROVISION,
                provision,
                new Asked.Saying("ground", consents ? null : ground),
                (t, facts) -> facts.papers()
                        .provision()
                        .with(new Provision.Answer(
                                facts.actor().participant().id(),
                                consents,
                                consents ? null : ground,
                                facts.actor().account().id(),
                                facts.now())));
    }

    @Override
    public Done test(Call call, UUID provision, NewTest test) {
        boolean isNew = test.advice() == null;
        if (isNew) {
            Checks.filled("reference", test.reference());
            Checks.line("reference", test.reference());
            Checks.filled("about", test.about());
            Checks.text("about", test.about(), Checks.TEXT);
            Checks.required("date", test.date());
            Checks.required("lawful", test.lawful());
        }
        UUID id = Ids.next();
        Map<String, String> said = new LinkedHashMap<>();
        said.put("reference", test.reference());
        said.put("about", test.about());
        return change(call, Act.TEST_PROVISION, provision, new Asked.Stating(isNew ? said : Map.of()), (t, facts) -> {
            Provision now = facts.papers().provision();
            RacAdvice advice = isNew ? advice(facts, id, test) : registered(t, now, test.advice());
            if (isNew) {
                t.advices().insert(advice);
            }
            return now.with(new Provision.Test(
                    advice.id(), advice.isPositive(), facts.actor().account().id(), facts.now()));
        });
    }

    /** Bound to this provision as it stands. */
    private static RacAdvice advice(Facts facts, UUID id, NewTest test) {
        Checks.notAfter("date", test.date(), facts.today());
        return new RacAdvice(
                id,
                test.reference(),
                test.about(),
                test.date(),
                test.lawful() ? RacAdvice.Outcome.POSITIVE : RacAdvice.Outcome.NEGATIVE,
                null,
                null,
                RacAdvice.Matter.of(facts.papers().provision()),
                null,
                null,
                facts.actor().account().id(),
                facts.now());
    }

    private static RacAdvice registered(Transaction transaction, Provision provision, UUID advice) {
        return transaction
                .advices()
                .find(advice)
                .filter(a -> a.isAbout(provision))
                .orElseThrow(() -> new InvalidException(
                        "advice",
                        new Text(
                                "Dit advies gaat niet over deze verstrekking, zoals zij nu luidt, of over haar soort.",
                                "This advice is not about this provision as it reads now, or about its kind.")));
    }

    @Override
    public ShownProvision provide(Call call, UUID provision, boolean restrictionsConfirmed) {
        change(call, Act.PROVIDE, provision, new Asked.Nothing(), (t, facts) -> {
            boolean restricted = facts.data().stream().anyMatch(d -> d.has(HandlingCode.H3));
            if (restricted && !restrictionsConfirmed) {
                throw new InvalidException(
                        "restrictionsConfirmed",
                        new Text(
                                "Een bronhouder beperkt het gebruik (H3). Laat de ontvanger bevestigen dat die zich"
                                        + " daaraan houdt, en leg dat hier vast.",
                                "A supplier restricts the use (H3). Let the recipient confirm that it keeps to that,"
                                        + " and record it here."));
            }
            Provision.Confirmation confirmation = restricted
                    ? new Provision.Confirmation(facts.actor().account().id(), facts.now())
                    : null;
            return facts.papers().provision().providedOn(facts.now(), facts.today(), confirmation);
        });
        return see(call, provision);
    }

    private static void checkIsLetter(NewFeedback feedback) {
        boolean isNamed = feedback.document() != null && !feedback.document().isBlank();
        if (!isNamed || feedback.date() == null) {
            throw new InvalidException(
                    isNamed ? "date" : "document",
                    new Text(
                            "Deze ontvanger heeft geen account: noem het kenmerk van de brief waarin hij terugkoppelt (document) en de dag"
                                    + " ervan (date).",
                            "This recipient has no account: give the reference of the letter with its feedback (document) and its day"
                                    + " (date)."));
        }
    }

    @Override
    public Done giveFeedback(Call call, UUID provision, NewFeedback feedback) {
        Checks.filled("text", feedback.text());
        Checks.text("text", feedback.text(), Checks.TEXT);
        Checks.line("document", feedback.document());
        Map<String, String> said = new LinkedHashMap<>();
        said.put("text", feedback.text());
        said.put("document", feedback.document());
        return change(call, Act.GIVE_FEEDBACK, provision, new Asked.Stating(said), (t, facts) -> {
            Provision now = facts.papers().provision();
            if (!(now.content().recipient() instanceof Recipient.OwnParticipant)) {
                checkIsLetter(feedback);
            }
            LocalDate date = feedback.date() == null ? facts.today() : feedback.date();
            Checks.notAfter("date", date, facts.today());
            Checks.notBefore(
                    "date", date, now.provided().atZone(Facts.NETHERLANDS).toLocalDate());
            return now.with(new Provision.Feedback(
                    feedback.followedUp(),
                    feedback.text(),
                    date,
                    feedback.document(),
                    facts.actor().account().id(),
                    facts.now()));
        });
    }

    private Done change(
            Call call, Act act, UUID provision, Asked asked, BiFunction<Transaction, Facts, Provision> change) {
        return gate.change(
                call,
                act,
                provision,
                (t, facts) -> facts.asking(asked),
                (t, facts) -> updated(t, change.apply(t, facts)));
    }

    private static Done updated(Transaction transaction, Provision changed) {
        transaction.provisions().update(changed);
        return new Done(changed.id(), changed.state().name(), changed.version() + 1);
    }
}
