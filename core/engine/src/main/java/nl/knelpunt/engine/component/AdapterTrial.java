package nl.knelpunt.engine.component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.booth.Booth;
import nl.knelpunt.booth.Limits;
import nl.knelpunt.booth.Result;
import nl.knelpunt.booth.Sieve;
import nl.knelpunt.engine.module.Pace;
import nl.knelpunt.engine.module.SelfTest;
import nl.knelpunt.engine.plugin.Plugin;
import org.osgi.service.component.annotations.Component;

/** Tries adapters in a booth, as calls are made, with less time and room. */
@Component
public final class AdapterTrial implements SelfTest {

    private static final String THREAD = "knelpunt-trial-";
    private static final String OWN_SUBJECTS = "own-subjects";
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), 256 << 10, 1_000, 1 << 20);

    /** What is no message in any format: no text in UTF-8, no archive, no picture. */
    private static final byte[] GARBAGE = garbage();

    private static byte[] garbage() {
        byte[] bytes = new byte[4 << 10];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0xF8 | i * 31 >> 2);
        }
        return bytes;
    }

    @Override
    public List<Text> of(Plugin plugin) {
        List<Text> wrong = new ArrayList<>();
        Pace pace = new Pace();
        for (Plugin.Adapter adapter : plugin.adapters()) {
            tryOut(adapter, new Text("een leeg bericht", "an empty message"), new byte[0], wrong);
            pace.breathe();
            tryOut(adapter, new Text("onzin", "nonsense"), GARBAGE, wrong);
            pace.breathe();
        }
        plugin.ownSubjects().ifPresent(reader -> {
            for (byte[] list : List.of(new byte[0], GARBAGE)) {
                Sieve sieve = new Sieve(List.of(), Map.of("", new byte[32]), "", 1_000);
                tryOut(
                        OWN_SUBJECTS,
                        new Text("een lijst die er geen is", "a list that is none"),
                        () -> Booth.open(reader, sieve, THREAD + OWN_SUBJECTS, LIMITS),
                        list,
                        wrong);
                pace.breathe();
            }
        });
        return wrong;
    }

    private static void tryOut(Plugin.Adapter adapter, Text name, byte[] message, List<Text> wrong) {
        tryOut(
                adapter.format(),
                name,
                () -> Booth.open(adapter.reader(), THREAD + adapter.format(), LIMITS),
                message,
                wrong);
    }

    private static void tryOut(String what, Text name, Supplier<Booth> opening, byte[] message, List<Text> wrong) {
        Text problem = problem(read(opening, message));
        if (problem != null) {
            wrong.add(new Text(
                    "\"" + what + "\" kreeg " + name.nl() + " en " + problem.nl(),
                    "\"" + what + "\" was given " + name.en() + " and " + problem.en()));
        }
    }

    private static Result read(Supplier<Booth> opening, byte[] message) {
        Booth booth = opening.get();
        Result result = null;
        try {
            if (message.length > 0) {
                booth.give(message);
            }
            result = booth.finish();
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result = booth.abandon();
            return result;
        } finally {
            if (result == null) {
                booth.abandon();
            }
        }
    }

    /** Null when it did well. */
    private static Text problem(Result result) {
        return switch (result.end()) {
            case READ ->
                result.drafts().isEmpty() ? null : new Text("maakte er een signaal van.", "made a signal of it.");
            case UNREADABLE -> unlocated(result.unreadable());
            case FAILED ->
                new Text(
                        "faalde met " + result.failure() + " in plaats van te zeggen wat er mis is.",
                        "failed with " + result.failure() + " instead of saying what is wrong.");
            case STUCK ->
                new Text(
                        "was na " + LIMITS.time().toSeconds() + " s niet klaar.",
                        "was not ready after " + LIMITS.time().toSeconds() + " s.");
            case OUT_OF_MEMORY -> new Text("vulde het geheugen.", "filled the memory.");
        };
    }

    private static Text unlocated(MessageException said) {
        boolean isLocated = said.where() != null && !said.where().isBlank();
        return isLocated ? null : new Text("zei niet waar het mis is.", "did not say where it is wrong.");
    }
}
