package nl.knelpunt.engine.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.recognition.OwnSubjects;
import nl.knelpunt.booth.Booth;
import nl.knelpunt.booth.Limits;
import nl.knelpunt.booth.Result;
import nl.knelpunt.booth.Sieve;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.plugin.ModuleException;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.engine.signal.SignalContent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The one place where adapters are called: each call in a booth, few at a time per kind of participant, and what comes out is
 * looked at before anybody uses it. A plugin whose call does not end, or fills the memory, is cut off.
 */
@Component(
        service = {AdapterCalls.class, HealthCheck.class},
        configurationPid = AdapterCalls.PID)
@Designate(ocd = AdapterCalls.Settings.class)
public final class AdapterCalls implements HealthCheck {

    static final String PID = "nl.knelpunt.engine.adapters";

    private static final System.Logger LOG = System.getLogger(AdapterCalls.class.getName());
    private static final String THREAD = "knelpunt-adapter-";
    private static final String OWN_SUBJECTS = "own-subjects";
    private static final int CHUNK = 64 << 10;
    private static final long PATIENCE_SECONDS = 2;

    /** An adapter that is slower than this on a long message counts as stuck. */
    private static final long LEAST_BYTES_PER_SECOND = 256 << 10;

    /** What an adapter may allocate for each byte that it reads without being suspected. */
    private static final int BYTES_PER_BYTE = 32;

    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final Pattern FIELD = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    @ObjectClassDefinition(name = "Calls of adapters")
    @interface Settings {

        @AttributeDefinition(
                description = "Seconds that a call may take, 1 to 3600; a module that takes longer is cut off")
        String seconds() default "60";

        @AttributeDefinition(description = "Calls of one kind of participant at a time, 1 to 100")
        String atOnce() default "8";
    }

    /**
     * What an adapter read, and the digest of the whole message.
     *
     * @param drafts within their sizes, never empty
     * @param digest SHA-256, hex
     */
    record Read(List<SignalDraft> drafts, String digest) {

        @Override
        public String toString() {
            return "Read[" + drafts.size() + "]";
        }
    }

    /** @param places by kind of participant */
    private record Configured(Duration time, int atOnce, Map<String, Semaphore> places, Text problem) {}

    private final Router router;
    private final List<Booth> stuck = new CopyOnWriteArrayList<>();
    private volatile Configured configured;

    @Activate
    public AdapterCalls(Settings settings, @Reference Router router) {
        this.router = router;
        change(settings);
    }

    AdapterCalls(Duration time, int atOnce, Router router) {
        this.router = router;
        this.configured = new Configured(time, atOnce, new ConcurrentHashMap<>(), null);
    }

    /** A change of the file holds from the next call. */
    @Modified
    void change(Settings settings) {
        int seconds = number(settings.seconds(), 3_600);
        int atOnce = number(settings.atOnce(), 100);
        configured = new Configured(
                Duration.ofSeconds(seconds),
                atOnce,
                new ConcurrentHashMap<>(),
                seconds > 0 && atOnce > 0
                        ? null
                        : new Text(
                                "conf/" + PID
                                        + ".cfg klopt niet: seconds is een aantal van 1 tot en met 3600, atOnce een"
                                        + " aantal van 1 tot en met 100. Verbeter het bestand.",
                                "conf/" + PID
                                        + ".cfg is wrong: seconds is a number from 1 to 3600, atOnce a number from"
                                        + " 1 to 100. Correct the file."));
    }

    /** 0 when it is no number from 1 to {@code most}. */
    private static int number(String text, int most) {
        try {
            int number = Integer.parseInt(text.trim());
            return number >= 1 && number <= most ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public String name() {
        return "adapters";
    }

    @Override
    public Optional<Text> problem() {
        return Optional.ofNullable(configured.problem);
    }

    @Override
    public Optional<Text> concern() {
        stuck.removeIf(booth -> !booth.isOccupied());
        int count = stuck.size();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Text(
                        "Aanroepen van modules die zijn afgebroken maar nog draaien: " + count
                                + ". Ze kosten rekentijd of geheugen tot de server herstart.",
                        "Calls of modules that were cut off but still run: " + count
                                + ". They take processor time or memory until the server is restarted."));
    }

    /**
     * Lets an adapter read a message, under the lease of the caller.
     *
     * @param body read to its end when the message can be read
     * @param faulty told, before this throws, when the plugin failed rather than the message
     * @throws MessageException the message can't be read, or the adapter failed on it
     * @throws IOException of the body
     * @throws ModuleException too many calls of this kind, or this one was cut off
     */
    Read read(Plugin plugin, Plugin.Adapter adapter, InputStream body, Runnable faulty)
            throws MessageException, IOException {
        Configured now = usable();
        Semaphore places = places(now, plugin);
        acquire(places);
        try {
            OneCall call = new OneCall(
                    plugin,
                    adapter.format(),
                    limits -> Booth.open(adapter.reader(), THREAD + adapter.format(), limits),
                    now.time,
                    faulty);
            return read(call, body);
        } finally {
            places.release();
        }
    }

    /**
     * Lets a plugin read the list of its participant's own subjects into a sieve, under the lease of the caller.
     *
     * @param list read to its end when it can be read
     * @throws MessageException the list can't be read, or the plugin failed on it
     * @throws IOException of the list
     * @throws ModuleException the plugin reads none, too many calls of this kind, or this one was cut off
     */
    void sift(Plugin plugin, InputStream list, Sieve sieve) throws MessageException, IOException {
        Configured now = usable();
        OwnSubjects reader = plugin.ownSubjects()
                .orElseThrow(() -> new ModuleException(new Text(
                        "De module van uw organisatie biedt geen herkenningshulp.",
                        "Your organisation's module offers no recognition help.")));
        Semaphore places = places(now, plugin);
        acquire(places);
        try {
            OneCall call = new OneCall(
                    plugin,
                    OWN_SUBJECTS,
                    limits -> Booth.open(reader, sieve, THREAD + OWN_SUBJECTS, limits),
                    now.time,
                    () -> {});
            Result result = feed(call, new Bounded(list));
            if (result.end() != Result.End.READ) {
                throw call.failure(result);
            }
        } catch (TooLarge e) {
            throw new MessageException(
                    "list",
                    new Text(
                            "De lijst is te groot: hoogstens " + (Messages.MOST_BYTES >> 20) + " MiB.",
                            "The list is too large: at most " + (Messages.MOST_BYTES >> 20) + " MiB."));
        } finally {
            places.release();
        }
    }

    private Configured usable() {
        Configured now = configured;
        if (now.problem != null) {
            throw new UnavailableException(now.problem, null);
        }
        return now;
    }

    private static Semaphore places(Configured now, Plugin plugin) {
        return now.places.computeIfAbsent(plugin.descriptor().kind(), k -> new Semaphore(now.atOnce));
    }

    private static void acquire(Semaphore places) {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ModuleException(new Text(
                "De module heeft het te druk. Er is niets bewaard. Probeer het zo opnieuw.",
                "The module is too busy. Nothing was kept. Try again in a moment."));
    }

    private Read read(OneCall call, InputStream body) throws MessageException, IOException {
        MessageDigest digest = sha256();
        Bounded bounded = new Bounded(new DigestInputStream(body, digest));
        try {
            Result result = feed(call, bounded);
            if (result.end() != Result.End.READ) {
                throw call.failure(result);
            }
            // The digest stands for the whole message, also for what the reader did not need.
            bounded.transferTo(OutputStream.nullOutputStream());
            call.check(result.drafts());
            return new Read(result.drafts(), HexFormat.of().formatHex(digest.digest()));
        } catch (TooLarge e) {
            throw new MessageException(
                    "message",
                    new Text(
                            "Het bericht is te groot: hoogstens " + (Messages.MOST_BYTES >> 20) + " MiB.",
                            "The message is too large: at most " + (Messages.MOST_BYTES >> 20) + " MiB."));
        }
    }

    /** Hands the message over, on the thread of the caller: an adapter never touches the connection. */
    private Result feed(OneCall call, Bounded body) throws IOException {
        Booth booth = call.opening.apply(call.limits());
        Result result = null;
        try {
            byte[] buffer = new byte[CHUNK];
            boolean takes = true;
            for (int read = body.read(buffer); takes && read >= 0; read = takes ? body.read(buffer) : -1) {
                takes = read == 0 || booth.give(Arrays.copyOf(buffer, read));
            }
            result = booth.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModuleException(new Text(
                    "De server stopt. Er is niets bewaard. Probeer het later opnieuw.",
                    "The server stops. Nothing was kept. Try again later."));
        } finally {
            if (result == null) {
                result = booth.abandon();
            }
            call.look(booth, result, body.count());
        }
        return result;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** One call, and what is made of its end. */
    private final class OneCall {

        private final Plugin plugin;
        /** Format of an adapter, or {@link #OWN_SUBJECTS}. */
        private final String name;

        private final Function<Limits, Booth> opening;
        private final Duration time;
        private final Runnable faulty;

        OneCall(Plugin plugin, String name, Function<Limits, Booth> opening, Duration time, Runnable faulty) {
            this.plugin = plugin;
            this.name = name;
            this.opening = opening;
            this.time = time;
            this.faulty = faulty;
        }

        Limits limits() {
            return new Limits(time, LEAST_BYTES_PER_SECOND, Messages.MOST_DRAFTS, Messages.MOST_CHARACTERS);
        }

        /** Cuts off a plugin that harms others. */
        void look(Booth booth, Result result, long bytes) {
            if (result.end() == Result.End.STUCK) {
                stuck.add(booth);
                faulty.run();
                cutOff(new Text(
                        "Een aanroep van \"" + name + "\" was na " + time.toSeconds() + " s niet klaar.",
                        "A call of \"" + name + "\" was not ready after " + time.toSeconds() + " s."));
            } else if (result.end() == Result.End.OUT_OF_MEMORY) {
                log(System.Logger.Level.ERROR, "ran out of memory");
                // Who else runs out while one fills the memory is not to blame.
                if (result.allocated() - BYTES_PER_BYTE * bytes
                        > Runtime.getRuntime().maxMemory() / 2) {
                    cutOff(new Text(
                            "Een aanroep van \"" + name + "\" vulde het geheugen.",
                            "A call of \"" + name + "\" filled the memory."));
                }
            }
        }

        private void cutOff(Text reason) {
            router.cutOff(plugin, reason);
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Plugin {0} {1} is cut off: {2}",
                    plugin.descriptor().id(),
                    plugin.descriptor().version(),
                    reason.en());
        }

        MessageException failure(Result result) {
            return switch (result.end()) {
                case UNREADABLE -> told(result.unreadable());
                case FAILED, OUT_OF_MEMORY -> failed("failed with " + result.failure());
                case STUCK ->
                    throw new ModuleException(new Text(
                            "De module deed te lang over dit bericht en is uitgezet. Er is niets bewaard. Waarschuw de"
                                    + " beheerder.",
                            "The module took too long over this message and was switched off. Nothing was kept. Tell"
                                    + " the administrator."));
                case READ -> throw new IllegalArgumentException(result.toString());
            };
        }

        /** What the adapter says goes to the sender, the receipt and the log, so only what these can hold. */
        private MessageException told(MessageException said) {
            Text reason = said.reason();
            boolean sound = said.where().length() <= LONGEST_PLACE
                    && Math.max(reason.nl().length(), reason.en().length()) <= LONGEST_REASON
                    && !CONTROL.matcher(said.where() + reason.nl() + reason.en())
                            .find();
            return sound
                    ? new MessageException(said.where(), reason)
                    : failed("gave an error that can't be shown: too long, or with control characters");
        }

        void check(List<SignalDraft> drafts) throws MessageException {
            if (drafts.isEmpty()) {
                throw new MessageException(
                        "message", new Text("Dit bericht bevat geen signaal.", "This message holds no signal."));
            }
            for (int i = 0; i < drafts.size(); i++) {
                String where = "signal " + (i + 1);
                try {
                    check(drafts.get(i));
                } catch (InvalidException e) {
                    throw new MessageException(where + ", " + e.field(), e.reason());
                }
            }
        }

        private void check(SignalDraft draft) throws MessageException {
            Checks.content(SignalContent.draft(draft.observation()));
            for (Subject subject : draft.subjects()) {
                for (Value value : subject.data()) {
                    if (!FIELD.matcher(value.field()).matches()) {
                        throw failed("named a field not in lower case letters, digits and hyphens");
                    }
                    Checks.text(value.field(), value.content(), NewDatum.MOST_CHARACTERS);
                }
            }
        }

        private MessageException failed(String how) {
            faulty.run();
            log(System.Logger.Level.WARNING, how);
            return new MessageException(
                    "message",
                    new Text(
                            "De module kon dit bericht niet lezen. Er is niets bewaard. Waarschuw de beheerder.",
                            "The module could not read this message. Nothing was kept. Tell the administrator."));
        }

        private void log(System.Logger.Level level, String how) {
            LOG.log(level, "Adapter {0} of {1} {2}", name, plugin.descriptor().id(), how);
        }
    }

    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long count;

        Bounded(InputStream in) {
            this.in = in;
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = {0};
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count += Math.max(read, 0);
            if (count > Messages.MOST_BYTES) {
                throw new TooLarge();
            }
            return read;
        }
    }
}
