package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Source;
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
import nl.knelpunt.engine.guard.PhaseMatrix;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.sharing.DataRequest.Ending;
import nl.knelpunt.engine.sharing.DataRequest.Entry;
import nl.knelpunt.engine.sharing.DataRequests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class DataRequestUseCases implements DataRequests, TimedWork {

    /** Requests that expire in one transaction's sight. */
    private static final int AT_ONCE = 100;

    private final Gate gate;
    private final Store store;
    private final DomainClock clock;

    @Activate
    public DataRequestUseCases(@Reference Gate gate, @Reference Store store, @Reference DomainClock clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Done make(Call call, UUID knelpunt, DataRequest.Wanted wanted) {
        Checks.required("holder", wanted.holder());
        Checks.required("category", wanted.category());
        Checks.required("subject", wanted.subject());
        Checks.phase(wanted.phase());
        Checks.filled("necessity", wanted.necessity());
        Checks.text("necessity", wanted.necessity(), Checks.TEXT);
        Checks.required("until", wanted.until());
        UUID id = Ids.next();
        return gate.change(
                call,
                Act.REQUEST_DATA,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Saying("necessity", wanted.necessity()))
                        .withData(List.of(asIfSupplied(id, knelpunt, wanted, facts))),
                (t, facts) -> {
                    requireHolder(facts, wanted.holder());
                    requireDay(facts, wanted.until());
                    DataRequest made = new DataRequest(
                            id,
                            knelpunt,
                            1,
                            CorrectionUseCases.told(facts.actor()),
                            facts.actor().account().id(),
                            facts.now(),
                            wanted,
                            List.of(),
                            List.of(),
                            null,
                            null);
                    t.dataRequests().insert(made);
                    return done(made);
                });
    }

    /** What may not be supplied is not asked for: the guard looks at it as if the holder supplied it. */
    private static Datum asIfSupplied(UUID id, UUID knelpunt, DataRequest.Wanted wanted, Facts facts) {
        return new Datum(
                id,
                knelpunt,
                wanted.subject(),
                wanted.category(),
                null,
                null,
                new Source(wanted.holder(), organ(wanted, facts), null, null, true, null, null, null, null),
                wanted.phase(),
                Set.of(),
                facts.now(),
                facts.today(),
                Marks.NONE);
    }

    /** As which the holder may supply it, if it may. */
    private static Organ organ(DataRequest.Wanted wanted, Facts facts) {
        List<Organ> organs = facts.region()
                .participant(wanted.holder())
                .map(Participant::organs)
                .map(o -> o.stream().sorted().toList())
                .orElse(List.of());
        return organs.stream()
                .filter(o -> PhaseMatrix.allows(wanted.category(), o, wanted.phase(), facts.policy()))
                .findFirst()
                .orElse(organs.isEmpty() ? null : organs.get(0));
    }

    private static void requireHolder(Facts facts, String holder) {
        if (facts.actor().isOf(holder)) {
            throw new InvalidException(
                    "holder",
                    new Text(
                            "Dit is uw eigen organisatie. Deel de gegevens zelf als u ze heeft.",
                            "This is your own organisation. Share the data yourself if you have them."));
        }
        if (!facts.knelpunt().involves(holder)) {
            throw new InvalidException(
                    "holder",
                    new Text(
                            "Kies een deelnemer die bij dit handhavingsknelpunt betrokken is.",
                            "Choose a participant that is involved in this knelpunt."));
        }
    }

    private static void requireDay(Facts facts, LocalDate until) {
        LocalDate latest = facts.knelpunt()
                .wholeTerm()
                .map(term -> term.last())
                .orElse(facts.today().plusYears(1));
        if (until.isBefore(facts.today()) || until.isAfter(latest)) {
            throw new InvalidException(
                    "until",
                    new Text(
                            "Kies een dag van vandaag tot en met " + latest + ".",
                            "Choose a day from today to " + latest + "."));
        }
    }

    @Override
    public Page<DataRequest> list(Call call, UUID knelpunt, Filter filter, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_DATA_REQUESTS,
                knelpunt,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.dataRequests().ofKnelpunt(knelpunt, from, most),
                        DataRequest::id,
                        request -> takes(filter, request, facts.actor()) && judge.permits(about(facts, request))
                                ? Optional.of(shown(facts.actor(), request))
                                : Optional.empty()));
    }

    private static boolean takes(Filter filter, DataRequest request, Actor actor) {
        return (!filter.open() || request.isOpen())
                && (!filter.mine()
                        || request.asker().equals(CorrectionUseCases.told(actor))
                        || actor.isOf(request.wanted().holder()));
    }

    private static Facts about(Facts facts, DataRequest request) {
        return facts.as(Act.SEE_DATA_REQUEST).withPapers(facts.papers().with(request));
    }

    /** Why not is for the holder alone. */
    private static DataRequest shown(Actor actor, DataRequest request) {
        return actor.isOf(request.wanted().holder()) ? request : request.withoutGround();
    }

    @Override
    public DataRequest see(Call call, UUID request) {
        return gate.read(
                call,
                Act.SEE_DATA_REQUEST,
                request,
                (t, facts, judge) -> shown(facts.actor(), facts.papers().dataRequest()));
    }

    @Override
    public Done supply(Call call, UUID request, List<UUID> data) {
        Checks.required("data", data.isEmpty() ? null : data);
        Checks.items("data", data);
        return change(call, Act.SUPPLY_REQUESTED, request, new Asked.Nothing(), (t, facts) -> {
            DataRequest asked = facts.papers().dataRequest();
            for (int i = 0; i < data.size(); i++) {
                requireAnswers("data[" + i + "]", t.data().find(data.get(i)).orElse(null), asked, facts);
            }
            return asked.supplied(data);
        });
    }

    /** What is not one's own datum in this knelpunt is as if it were not there. */
    private static void requireAnswers(String field, Datum datum, DataRequest asked, Facts facts) {
        if (datum == null
                || !datum.dossier().equals(asked.knelpunt())
                || !facts.actor().isOf(datum.supplier())) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Dit gegeven heeft uw organisatie niet in dit handhavingsknelpunt gedeeld. Deel het eerst.",
                            "Your organisation did not share this datum in this knelpunt. Share it first."));
        }
        if (datum.category() != asked.wanted().category()
                || !asked.wanted().subject().equals(datum.subject())) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Dit gegeven is niet wat gevraagd is: een andere categorie, of over iemand of iets anders.",
                            "This datum is not what was asked: another category, or about somebody or something else."));
        }
    }

    @Override
    public Done refuse(Call call, UUID request, DataRequest.Ground ground) {
        Checks.required("ground", ground);
        return change(
                call,
                Act.REFUSE_REQUESTED,
                request,
                new Asked.Nothing(),
                (t, facts) -> facts.papers().dataRequest().with(new DataRequest.Refusal(ground, facts.now())));
    }

    @Override
    public Done askBack(Call call, UUID request, String question) {
        return say(call, Act.ASK_BACK, request, "question", question, true);
    }

    @Override
    public Done answerBack(Call call, UUID request, String answer) {
        return say(call, Act.ANSWER_BACK, request, "answer", answer, false);
    }

    private Done say(Call call, Act act, UUID request, String field, String text, boolean byHolder) {
        Checks.filled(field, text);
        Checks.text(field, text, Checks.MESSAGE);
        return change(call, act, request, new Asked.Saying(field, text), (t, facts) -> {
            DataRequest asked = facts.papers().dataRequest();
            if (byHolder && asked.thread().size() + 1 >= DataRequest.MOST_ENTRIES) {
                throw new InvalidException(
                        field,
                        new Text(
                                "Er is genoeg heen en weer gevraagd. Lever, lever niet, of overleg buiten het systeem.",
                                "Enough was asked to and fro. Supply, do not supply, or confer outside the system."));
            }
            return asked.with(new Entry(byHolder, text, facts.actor().account().id(), facts.now()));
        });
    }

    @Override
    public Done withdraw(Call call, UUID request) {
        return change(
                call,
                Act.WITHDRAW_DATA_REQUEST,
                request,
                new Asked.Nothing(),
                (t, facts) -> facts.papers()
                        .dataRequest()
                        .with(new Ending(facts.actor().account().id(), facts.now())));
    }

    private Done change(
            Call call, Act act, UUID request, Asked asked, BiFunction<Transaction, Facts, DataRequest> change) {
        return gate.change(call, act, request, (t, facts) -> facts.asking(asked), (t, facts) -> {
            DataRequest changed = change.apply(t, facts);
            t.dataRequests().update(changed);
            return done(changed.at(changed.version() + 1));
        });
    }

    private static Done done(DataRequest request) {
        return new Done(request.id(), request.state().name(), request.version());
    }

    /** Open requests of a phase that was closed are not answered any more. */
    static void endThose(Transaction transaction, Facts facts, int fromPhase) {
        UUID after = null;
        List<DataRequest> some;
        do {
            some = transaction.dataRequests().ofKnelpunt(facts.knelpunt().id(), after, Page.MOST);
            for (DataRequest request : some) {
                after = request.id();
                if (request.isOpen() && request.wanted().phase() >= fromPhase) {
                    transaction.dataRequests().update(request.with(new Ending(null, facts.now())));
                }
            }
        } while (some.size() == Page.MOST);
    }

    @Override
    public void doDue() {
        LocalDate today = clock.now().atZone(Facts.NETHERLANDS).toLocalDate();
        List<UUID> due;
        long expired;
        do {
            due = store.transact(t -> t.dataRequests().due(today, AT_ONCE).stream()
                    .map(DataRequest::id)
                    .toList());
            expired = due.stream().filter(this::expire).count();
        } while (due.size() == AT_ONCE && expired > 0);
    }

    private boolean expire(UUID request) {
        return ByThePlatform.does(gate, Act.EXPIRE_DATA_REQUEST, request, Gate.Asking.NOTHING, (t, facts) -> {
            DataRequest expired = facts.papers().dataRequest().with(new Ending(null, facts.now()));
            t.dataRequests().update(expired);
            return done(expired.at(expired.version() + 1));
        });
    }
}
