package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.steering.Mandate;
import nl.knelpunt.engine.steering.Mandates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class MandateUseCases implements Mandates {

    private static final String STANDING = "STANDING";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final Gate gate;

    @Activate
    public MandateUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done register(Call call, NewMandate wanted) {
        Checks.required("participant", wanted.participant());
        Checks.required("holder", wanted.holder());
        Checks.required("from", wanted.from());
        Checks.required("until", wanted.until());
        Checks.filled("reference", wanted.reference());
        Checks.line("reference", wanted.reference());
        Checks.date("from", wanted.from());
        Checks.date("until", wanted.until());
        if (wanted.until().isBefore(wanted.from())) {
            throw new InvalidException(
                    "until",
                    new Text(
                            "De laatste dag ligt voor de eerste. Vul een latere dag in.",
                            "The last day lies before the first. Fill in a later day."));
        }
        if (wanted.acts().isEmpty() || !Mandate.COVERABLE.containsAll(wanted.acts())) {
            throw new InvalidException(
                    "acts",
                    new Text(
                            "Kies een of meer handelingen waarmee een deelnemer beslist.",
                            "Choose one or more acts by which a participant decides."));
        }
        return gate.change(
                call,
                Act.REGISTER_MANDATE,
                null,
                (t, facts) -> facts.asking(
                        new Asked.Mandating(facts.region().find(wanted.participant()), wanted.reference())),
                (t, facts) -> {
                    checkHolder(t, wanted.holder());
                    Mandate mandate = new Mandate(
                            Ids.next(),
                            1,
                            wanted.participant(),
                            wanted.holder(),
                            wanted.acts(),
                            wanted.from(),
                            wanted.until(),
                            wanted.reference(),
                            facts.actor().account().id(),
                            facts.now(),
                            null);
                    t.mandates().insert(mandate);
                    return new Done(mandate.id(), STANDING, mandate.version());
                });
    }

    /** Somebody of a participant who is charged with the processing: the bureau prepares and never decides (G20). */
    private static void checkHolder(Transaction transaction, UUID holder) {
        Optional<Account> account = transaction.accounts().find(holder);
        if (account.filter(MandateUseCases::canHold).isEmpty()) {
            throw new InvalidException(
                    "holder",
                    new Text(
                            "Kies iemand van een deelnemer met een account. Het bureau beslist niet.",
                            "Choose somebody of a participant who has an account. The bureau doesn't decide."));
        }
    }

    @Override
    public Done withdraw(Call call, UUID id) {
        return gate.change(
                call,
                Act.WITHDRAW_MANDATE,
                id,
                (t, facts) -> facts.asking(new Asked.Mandating(
                        t.mandates()
                                .find(id)
                                .map(m -> facts.region().find(m.participant()))
                                .orElse(null),
                        null)),
                (t, facts) -> {
                    Mandate mandate = t.mandates().find(id).orElseThrow();
                    if (call.version() != null && call.version() != mandate.version()) {
                        throw new StaleException(mandate.version());
                    }
                    if (mandate.withdrawn() != null) {
                        return new Done(id, WITHDRAWN, mandate.version());
                    }
                    t.mandates()
                            .update(mandate.withdrawnBy(facts.actor().account().id(), facts.now()));
                    return new Done(id, WITHDRAWN, mandate.version() + 1);
                });
    }

    @Override
    public Group group(Call call) {
        return gate.read(call, Act.SEE_STEERING_GROUP, null, (t, facts, judge) -> {
            List<Account> people = t.accounts().list().stream()
                    .filter(MandateUseCases::canHold)
                    .sorted(Comparator.comparing(Account::displayName))
                    .toList();
            List<Seat> seats = facts.region().designated().stream()
                    .map(Participant::id)
                    .sorted()
                    .map(p -> new Seat(
                            p,
                            people.stream()
                                    .filter(a -> a.participant().equals(p) && a.has(Role.STEERING_MEMBER))
                                    .map(MandateUseCases::somebody)
                                    .toList(),
                            t.mandates().standingOf(p).stream()
                                    .filter(m -> m.holdsOn(facts.today()))
                                    .map(m -> shown(t, m, facts.today()))
                                    .toList()))
                    .toList();
            List<Somebody> own = people.stream()
                    .filter(a -> facts.actor().isOf(a.participant()) && !a.has(Role.STEERING_MEMBER))
                    .map(MandateUseCases::somebody)
                    .toList();
            return new Group(seats, own);
        });
    }

    private static boolean canHold(Account account) {
        return account.active() && !account.isBureau() && Role.anySeesContent(account.roles());
    }

    private static Somebody somebody(Account account) {
        return new Somebody(account.id(), account.displayName());
    }

    private static ShownMandate shown(Transaction transaction, Mandate mandate, LocalDate today) {
        return new ShownMandate(
                mandate,
                transaction
                        .accounts()
                        .find(mandate.holder())
                        .map(Account::displayName)
                        .orElse(null),
                mandate.holdsOn(today));
    }

    @Override
    public Page<ShownMandate> list(Call call, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_MANDATES,
                null,
                (t, facts, judge) -> Pages.fill(
                        after, limit, t.mandates()::list, Mandate::id, m -> Optional.of(shown(t, m, facts.today()))));
    }
}
