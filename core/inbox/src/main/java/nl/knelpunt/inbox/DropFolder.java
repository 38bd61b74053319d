package nl.knelpunt.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.ModuleException;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.engine.signal.Messages.Delivered;
import nl.knelpunt.inbox.DroppedFiles.Dropped;
import nl.knelpunt.inbox.DroppedFiles.Stamp;

/**
 * The drop folder of one participant. A file is delivered, then its receipt written, then the file deleted: a crash in between
 * delivers it again, which has no second effect. For one thread at a time. File names stay out of the log: senders put names of
 * people in them.
 */
final class DropFolder {

    private static final Logger LOG = System.getLogger(DropFolder.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** A file between its delivery and its end; hidden, so that nobody takes it for new. */
    private static final String TAKEN = ".taken-";

    private final Path folder;
    private final Path done;
    private final Path refused;
    private final Participant participant;
    private final Messages messages;
    private final Router router;
    private final Keys keys;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final DroppedFiles files;

    private boolean made;
    private boolean waitsForPlugin;
    private String trouble;
    private Wait platform = Wait.NONE;
    private final Map<Path, Wait> failed = new HashMap<>();

    /**
     * @param stopping asked between two files
     */
    DropFolder(
            Path inbox,
            Participant participant,
            Messages messages,
            Router router,
            Keys keys,
            Clock clock,
            BooleanSupplier stopping) {
        this.folder = inbox.resolve(participant.id());
        this.done = folder.resolve("done");
        this.refused = folder.resolve("refused");
        this.participant = participant;
        this.messages = messages;
        this.router = router;
        this.keys = keys;
        this.clock = clock;
        this.stopping = stopping;
        this.files = new DroppedFiles(folder);
    }

    /** Until when to leave something alone that went wrong, longer each time. */
    private record Wait(int times, Instant until) {

        static final Wait NONE = new Wait(0, Instant.MIN);

        Wait longer(Instant now) {
            Duration wait = Duration.ofSeconds(1L << Math.min(times, 6));
            return new Wait(times + 1, now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
        }

        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }
    }

    /** Looks once and delivers what is whole. Never throws: what goes wrong is logged and tried again. */
    void poll() {
        try {
            make();
            deliverAll(files.look());
            trouble = null;
        } catch (IOException e) {
            // Made anew at the next look, should somebody have thrown it away.
            made = false;
            String now = e.getClass().getName();
            if (!now.equals(trouble)) {
                LOG.log(Level.WARNING, "Drop folder of {0} can''t be read or written: {1}", participant.id(), now);
            }
            trouble = now;
        } catch (RuntimeException | Error e) {
            // Whatever it was, the folder must be looked at again.
            LOG.log(Level.ERROR, "Drop folder of {0} failed: {1}", participant.id(), place(e));
        }
    }

    private void make() throws IOException {
        if (made) {
            return;
        }
        Files.createDirectories(done);
        Files.createDirectories(refused);
        Writing.removeUnfinished(done);
        Writing.removeUnfinished(refused);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, TAKEN + "*")) {
            for (Path taken : left) {
                giveBack(taken, folder.resolve("again-" + FileNames.safe(taken).substring(TAKEN.length())));
            }
        }
        made = true;
    }

    private void deliverAll(List<Dropped> dropped) throws IOException {
        failed.keySet().retainAll(dropped.stream().map(Dropped::file).collect(Collectors.toSet()));
        if (dropped.isEmpty()) {
            return;
        }
        boolean active = router.activeKinds().contains(participant.kind());
        if (active == waitsForPlugin) {
            waitsForPlugin = !active;
            LOG.log(
                    Level.INFO,
                    active
                            ? "Files of {0} are delivered again: its plugin is active"
                            : "Files of {0} wait until its plugin is active",
                    participant.id());
        }
        for (Dropped one : dropped) {
            if (waitsForPlugin || stopping.getAsBoolean() || !platform.isOver(clock.instant())) {
                return;
            }
            if (failed.getOrDefault(one.file(), Wait.NONE).isOver(clock.instant())) {
                deliver(one);
            }
        }
    }

    private void deliver(Dropped dropped) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream file = Files.newInputStream(dropped.file(), LinkOption.NOFOLLOW_LINKS);
                InputStream body = new DigestInputStream(file, sha256)) {
            Call call = new Call(new Caller.Connection(participant.id()), Ids.next(), "inbox");
            Delivered delivered = messages.deliver(
                    call, participant.id(), new Messages.Message(body, null, FileNames.ending(dropped.file()), null));
            body.transferTo(OutputStream.nullOutputStream());
            platform = Wait.NONE;
            accepted(dropped, delivered, keys.keyed("receipt", sha256.digest()));
        } catch (RefusedException e) {
            if (e.findings().stream().anyMatch(finding -> finding.rule().equals("G51"))) {
                // Its plugin went in the meantime, so the file waits for it.
                return;
            }
            refuse(dropped, Reasons.of(e));
        } catch (MessageException e) {
            refuse(dropped, Reasons.of(e));
        } catch (InvalidException e) {
            refuse(dropped, Reasons.of(e));
        } catch (UnavailableException e) {
            if (platform.times() == 0) {
                LOG.log(
                        Level.WARNING,
                        "Files of {0} wait: {1}",
                        participant.id(),
                        e.reason().en());
            }
            platform = platform.longer(clock.instant());
        } catch (ModuleException e) {
            Wait before = failed.getOrDefault(dropped.file(), Wait.NONE);
            if (before.times() == 0) {
                LOG.log(
                        Level.WARNING,
                        "A file of {0} waits: {1}",
                        participant.id(),
                        e.reason().en());
            }
            failed.put(dropped.file(), before.longer(clock.instant()));
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "A file of {0} was taken back", participant.id());
        } catch (IOException | RuntimeException | LinkageError e) {
            // Should it have been taken already, it is given back.
            made = false;
            Wait before = failed.getOrDefault(dropped.file(), Wait.NONE);
            if (before.times() == 0) {
                LOG.log(Level.WARNING, "A file of {0} can''t be delivered now: {1}", participant.id(), place(e));
            }
            failed.put(dropped.file(), before.longer(clock.instant()));
        }
    }

    private void accepted(Dropped dropped, Delivered delivered, byte[] digest) throws IOException {
        Instant now = clock.instant();
        Receipt receipt = new Receipt(
                participant.id(),
                dropped.file().getFileName().toString(),
                now,
                HexFormat.of().formatHex(digest),
                delivered);
        Writing.write(
                unused(done, FileNames.safe(dropped.file()) + "." + FileNames.time(now), ".json"), receipt::writeTo);
        Optional<Path> taken = take(dropped);
        if (taken.isPresent()) {
            Files.delete(taken.get());
        }
        LOG.log(
                Level.INFO,
                "A file of {0} became {1} drafts, {2} of them known already",
                participant.id(),
                delivered.signals().size(),
                delivered.repeated());
    }

    private void refuse(Dropped dropped, Reasons reasons) throws IOException {
        Optional<Path> taken = take(dropped);
        if (taken.isEmpty()) {
            return;
        }
        Path target = refused.resolve(dropped.file().getFileName());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            target = unused(refused, FileNames.time(clock.instant()), "-" + FileNames.safe(dropped.file()));
        }
        Path explained = refused.resolve(FileNames.safe(target) + ".reasons.txt");
        Files.deleteIfExists(explained);
        Writing.write(explained, out -> out.write(reasons.toString().getBytes(StandardCharsets.UTF_8)));
        Files.move(taken.get(), target, StandardCopyOption.ATOMIC_MOVE);
        LOG.log(Level.INFO, "A file of {0} was refused; its reasons lie beside it", participant.id());
    }

    /**
     * Takes the file that was delivered out of the sender's hands.
     *
     * @return empty when a newer one had come in its place, which is delivered in its turn
     */
    private Optional<Path> take(Dropped dropped) throws IOException {
        String ending = FileNames.ending(Path.of(FileNames.safe(dropped.file())));
        Path taken = folder.resolve(TAKEN + UUID.randomUUID() + (ending == null ? "" : "." + ending));
        try {
            Files.move(dropped.file(), taken, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (Stamp.of(taken).equals(dropped.stamp())) {
            return Optional.of(taken);
        }
        giveBack(taken, dropped.file());
        return Optional.empty();
    }

    private void giveBack(Path taken, Path name) throws IOException {
        try {
            Files.move(taken, name);
        } catch (FileAlreadyExistsException e) {
            Files.move(taken, unused(folder, FileNames.time(clock.instant()), "-" + FileNames.safe(name)));
        }
    }

    private static Path unused(Path folder, String start, String end) {
        Path path = folder.resolve(start + end);
        for (int i = 1; Files.exists(path, LinkOption.NOFOLLOW_LINKS); i++) {
            path = folder.resolve(start + "-" + i + end);
        }
        return path;
    }

    /** Where it went wrong, without the message, which may quote the file or its name. */
    private static String place(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
