package nl.knelpunt.engine.component;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.PhaseMatrix;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.ModuleException;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.Regions;
import nl.knelpunt.engine.port.SignalRepository;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class MessageUseCases implements Messages {

    private static final System.Logger LOG = System.getLogger(MessageUseCases.class.getName());

    /** Of the guard: the module is not active. */
    private static final String AWAY = "G51";

    private final Gate gate;
    private final Store store;
    private final Router router;
    private final Regions regions;
    private final Keys keys;
    private final AdapterCalls adapters;
    private final CallMeter meter;

    @Activate
    public MessageUseCases(
            @Reference Gate gate,
            @Reference Store store,
            @Reference Router router,
            @Reference Regions regions,
            @Reference Keys keys,
            @Reference AdapterCalls adapters,
            @Reference CallMeter meter) {
        this.gate = gate;
        this.store = store;
        this.router = router;
        this.regions = regions;
        this.keys = keys;
        this.adapters = adapters;
        this.meter = meter;
    }

    @Override
    public Delivered deliver(Call call, String participant, Message message) throws MessageException, IOException {
        Gate.Asking asking = (t, facts) -> facts.asking(
                new Asked.Towards(facts.region().participant(participant).orElse(null)));
        if (call.isTrial()) {
            // Whether one may deliver; what a message holds only its delivery tells.
            gate.read(call, Act.DELIVER_MESSAGE, null, asking, (t, facts, judge) -> null);
        }
        String kind = regions.current()
                .participant(participant)
                .map(Participant::kind)
                .orElse("");
        admit(call, kind, asking);
        CallMeter.Running running = meter.begin(kind);
        boolean isDelivered = false;
        try {
            Delivered delivered = deliver(call, participant, read(call, kind, message, asking, running), asking);
            isDelivered = true;
            return delivered;
        } finally {
            running.end(isDelivered);
        }
    }

    /** While a module is in quarantine its messages wait at their senders: what is to run there is only away for a while. */
    private void admit(Call call, String kind, Gate.Asking asking) {
        try {
            gate.admit(call, Act.DELIVER_MESSAGE, null, asking);
        } catch (RefusedException e) {
            if (e.findings().stream().allMatch(f -> f.rule().equals(AWAY)) && isInQuarantine(kind)) {
                throw new ModuleException(new Text(
                        "De module staat in quarantaine. Er is niets bewaard. Stuur het bericht later opnieuw.",
                        "The module is in quarantine. Nothing was kept. Send the message again later."));
            }
            throw e;
        }
    }

    private boolean isInQuarantine(String kind) {
        return router.isCutOff(kind)
                || store.transact(t -> t.modules()
                        .find(kind)
                        .filter(m -> m.quarantine() != null)
                        .isPresent());
    }

    /** A repeat under the same key gives again what each signal became; another message under that key is refused by the gate. */
    private Delivered deliver(Call call, String participant, AdapterCalls.Read read, Gate.Asking asking) {
        Call anew = new Call(call.caller(), call.trace(), call.origin());
        if (call.idempotencyKey() == null) {
            return takenIn(anew, participant, read, asking);
        }
        Delivered delivered = takenIn(
                new Call(call.caller(), call.trace(), call.origin(), call.idempotencyKey(), null)
                        .sending(read.digest()),
                participant,
                read,
                asking);
        return delivered.signals().isEmpty() ? takenIn(anew, participant, read, asking) : delivered;
    }

    private Delivered takenIn(Call call, String participant, AdapterCalls.Read read, Gate.Asking asking) {
        List<Incoming> incoming = new ArrayList<>();
        List<Done> signals = new ArrayList<>();
        gate.change(
                call,
                Act.DELIVER_MESSAGE,
                null,
                (t, facts) -> {
                    Facts asked = asking.ask(t, facts);
                    List<Datum> data = new ArrayList<>();
                    List<Subject> subjects = new ArrayList<>();
                    Map<ByteBuffer, Incoming> sameMessage = new HashMap<>();
                    for (int i = 0; i < read.drafts().size(); i++) {
                        Incoming one = new Incoming(participant, read, i, asked, t, sameMessage);
                        incoming.add(one);
                        // What was there already is not taken in again, so nothing of it is judged or logged.
                        if (!one.isRepeat()) {
                            data.addAll(one.data);
                            subjects.addAll(one.subjects);
                        }
                    }
                    return asked.withSignal(null, Subjects.of(subjects)).withData(data);
                },
                (t, facts) -> {
                    incoming.forEach(one -> signals.add(one.isRepeat() ? one.before : one.insert(t, facts)));
                    return signals.get(0);
                });
        return new Delivered(
                signals, (int) incoming.stream().filter(Incoming::isRepeat).count());
    }

    private AdapterCalls.Read read(
            Call call, String kind, Message message, Gate.Asking asking, CallMeter.Running running)
            throws MessageException, IOException {
        try (Router.Lease lease = router.lease(kind).orElse(null)) {
            if (lease == null) {
                // Gone since it was admitted: the guard says so (G51).
                gate.admit(call, Act.DELIVER_MESSAGE, null, asking);
                throw new ModuleException(new Text(
                        "De module wordt net vervangen. Probeer het zo opnieuw.",
                        "The module is just being replaced. Try again in a moment."));
            }
            running.enter(lease.plugin().generation());
            Plugin.Adapter adapter = choose(lease.plugin().adapters(), message);
            return adapters.read(lease.plugin(), adapter, message.body(), running::blamePlugin);
        } catch (MessageException | ModuleException e) {
            failed(call);
            throw e;
        }
    }

    /** What was permitted and came to nothing is logged too; if that can't be, the sender still hears what was wrong. */
    private void failed(Call call) {
        try {
            gate.failed(call, Act.DELIVER_MESSAGE, null);
        } catch (UnavailableException e) {
            LOG.log(System.Logger.Level.WARNING, "A failed delivery could not be logged: {0}", e.getMessage());
        }
    }

    private static Plugin.Adapter choose(List<Plugin.Adapter> adapters, Message message) {
        List<Plugin.Adapter> fitting =
                adapters.stream().filter(a -> reads(a, message)).toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String formats = String.join(
                ", ", adapters.stream().map(Plugin.Adapter::format).sorted().toList());
        throw new InvalidException(
                "format",
                fitting.isEmpty()
                        ? new Text(
                                "Geen module leest dit soort bericht. Wel te lezen: " + formats + ".",
                                "No module reads this kind of message. Can be read: " + formats + ".")
                        : new Text(
                                "Meer dan één formaat past. Kies een van: " + formats + ".",
                                "More than one format fits. Choose one of: " + formats + "."));
    }

    private static boolean reads(Plugin.Adapter adapter, Message message) {
        if (message.format() != null) {
            return adapter.format().equals(message.format());
        }
        if (message.mediaType() != null) {
            return adapter.mediaTypes().contains(message.mediaType());
        }
        return message.fileEnding() != null && adapter.fileEndings().contains(message.fileEnding());
    }

    /** One draft on its way into the store. */
    private final class Incoming {

        private final Signal signal;
        private final List<Subject> subjects = new ArrayList<>();
        private final List<Datum> data = new ArrayList<>();
        private final byte[] key;
        /** Of the message as it came, and the place in it. */
        private final byte[] whole;

        /** Keyed digest of what it says. */
        private final String content;

        private final Done before;

        Incoming(
                String participant,
                AdapterCalls.Read read,
                int index,
                Facts facts,
                Transaction transaction,
                Map<ByteBuffer, Incoming> sameMessage) {
            SignalDraft draft = read.drafts().get(index);
            signal = SignalUseCases.newDraft(participant, facts.now(), SignalContent.draft(draft.observation()));
            LocalDate destroyBy = facts.today().plusYears(Candidate.MOST_YEARS);
            for (nl.knelpunt.api.adapter.Subject from : draft.subjects()) {
                Subject subject = new Subject(Ids.next(), signal.id(), from.kind(), null, null, UUID.randomUUID());
                subjects.add(subject);
                for (Value value : from.data()) {
                    data.add(new Datum(
                            Ids.next(),
                            signal.id(),
                            subject.id(),
                            value.category(),
                            value.field(),
                            value.content(),
                            Source.of(participant),
                            PhaseMatrix.SIGNAL,
                            Set.of(),
                            facts.now(),
                            destroyBy,
                            Marks.NONE));
                }
            }
            whole = keyed(participant, "digest:" + read.digest() + ":" + index);
            key = draft.messageId() == null ? whole : keyed(participant, "id:" + draft.messageId());
            content = HexFormat.of().formatHex(keyed(participant, MessageText.of(draft)));
            Incoming twin = sameMessage.putIfAbsent(ByteBuffer.wrap(key), this);
            before = twin == null ? inStore(transaction, index) : twin.twinOf(content, index);
        }

        private byte[] keyed(String participant, String text) {
            return keys.keyed("message", (participant + "\n" + text).getBytes(StandardCharsets.UTF_8));
        }

        private Done twinOf(String other, int index) {
            requireSame(content, other, index);
            return done();
        }

        private static void requireSame(String content, String other, int index) {
            if (content != null && !content.equals(other)) {
                throw new InvalidException(
                        "messageId",
                        new Text(
                                "Signaal " + (index + 1)
                                        + " van dit bericht heeft een nummer dat al voor een ander bericht is gebruikt."
                                        + " Er is niets opgenomen. Geef het een eigen nummer, of pas het concept aan dat er al is.",
                                "Signal " + (index + 1)
                                        + " of this message has a number that was used for another message before."
                                        + " Nothing was taken in. Give it a number of its own, or amend the draft that is there."));
            }
        }

        boolean isRepeat() {
            return before != null;
        }

        private Done done() {
            return isRepeat() ? before : SignalUseCases.done(signal);
        }

        /** What this became when it came before; null when it did not. */
        private Done inStore(Transaction transaction, int index) {
            SignalRepository signals = transaction.signals();
            // The same file again is a repeat, also when its adapter reads it otherwise by now.
            Optional<SignalRepository.Earlier> same = signals.ofMessage(signal.reporter(), whole);
            if (same.isEmpty()) {
                same = signals.ofMessage(signal.reporter(), key);
                same.ifPresent(earlier -> requireSame(earlier.content(), content, index));
            }
            return same.map(SignalRepository.Earlier::signal)
                    .map(id -> signals.find(id).map(SignalUseCases::done).orElse(new Done(id, Done.DESTROYED, 0)))
                    .orElse(null);
        }

        Done insert(Transaction transaction, Facts facts) {
            transaction.signals().insert(signal);
            subjects.forEach(transaction.data()::insert);
            data.forEach(transaction.data()::insert);
            SignalRepository.Earlier message = new SignalRepository.Earlier(signal.id(), content);
            transaction.signals().rememberMessage(signal.reporter(), key, message);
            if (!Arrays.equals(key, whole)) {
                transaction.signals().rememberMessage(signal.reporter(), whole, message);
            }
            Outbox.putDraft(transaction, facts, signal);
            return done();
        }
    }
}
