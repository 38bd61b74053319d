package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Pledge;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class CapacityUseCases implements Capacities {

    private final Gate gate;

    @Activate
    public CapacityUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done pledge(Call call, UUID knelpunt, NewPledge pledge) {
        Checks.required("first", pledge.first());
        Checks.required("last", pledge.last());
        Checks.period("first", pledge.first(), "last", pledge.last());
        Checks.required("hours", pledge.hours());
        Checks.between("hours", pledge.hours(), 0, Pledge.MOST_HOURS);
        Checks.required("people", pledge.people());
        Checks.between("people", pledge.people(), 0, Pledge.MOST_PEOPLE);
        if (pledge.hours() == 0 && pledge.people() == 0) {
            throw new InvalidException("hours", new Text("Zeg uren of mensen toe.", "Pledge hours or people."));
        }
        UUID id = Ids.next();
        return gate.change(call, Act.PLEDGE_CAPACITY, knelpunt, NOTHING, (t, facts) -> {
            String own = facts.actor().participant().id();
            checkIntervention(t, knelpunt, own, pledge.intervention());
            if (t.pledges().ofKnelpunt(knelpunt).stream()
                            .filter(p -> p.participant().equals(own))
                            .count()
                    >= Pledge.MOST_PLEDGES) {
                throw new InvalidException(
                        "hours",
                        new Text(
                                "U heeft hier al " + Pledge.MOST_PLEDGES + " toezeggingen staan.",
                                "You have " + Pledge.MOST_PLEDGES + " pledges here already."));
            }
            t.pledges()
                    .insert(new Pledge(
                            id,
                            knelpunt,
                            own,
                            pledge.intervention(),
                            pledge.first(),
                            pledge.last(),
                            pledge.hours(),
                            pledge.people(),
                            facts.actor().account().id(),
                            facts.now(),
                            null,
                            List.of()));
            return done(facts, id);
        });
    }

    private static void checkIntervention(Transaction transaction, UUID knelpunt, String own, UUID intervention) {
        if (intervention != null
                && transaction
                        .interventions()
                        .find(intervention)
                        .filter(i -> i.knelpunt().equals(knelpunt))
                        .filter(i -> i.content().participant().equals(own))
                        .isEmpty()) {
            throw new InvalidException(
                    "intervention",
                    new Text(
                            "Kies een interventie van uw eigen organisatie in dit plan.",
                            "Choose an intervention of your own organisation in this plan."));
        }
    }

    @Override
    public Done use(Call call, UUID knelpunt, UUID pledge, LocalDate date, int hours) {
        Checks.required("date", date);
        Checks.between("hours", hours, -Pledge.MOST_HOURS, Pledge.MOST_HOURS);
        return change(call, Act.USE_CAPACITY, knelpunt, pledge, (facts, own) -> {
            Checks.notAfter("date", date, facts.today());
            if (date.isBefore(own.first())) {
                throw new InvalidException(
                        "date",
                        new Text(
                                "Deze dag ligt voor de periode van de toezegging.",
                                "This day is before the period of the pledge."));
            }
            if (hours == 0 || own.hoursUsed() + hours < 0 || own.hoursUsed() + hours > Pledge.MOST_HOURS) {
                throw new InvalidException(
                        "hours",
                        new Text(
                                "Vul uren in waarmee het totaal niet onder nul komt.",
                                "Fill in hours with which the total does not go below zero."));
            }
            if (own.used().size() >= Pledge.MOST_USES) {
                throw new InvalidException(
                        "hours",
                        new Text(
                                "Bij een toezegging passen " + Pledge.MOST_USES
                                        + " meldingen. Tel dagen bij elkaar op.",
                                "A pledge takes " + Pledge.MOST_USES + " reports. Add days together."));
            }
            return own.with(new Pledge.Use(date, hours, facts.actor().account().id(), facts.now()));
        });
    }

    @Override
    public Done withdraw(Call call, UUID knelpunt, UUID pledge) {
        return change(
                call,
                Act.WITHDRAW_CAPACITY,
                knelpunt,
                pledge,
                (facts, own) -> own.withdrawn() == null ? own.withdrawnAt(facts.now()) : own);
    }

    private Done change(Call call, Act act, UUID knelpunt, UUID pledge, BiFunction<Facts, Pledge, Pledge> change) {
        return gate.change(call, act, knelpunt, NOTHING, (t, facts) -> {
            Pledge own = t.pledges()
                    .find(pledge)
                    .filter(p -> p.knelpunt().equals(knelpunt))
                    .filter(p -> facts.actor().isOf(p.participant()))
                    .orElseThrow(() -> new InvalidException(
                            "pledge",
                            new Text(
                                    "Deze toezegging kent u niet bij uw organisatie in dit plan.",
                                    "You know no such pledge of your organisation in this plan.")));
            t.pledges().update(change.apply(facts, own));
            return done(facts, pledge);
        });
    }

    private static Done done(Facts facts, UUID pledge) {
        return new Done(
                pledge, facts.knelpunt().state().name(), facts.knelpunt().version());
    }

    @Override
    public Page<OfKnelpunt> overview(Call call, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.SEE_CAPACITY,
                null,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        t.pledges()::knelpunten,
                        id -> id,
                        id -> t.knelpunten()
                                .find(id)
                                .filter(k ->
                                        judge.permits(facts.as(Act.SEE_KNELPUNT).withKnelpunt(k, Subjects.NONE)))
                                .flatMap(k -> Optional.of(new OfKnelpunt(
                                        id, k.proposal().title(), t.pledges().totals(id))))));
    }
}
