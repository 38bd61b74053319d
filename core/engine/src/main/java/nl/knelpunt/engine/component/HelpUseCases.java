package nl.knelpunt.engine.component;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.booth.Sieve;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Recognisable;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Gate.Judge;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.ModuleException;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.OwnLists;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.RecognitionHelp;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is sought is taken out of the store first, with the log record; the module reads the participant's list after that, outside
 * of any transaction.
 */
@Component
public final class HelpUseCases implements RecognitionHelp {

    private static final System.Logger LOG = System.getLogger(HelpUseCases.class.getName());

    private final Gate gate;
    private final Router router;
    private final OwnLists lists;
    private final AdapterCalls calls;
    private final HelpKeys keys;

    @Activate
    public HelpUseCases(
            @Reference Gate gate,
            @Reference Router router,
            @Reference OwnLists lists,
            @Reference AdapterCalls calls,
            @Reference Keys keys) {
        this.gate = gate;
        this.router = router;
        this.lists = lists;
        this.calls = calls;
        this.keys = new HelpKeys(keys);
    }

    /** What one question seeks, and the keys under which it is compared; leaves nothing behind. */
    private record Question(List<Recognisable> sought, Map<String, byte[]> keys, String period) {

        @Override
        public String toString() {
            return "Question[" + sought.size() + "]";
        }
    }

    @Override
    public List<Found> ask(Call call, UUID signal) throws MessageException, IOException {
        Participant asker = admitted(call, signal);
        try (Router.Lease lease = router.lease(asker.kind()).orElse(null);
                InputStream list = lists.open(asker.id()).orElse(null)) {
            boolean offered = lease != null && lease.plugin().ownSubjects().isPresent();
            Question question = gate.read(
                    call,
                    Act.HELP_RECOGNITION,
                    signal,
                    (t, facts) -> helping(t, facts, offered, list != null),
                    this::question);
            return question.sought.isEmpty() ? List.of() : compared(question, lease, list);
        } catch (MessageException | IOException | ModuleException e) {
            failed(call, signal);
            throw e;
        }
    }

    /** Refuses what would be refused whatever lies ready, before anything is opened. */
    private Participant admitted(Call call, UUID signal) {
        Participant[] asker = {null};
        gate.admit(call, Act.HELP_RECOGNITION, signal, (t, facts) -> {
            asker[0] = facts.actor().participant();
            return helping(t, facts, true, true);
        });
        return asker[0];
    }

    private static Facts helping(Transaction transaction, Facts facts, boolean offered, boolean listed) {
        // Who is no person, or of no participant, is refused before anybody counts.
        boolean counts = facts.actor().account() != null && facts.actor().participant() != null;
        return facts.asking(new Asked.Helping(
                counts
                        ? transaction
                                .help()
                                .byPerson(facts.today(), facts.actor().account().id())
                        : 0,
                counts
                        ? transaction
                                .help()
                                .byParticipant(
                                        facts.today(),
                                        facts.actor().participant().id())
                        : 0,
                offered,
                listed));
    }

    /** Counts it, notes for the log whose data are compared, and takes along what identifies exactly. */
    private Question question(Transaction transaction, Facts facts, Judge judge) {
        Participant asker = facts.actor().participant();
        transaction
                .help()
                .count(facts.today(), asker.id(), facts.actor().account().id());
        Facts looking = facts.as(Act.SEE_SIGNAL);
        Set<Recognisable> sought = new LinkedHashSet<>();
        for (Datum datum : transaction.data().ofDossier(facts.signal().id())) {
            Optional<Recognisable> identifier = Recognisable.of(datum);
            if (identifier.isPresent()
                    && Guard.decide(looking.withData(List.of(datum))).isPermit()) {
                judge.note(looking, datum);
                sought.add(identifier.get());
            }
        }
        List<String> periods = HelpKeys.periods(facts.today(), facts.policy().help());
        return new Question(List.copyOf(sought), keys.of(facts.region(), asker.id(), periods), periods.get(0));
    }

    private List<Found> compared(Question question, Router.Lease lease, InputStream list)
            throws MessageException, IOException {
        List<Sieve.Sought> sought = question.sought.stream()
                .map(s -> new Sieve.Sought(s.kind(), s.normal()))
                .toList();
        Sieve sieve = new Sieve(sought, question.keys, question.period, MOST_IDENTIFIERS);
        calls.sift(lease.plugin(), list, sieve);
        return byKind(question.sought, sieve.found());
    }

    private static List<Found> byKind(List<Recognisable> sought, BitSet found) {
        Map<IdentifierKind, Integer> compared = new TreeMap<>();
        Map<IdentifierKind, Integer> known = new TreeMap<>();
        for (int i = 0; i < sought.size(); i++) {
            compared.merge(sought.get(i).kind(), 1, Integer::sum);
            known.merge(sought.get(i).kind(), found.get(i) ? 1 : 0, Integer::sum);
        }
        List<Found> all = new ArrayList<>();
        compared.forEach((kind, number) -> all.add(new Found(kind, number, known.get(kind))));
        return all;
    }

    /** What was permitted and came to nothing is logged too; if that can't be, the person still hears what was wrong. */
    private void failed(Call call, UUID signal) {
        try {
            gate.failed(call, Act.HELP_RECOGNITION, signal);
        } catch (UnavailableException e) {
            LOG.log(System.Logger.Level.WARNING, "A failed comparison could not be logged: {0}", e.getMessage());
        }
    }

    @Override
    public Key key(Call call, String participant) {
        return gate.read(
                call,
                Act.TAKE_RECOGNITION_KEY,
                null,
                (t, facts) -> facts.asking(new Asked.Towards(facts.region().find(participant))),
                (t, facts, judge) -> {
                    Policy.Help help = facts.policy().help();
                    String period = HelpKeys.period(facts.today(), help);
                    return new Key(
                            period,
                            keys.of(facts.region(), participant, period),
                            HelpKeys.countsUntil(facts.today(), help));
                });
    }
}
