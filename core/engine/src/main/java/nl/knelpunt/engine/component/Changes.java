package nl.knelpunt.engine.component;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.gate.Change;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.steering.Meeting;

/** What changes with each version, so that who comes too late can be told what to look at. */
final class Changes {

    /** Told at once; who is further behind reads it all again. */
    private static final int MOST = 100;

    /** These change one datum with its copies, so its version counts and not that of its dossier. */
    private static final Set<Act> OF_ONE_DATUM = EnumSet.of(
            Act.BLOCK_DATUM,
            Act.REPORT_ERROR,
            Act.REJECT_ERROR,
            Act.CORRECT_DATUM,
            Act.GRADE_DATUM,
            Act.DESTROY_DATUM,
            Act.HOLD_DATUM,
            Act.LIFT_HOLD);

    /** Those, and whatever else gives data other values. */
    private static final Set<Act> OF_DATA = withMore(OF_ONE_DATUM, Act.ACCEPT_CORRECTION);

    /** People see the proposal as the knelpunt itself, and what an intervention is to be as the intervention. */
    private static final List<String> UNWRAPPED = List.of("proposal.", "content.");

    private Changes() {}

    /** What the act is about and has a version; null when there is nothing of the kind. */
    static Versioned concerned(Facts facts) {
        if (OF_ONE_DATUM.contains(facts.act())) {
            return facts.data().isEmpty() ? null : facts.data().get(0);
        }
        if (facts.papers().dataRequest() != null) {
            return facts.papers().dataRequest();
        }
        if (facts.papers().correction() != null) {
            return facts.papers().correction();
        }
        if (facts.papers().provision() != null) {
            return facts.papers().provision();
        }
        if (facts.papers().caseMeeting() != null) {
            return facts.papers().caseMeeting();
        }
        if (facts.papers().intervention() != null) {
            return facts.papers().intervention();
        }
        if (facts.papers().request() != null) {
            return facts.papers().request();
        }
        if (facts.papers().destruction() != null) {
            return facts.papers().destruction();
        }
        if (facts.act().concerns() == Act.Concerns.ANALYSIS && facts.papers().analysis() != null) {
            return facts.papers().analysis();
        }
        if (facts.papers().selection() != null) {
            return facts.papers().selection();
        }
        if (facts.act().concerns() == Act.Concerns.MEETING && facts.papers().meeting() != null) {
            return facts.papers().meeting();
        }
        if (facts.papers().racRequest() != null) {
            return facts.papers().racRequest();
        }
        return facts.signal() != null ? facts.signal() : facts.knelpunt();
    }

    private static Optional<? extends Versioned> now(Transaction transaction, Versioned before) {
        if (before instanceof Signal) {
            return transaction.signals().find(before.id());
        }
        if (before instanceof Provision) {
            return transaction.provisions().find(before.id());
        }
        if (before instanceof RightsRequest) {
            return transaction.rightsRequests().find(before.id());
        }
        if (before instanceof RacRequest) {
            return transaction.racRequests().find(before.id());
        }
        if (before instanceof Intervention) {
            return transaction.interventions().find(before.id());
        }
        if (before instanceof Analysis) {
            return transaction.analyses().find(before.id());
        }
        if (before instanceof Selection) {
            return transaction.selections().find(before.id());
        }
        if (before instanceof Meeting) {
            return transaction.meetings().find(before.id());
        }
        if (before instanceof CaseMeeting) {
            return transaction.caseMeetings().find(before.id());
        }
        if (before instanceof DataRequest) {
            return transaction.dataRequests().find(before.id());
        }
        if (before instanceof CorrectionProposal) {
            return transaction.corrections().find(before.id());
        }
        if (before instanceof Datum) {
            return transaction.data().find(before.id());
        }
        if (before instanceof DestructionList) {
            return transaction.destructions().find(before.id());
        }
        if (before instanceof Knelpunt) {
            return transaction.knelpunten().find(before.id());
        }
        throw new IllegalArgumentException(before.getClass().getName() + " is not known here");
    }

    private static Set<Act> withMore(Set<Act> acts, Act more) {
        Set<Act> all = EnumSet.of(more);
        all.addAll(acts);
        return all;
    }

    /** Before an act: the data that it may change, with their copies, as they stand; the facts may have them as they will be. */
    static List<Datum> dataBefore(Transaction transaction, Facts facts) {
        return OF_DATA.contains(facts.act())
                ? facts.data().stream()
                        .flatMap(d -> transaction.data().find(d.id()).stream())
                        .toList()
                : List.of();
    }

    /**
     * After an act: which fields it changed, or that nothing is to be remembered of what it destroyed.
     *
     * @param data see {@link #dataBefore}
     */
    static void note(Transaction transaction, Facts facts, List<Datum> data, Done done) {
        data.forEach(before -> note(transaction, facts, before));
        Versioned concerned = concerned(facts);
        if (concerned != null
                && !(concerned instanceof Datum)
                && !(concerned.id().equals(done.id()) && concerned.version() == done.version())) {
            note(transaction, facts, concerned);
        }
        if (facts.knelpunt() != null && facts.knelpunt() != concerned) {
            note(transaction, facts, facts.knelpunt());
        }
    }

    private static void note(Transaction transaction, Facts facts, Versioned before) {
        Optional<? extends Versioned> after = now(transaction, before);
        if (after.isEmpty()) {
            transaction.changes().forget(before.id());
        } else if (after.get().version() != before.version()) {
            transaction.changes().add(before.id(), change(facts, before, after.get()));
        }
    }

    private static Change change(Facts facts, Versioned before, Versioned after) {
        Actor actor = facts.actor();
        boolean forItself = actor.participant() != null && !actor.isBureau();
        Set<Role> roles =
                actor.roles().stream().filter(facts.act().roles()::contains).collect(Collectors.toSet());
        return new Change(
                after.version(),
                facts.now(),
                facts.act(),
                forItself ? actor.participant().id() : null,
                roles,
                between((Record) before, (Record) after));
    }

    /**
     * What was changed since the version that the actor saw. Of a signal only the reporter and the bureau are told: to others it
     * would count what was asked and answered. Of a request only the contact point is: who is consulted sees its own part.
     */
    static List<Change> since(Transaction transaction, Facts facts, long version) {
        Versioned concerned = concerned(facts);
        boolean told = concerned instanceof Signal signal
                ? facts.actor().isBureau() || facts.actor().isOf(signal.reporter())
                : !(concerned instanceof RightsRequest) || facts.actor().roles().contains(Role.CONTACT_POINT);
        return told ? transaction.changes().after(concerned.id(), version, MOST) : List.of();
    }

    /** Paths of the components that differ; a list differs as a whole. */
    static List<String> between(Record before, Record after) {
        List<String> paths = new ArrayList<>();
        collect(before, after, "", paths);
        return paths;
    }

    private static void collect(Record before, Record after, String path, List<String> paths) {
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            Object then = value(component, before);
            Object now = value(component, after);
            String at = path + component.getName();
            if (then instanceof Record one && now instanceof Record other && one.getClass() == other.getClass()) {
                collect(one, other, at + ".", paths);
            } else if (!Objects.equals(then, now) && !at.equals("version")) {
                paths.add(unwrapped(at));
            }
        }
    }

    private static String unwrapped(String path) {
        return UNWRAPPED.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(around -> path.substring(around.length()))
                .orElse(path);
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
