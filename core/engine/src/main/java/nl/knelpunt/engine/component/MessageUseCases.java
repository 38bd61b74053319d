package nl.knelpunt.engine.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.NewDatum;
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
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.Regions;
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

    private final Gate gate;
    private final Router router;
    private final Regions regions;
    private final Keys keys;

    @Activate
    public MessageUseCases(
            @Reference Gate gate, @Reference Router router, @Reference Regions regions, @Reference Keys keys) {
        this.gate = gate;
        this.router = router;
        this.regions = regions;
        this.keys = keys;
    }

    @Override
    public Delivered deliver(Call call, String participant, Message message) throws MessageException, IOException {
        Gate.Asking asking = (t, facts) -> facts.asking(
                new Asked.Towards(facts.region().participant(participant).orElse(null)));
        if (call.isTrial()) {
            // Whether one may deliver; what a message holds only its delivery tells.
            gate.read(call, Act.DELIVER_MESSAGE, null, asking, (t, facts, judge) -> null);
        }
        gate.admit(call, Act.DELIVER_MESSAGE, null, asking);
        String kind = regions.current()
                .participant(participant)
                .map(Participant::kind)
                .orElse("");
        Read read = read(call, kind, message, asking);
        List<Incoming> incoming = new ArrayList<>();
        List<Done> signals = new ArrayList<>();
        gate.change(
                new Call(call.caller(), call.trace(), call.origin()),
                Act.DELIVER_MESSAGE,
                null,
                (t, facts) -> {
                    Facts asked = asking.ask(t, facts);
                    List<Datum> data = new ArrayList<>();
                    List<Subject> subjects = new ArrayList<>();
                    Map<ByteBuffer, Incoming> sameMessage = new HashMap<>();
                    for (int i = 0; i < read.drafts.size(); i++) {
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

    private record Read(List<SignalDraft> drafts, String digest) {}

    private Read read(Call call, String kind, Message message, Gate.Asking asking)
            throws MessageException, IOException {
        try (Router.Lease lease = router.lease(kind).orElse(null)) {
            if (lease == null) {
                // Gone since it was admitted: the guard says so (G51).
                gate.admit(call, Act.DELIVER_MESSAGE, null, asking);
                throw new UnavailableException(
                        new Text(
                                "De module wordt net vervangen. Probeer het zo opnieuw.",
                                "The module is just being replaced. Try again in a moment."),
                        null);
            }
            Plugin.Adapter adapter = choose(lease.plugin().adapters(), message);
            MessageDigest digest = sha256();
            InputStream body = new Bounded(new DigestInputStream(message.body(), digest));
            Drafts drafts = new Drafts();
            try {
                adapter.reader().read(body, drafts);
                // The digest stands for the whole message, also for what the reader did not need.
                body.transferTo(OutputStream.nullOutputStream());
            } catch (TooLarge e) {
                throw new MessageException(
                        "message",
                        new Text(
                                "Het bericht is te groot: hoogstens " + (MOST_BYTES >> 20) + " MiB.",
                                "The message is too large: at most " + (MOST_BYTES >> 20) + " MiB."));
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                // Only the type: a message of the exception may quote the message.
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Adapter {0} of {1} failed with {2}",
                        adapter.format(),
                        lease.plugin().descriptor().id(),
                        e.getClass().getName());
                throw unreadable();
            }
            if (drafts.list.isEmpty()) {
                throw new MessageException(
                        "message", new Text("Dit bericht bevat geen signaal.", "This message holds no signal."));
            }
            return new Read(drafts.list, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static MessageException unreadable() {
        return new MessageException(
                "message",
                new Text(
                        "De module kon dit bericht niet lezen. Er is niets bewaard. Waarschuw de beheerder.",
                        "The module could not read this message. Nothing was kept. Tell the administrator."));
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** One draft on its way into the store. */
    private final class Incoming {

        private final Signal signal;
        private final List<Subject> subjects = new ArrayList<>();
        private final List<Datum> data = new ArrayList<>();
        private final byte[] key;
        private final Done before;

        Incoming(
                String participant,
                Read read,
                int index,
                Facts facts,
                Transaction transaction,
                Map<ByteBuffer, Incoming> sameMessage) {
            SignalDraft draft = read.drafts.get(index);
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
            String id = draft.messageId() == null ? "digest:" + read.digest + ":" + index : "id:" + draft.messageId();
            key = keys.keyed("message", (participant + "\n" + id).getBytes(StandardCharsets.UTF_8));
            Incoming twin = sameMessage.putIfAbsent(ByteBuffer.wrap(key), this);
            before = twin == null ? inStore(transaction) : twin.done();
        }

        boolean isRepeat() {
            return before != null;
        }

        private Done done() {
            return isRepeat() ? before : SignalUseCases.done(signal);
        }

        /** What this became when it came before; null when it did not. */
        private Done inStore(Transaction transaction) {
            return transaction
                    .signals()
                    .ofMessage(signal.reporter(), key)
                    .map(id -> transaction
                            .signals()
                            .find(id)
                            .map(SignalUseCases::done)
                            .orElse(new Done(id, Done.DESTROYED, 0)))
                    .orElse(null);
        }

        Done insert(Transaction transaction, Facts facts) {
            transaction.signals().insert(signal);
            subjects.forEach(transaction.data()::insert);
            data.forEach(transaction.data()::insert);
            transaction.signals().rememberMessage(signal.reporter(), key, signal.id());
            Outbox.putDraft(transaction, facts, signal);
            return done();
        }
    }

    /** Holds the drafts of one message until all of it was read. */
    private static final class Drafts implements DraftSink {

        private final List<SignalDraft> list = new ArrayList<>();

        @Override
        public void accept(SignalDraft draft) throws MessageException {
            String where = "signal " + (list.size() + 1);
            if (list.size() == MOST_DRAFTS) {
                throw new MessageException(
                        where,
                        new Text(
                                "Te veel signalen in één bericht: hoogstens " + MOST_DRAFTS + ".",
                                "Too many signals in one message: at most " + MOST_DRAFTS + "."));
            }
            try {
                Checks.content(SignalContent.draft(draft.observation()));
                for (nl.knelpunt.api.adapter.Subject subject : draft.subjects()) {
                    for (Value value : subject.data()) {
                        Checks.text(value.field(), value.content(), NewDatum.MOST_CHARACTERS);
                    }
                }
            } catch (InvalidException e) {
                throw new MessageException(where + ", " + e.field(), e.reason());
            }
            list.add(draft);
        }
    }

    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Has no {@code skip} of its own, so that bytes which a reader skips are counted and digested too. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws TooLarge {
            left -= read;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        /** The body belongs to the caller. */
        @Override
        public void close() {}
    }
}
