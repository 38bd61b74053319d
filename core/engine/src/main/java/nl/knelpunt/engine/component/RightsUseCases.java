package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Subject;
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
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.rights.RightsRequests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class RightsUseCases implements RightsRequests {

    private final Gate gate;

    @Activate
    public RightsUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done register(Call call, RightsRequest.Kind kind, String reference, List<Identifier> identifiers) {
        Checks.required("kind", kind);
        Checks.filled("reference", reference);
        Checks.text("reference", reference, Checks.LINE);
        Checks.identifiers(identifiers);
        // Beforehand: who may not ask doesn't make the store search.
        gate.admit(call, Act.REGISTER_REQUEST, null, NOTHING);
        UUID id = Ids.next();
        return gate.change(
                call,
                Act.REGISTER_REQUEST,
                null,
                (t, facts) -> withTheirData(t, facts, identified(t, identifiers))
                        .asking(new Asked.Saying("reference", reference)),
                (t, facts) -> {
                    RightsRequest request = new RightsRequest(
                            id,
                            1,
                            facts.now(),
                            kind,
                            reference,
                            pseudonyms(facts.subjects().all().stream().toList()),
                            suppliers(facts).stream()
                                    .map(RightsRequest.Consultation::open)
                                    .toList(),
                            null);
                    t.rightsRequests().insert(request);
                    return new Done(id, request.state().name(), request.version());
                });
    }

    private static List<UUID> identified(Transaction transaction, List<Identifier> identifiers) {
        return pseudonyms(identifiers.stream()
                .flatMap(i -> transaction.data().identifiedBy(i).stream())
                .toList());
    }

    private static List<UUID> pseudonyms(List<Subject> subjects) {
        return subjects.stream().map(Subject::pseudonym).distinct().toList();
    }

    private static Facts withTheirData(Transaction transaction, Facts facts, List<UUID> pseudonyms) {
        Map<UUID, Subject> subjects = new LinkedHashMap<>();
        pseudonyms.forEach(p -> transaction.data().withPseudonym(p).forEach(s -> subjects.put(s.id(), s)));
        return facts.withSubjects(Subjects.of(subjects.values()))
                .withData(subjects.keySet().stream()
                        .flatMap(s -> transaction.data().about(s).stream())
                        .toList());
    }

    /** Participants of this region only: who left it can't answer, and is no controller any more. */
    private static List<String> suppliers(Facts facts) {
        return facts.data().stream()
                .map(Datum::supplier)
                .distinct()
                .filter(p -> facts.region().participant(p).isPresent())
                .sorted()
                .toList();
    }

    @Override
    public Page<ShownRequest> list(Call call, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_REQUESTS, null, (t, facts, judge) -> {
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> isContactPoint(facts)
                            ? t.rightsRequests().list(from, most)
                            : t.rightsRequests()
                                    .consulting(facts.actor().participant().id(), from, most),
                    RightsRequest::id,
                    request -> {
                        Facts about = facts.as(Act.SEE_REQUEST)
                                .withPapers(facts.papers().with(request));
                        return judge.permits(about)
                                ? Optional.of(new ShownRequest(forCaller(about), List.of()))
                                : Optional.empty();
                    });
        });
    }

    @Override
    public ShownRequest see(Call call, UUID request) {
        return gate.read(
                call,
                Act.SEE_REQUEST,
                request,
                (t, facts, judge) ->
                        new ShownRequest(forCaller(facts), isContactPoint(facts) ? List.of() : own(t, facts, judge)));
    }

    private static List<OwnDatum> own(Transaction transaction, Facts facts, Judge judge) {
        Facts theirs =
                withTheirData(transaction, facts, facts.papers().request().subjects());
        String participant = facts.actor().participant().id();
        return theirs.data().stream()
                .filter(d -> d.supplier().equals(participant))
                .map(d -> {
                    judge.note(theirs, d);
                    return new OwnDatum(d.id(), d.dossier(), d.category());
                })
                .toList();
    }

    private static boolean isContactPoint(Facts facts) {
        return facts.actor().roles().contains(Role.CONTACT_POINT);
    }

    /** What another participant found is between it and the contact point. */
    private static RightsRequest forCaller(Facts facts) {
        RightsRequest request = facts.papers().request();
        return isContactPoint(facts)
                ? request
                : request.forParticipant(facts.actor().participant().id());
    }

    @Override
    public Done answer(Call call, UUID request, RightsRequest.Restriction exception, String motivation) {
        Checks.text("motivation", motivation, Checks.TEXT);
        if (exception != null) {
            Checks.filled("motivation", motivation);
        }
        Gate.Asking asking =
                (t, facts) -> facts.asking(new Asked.Saying("motivation", exception == null ? null : motivation));
        return change(call, Act.ANSWER_CONSULTATION, request, asking, (t, facts) -> {
            RightsRequest now = facts.papers().request();
            return now.with(now.consultationOf(facts.actor().participant().id())
                    .answered(exception, motivation, facts.actor().account().id(), facts.now()));
        });
    }

    @Override
    public Done decide(Call call, UUID request, boolean granted, String text) {
        Checks.filled("text", text);
        Checks.text("text", text, Checks.TEXT);
        return change(
                call,
                Act.DECIDE_REQUEST,
                request,
                (t, facts) -> {
                    Account account = facts.actor().account();
                    return facts.asking(new Asked.Answering(new RightsRequest.Decision(
                            granted, text, account == null ? null : account.id(), facts.now())));
                },
                (t, facts) -> facts.papers().request().with(((Asked.Answering) facts.asked()).decision()));
    }

    private Done change(
            Call call,
            Act act,
            UUID request,
            Gate.Asking asking,
            BiFunction<Transaction, Facts, RightsRequest> change) {
        return gate.change(call, act, request, asking, (t, facts) -> {
            RightsRequest changed = change.apply(t, facts);
            t.rightsRequests().update(changed);
            return new Done(changed.id(), changed.state().name(), changed.version() + 1);
        });
    }
}
