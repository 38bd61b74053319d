package nl.knelpunt.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.signal.Messages;

/** The platform as a drop folder sees it: remembers what was delivered, and can be told to fail. */
final class FakePlatform implements Messages, Router, Keys {

    final List<String> delivered = new ArrayList<>();
    final List<String> endings = new ArrayList<>();
    final Set<String> activeKinds = new HashSet<>(Set.of("police"));
    int attempts;

    /** What happens before a message is taken in. */
    Step step = content -> {};

    interface Step {
        void with(String content) throws MessageException, IOException;
    }

    @Override
    public Delivered deliver(Call call, String participant, Message message) throws MessageException, IOException {
        attempts++;
        if (!call.caller().equals(new Caller.Connection(participant))) {
            throw new IllegalStateException("Delivered by another than the connection: " + call.caller());
        }
        // As a reader does that has seen enough: not to the end.
        String start = new String(message.body().readNBytes(1_000));
        step.with(start);
        int repeated = delivered.contains(start) ? 1 : 0;
        delivered.add(start);
        endings.add(message.fileEnding());
        return new Delivered(List.of(new Done(Ids.next(), "DRAFT", 1)), repeated);
    }

    @Override
    public Set<String> activeKinds() {
        return activeKinds;
    }

    /** No key, but enough to see that it went through one. */
    @Override
    public byte[] keyed(String purpose, byte[] data) {
        byte[] keyed = data.clone();
        keyed[0] ^= (byte) 0xFF;
        return keyed;
    }

    @Override
    public List<PluginDescriptor> active() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<InterventionType> interventionType(String kind, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Lease> lease(String kind) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void hold(String kind, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(String kind) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int inside(Plugin plugin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean drain(Plugin plugin, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cutOff(Plugin plugin, Text reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isCutOff(String kind) {
        return false;
    }

    @Override
    public Optional<Text> cutOff(Plugin plugin) {
        throw new UnsupportedOperationException();
    }
}
