package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.consultation.CaseMeetings;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Proposal;
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
import nl.knelpunt.engine.lifecycle.CaseMeetingState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.scan.Origin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class CaseMeetingUseCases implements CaseMeetings {

    private static final Set<Act> ON_A_MEETING =
            EnumSet.of(Act.AMEND_CASE_MEETING, Act.CANCEL_CASE_MEETING, Act.HOLD_CASE_MEETING, Act.SETTLE_AGREEMENT);

    private final Gate gate;

    @Activate
    public CaseMeetingUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done plan(Call call, UUID consultation, LocalDate date, List<String> agenda) {
        Asked said = agenda(date, agenda);
        UUID id = Ids.next();
        return gate.change(call, Act.PLAN_CASE_MEETING, consultation, (t, facts) -> facts.asking(said), (t, facts) -> {
            CaseMeeting planned = new CaseMeeting(
                    id,
                    consultation,
                    1,
                    CaseMeetingState.PLANNED,
                    date,
                    agenda,
                    List.of(),
                    List.of(),
                    facts.actor().account().id(),
                    facts.now(),
                    null);
            t.caseMeetings().insert(planned);
            return new Done(id, planned.state().name(), planned.version());
        });
    }

    private static Asked agenda(LocalDate date, List<String> agenda) {
        Checks.required("date", date);
        Checks.date("date", date);
        if (agenda.isEmpty() || agenda.size() > CaseMeeting.MOST_ITEMS) {
            throw new InvalidException(
                    "agenda",
                    new Text(
                            "Zet 1 tot en met " + CaseMeeting.MOST_ITEMS + " punten op de agenda.",
                            "Put 1 to " + CaseMeeting.MOST_ITEMS + " items on the agenda."));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < agenda.size(); i++) {
            Checks.filled("agenda[" + i + "]", agenda.get(i));
            Checks.text("agenda[" + i + "]", agenda.get(i), Checks.TEXT);
            texts.put("agenda[" + i + "]", agenda.get(i));
        }
        return new Asked.Stating(texts);
    }

    @Override
    public Page<ShownMeeting> list(Call call, UUID consultation, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_CASE_MEETINGS,
                consultation,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.caseMeetings().ofConsultation(consultation, from, most),
                        CaseMeeting::id,
                        m -> Optional.of(
                                shown(t, facts.withPapers(facts.papers().with(m)), judge))));
    }

    @Override
    public ShownMeeting see(Call call, UUID meeting) {
        return gate.read(call, Act.SEE_CASE_MEETING, meeting, (t, facts, judge) -> shown(t, facts, judge));
    }

    private static ShownMeeting shown(Transaction transaction, Facts facts, Gate.Judge judge) {
        Set<Act> next = EnumSet.noneOf(Act.class);
        for (Act act : ON_A_MEETING) {
            if (Guard.decide(facts.as(act)).isPermit()) {
                next.add(act);
            }
        }
        CaseMeeting meeting = facts.papers().caseMeeting();
        Readable readable = new Readable().with("cancelled", meeting.cancelled());
        for (int i = 0; i < meeting.agenda().size(); i++) {
            readable.with("agenda[" + i + "]", meeting.agenda().get(i));
        }
        for (int i = 0; i < meeting.agreements().size(); i++) {
            CaseMeeting.Agreement agreement = meeting.agreements().get(i);
            readable.with("agreements[" + i + "].text", agreement.text());
            readable.with(
                    "agreements[" + i + "].done.text",
                    agreement.done() == null ? null : agreement.done().text());
        }
        return new ShownMeeting(meeting, next, readable.by(transaction, facts, judge));
    }

    @Override
    public Done amend(Call call, UUID meeting, LocalDate date, List<String> agenda) {
        return change(
                call,
                Act.AMEND_CASE_MEETING,
                meeting,
                agenda(date, agenda),
                (t, facts) -> facts.papers().caseMeeting().on(date, agenda));
    }

    @Override
    public Done cancel(Call call, UUID meeting, String reason) {
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        return change(
                call,
                Act.CANCEL_CASE_MEETING,
                meeting,
                new Asked.Saying("reason", reason),
                (t, facts) -> facts.papers().caseMeeting().cancelledBecause(reason));
    }

    @Override
    public Done hold(Call call, UUID meeting, Minutes minutes) {
        Checks.required("date", minutes.date());
        Checks.items("present", minutes.present());
        if (minutes.present().isEmpty()) {
            throw new InvalidException("present", new Text("Noem wie er waren.", "Name who were there."));
        }
        Checks.items("agreements", minutes.agreements());
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < minutes.agreements().size(); i++) {
            String path = "agreements[" + i + "].";
            NewAgreement agreement = minutes.agreements().get(i);
            Checks.filled(path + "participant", agreement.participant());
            Checks.filled(path + "text", agreement.text());
            Checks.text(path + "text", agreement.text(), Checks.TEXT);
            Checks.required(path + "due", agreement.due());
            Checks.date(path + "due", agreement.due());
            texts.put(path + "text", agreement.text());
        }
        return change(call, Act.HOLD_CASE_MEETING, meeting, new Asked.Stating(texts), (t, facts) -> {
            Checks.notAfter("date", minutes.date(), facts.today());
            List<CaseMeeting.Agreement> agreements = new ArrayList<>();
            for (int i = 0; i < minutes.present().size(); i++) {
                checkInvolved(
                        facts.knelpunt(),
                        "present[" + i + "]",
                        minutes.present().get(i));
            }
            for (int i = 0; i < minutes.agreements().size(); i++) {
                NewAgreement made = minutes.agreements().get(i);
                checkInvolved(facts.knelpunt(), "agreements[" + i + "].participant", made.participant());
                agreements.add(
                        new CaseMeeting.Agreement(Ids.next(), made.participant(), made.text(), made.due(), null));
            }
            return facts.papers().caseMeeting().held(minutes.date(), minutes.present(), agreements);
        });
    }

    private static void checkInvolved(Knelpunt consultation, String field, String participant) {
        if (!consultation.involves(participant)) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Deze deelnemer is niet bij dit casusoverleg betrokken.",
                            "This participant is not involved in this case consultation."));
        }
    }

    @Override
    public Done settle(Call call, UUID meeting, UUID agreement, String text) {
        Checks.filled("text", text);
        Checks.text("text", text, Checks.TEXT);
        return change(call, Act.SETTLE_AGREEMENT, meeting, new Asked.Saying("text", text), (t, facts) -> {
            CaseMeeting held = facts.papers().caseMeeting();
            CaseMeeting.Agreement open = held.agreement(agreement);
            boolean may =
                    open != null && (facts.actor().isBureau() || facts.actor().isOf(open.participant()));
            if (!may) {
                throw new InvalidException(
                        "agreement",
                        new Text(
                                "Deze afspraak kent u niet bij uw organisatie.",
                                "You know no such agreement of your organisation."));
            }
            return held.settled(
                    agreement,
                    new CaseMeeting.Settlement(text, facts.actor().account().id(), facts.now()));
        });
    }

    @Override
    public Done convert(Call call, UUID consultation, String title) {
        Checks.filled("title", title);
        Checks.line("title", title);
        UUID id = Ids.next();
        return gate.change(
                call,
                Act.CONVERT_CONSULTATION,
                consultation,
                (t, facts) -> facts.asking(new Asked.Saying("title", title)),
                (t, facts) -> {
                    Proposal from = facts.knelpunt().proposal();
                    Knelpunt proposed = Knelpunt.proposed(
                            id,
                            facts.now(),
                            new Proposal(
                                    Activity.KNELPUNT,
                                    null,
                                    title,
                                    from.objectType(),
                                    from.description(),
                                    from.scope(),
                                    from.manifestations(),
                                    from.grounds(),
                                    from.signals(),
                                    from.involved(),
                                    from.foreseenPhases(),
                                    from.goals(),
                                    from.displacement()));
                    t.knelpunten().insert(proposed);
                    t.scans().insert(new Origin(id, consultation, null, List.of()));
                    return new Done(id, proposed.state().name(), proposed.version());
                });
    }

    private Done change(
            Call call, Act act, UUID meeting, Asked asked, BiFunction<Transaction, Facts, CaseMeeting> change) {
        return gate.change(call, act, meeting, (t, facts) -> facts.asking(asked), (t, facts) -> {
            CaseMeeting changed = change.apply(t, facts);
            t.caseMeetings().update(changed);
            return new Done(changed.id(), changed.state().name(), changed.version() + 1);
        });
    }
}
