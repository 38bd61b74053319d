package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.ShownDatum;
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
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Provisions;
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
                new Provision(
                        provision.id(),
                        provision.knelpunt(),
                        provision.version(),
                        provision.prepared(),
                        seesData ? provision.content() : provision.content().withoutData(),
                        answers(facts),
                        provision.test(),
                        provision.provided(),
                        provision.feedbackDue(),
                        provision.feedback()),
                data,
                destroyed,
                destroyBy,
                obligations,
                Notices.of(provision, obligations));
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
        Checks.text("ground", ground, Checks.LINE);
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
        Checks.filled("reference", test.reference());
        Checks.text("reference", test.reference(), Checks.LINE);
        Checks.filled("about", test.about());
        Checks.text("about", test.about(), Checks.TEXT);
        Checks.required("date", test.date());
        UUID advice = Ids.next();
        return change(
                call, Act.TEST_PROVISION, provision, new Asked.Advising(test.reference(), test.about()), (t, facts) -> {
                    Checks.notAfter("date", test.date(), facts.today());
                    UUID person = facts.actor().account().id();
                    t.advices()
                            .insert(new RacAdvice(
                                    advice,
                                    test.reference(),
                                    test.about(),
                                    test.date(),
                                    test.lawful(),
                                    person,
                                    facts.now()));
                    return facts.papers()
                            .provision()
                            .with(new Provision.Test(advice, test.lawful(), person, facts.now()));
                });
    }

    @Override
    public ShownProvision provide(Call call, UUID provision) {
        change(
                call,
                Act.PROVIDE,
                provision,
                new Asked.Nothing(),
                (t, facts) -> facts.papers().provision().providedOn(facts.now(), facts.today()));
        return see(call, provision);
    }

    @Override
    public Done giveFeedback(Call call, UUID provision, boolean followedUp, String text) {
        Checks.filled("text", text);
        Checks.text("text", text, Checks.TEXT);
        return change(
                call,
                Act.GIVE_FEEDBACK,
                provision,
                new Asked.Saying("text", text),
                (t, facts) -> facts.papers()
                        .provision()
                        .with(new Provision.Feedback(
                                followedUp, text, facts.actor().account().id(), facts.now())));
    }

    private Done change(
            Call call, Act act, UUID provision, Asked asked, BiFunction<Transaction, Facts, Provision> change) {
        return gate.change(call, act, provision, (t, facts) -> facts.asking(asked), (t, facts) -> {
            Provision changed = change.apply(t, facts);
            t.provisions().update(changed);
            return new Done(changed.id(), changed.state().name(), changed.version() + 1);
        });
    }
}
