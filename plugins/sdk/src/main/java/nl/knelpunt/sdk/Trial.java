package nl.knelpunt.sdk;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.booth.Result;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.modules.PluginCheck;

/** What would become of a file, without a server: {@code knelpunt try}. Prints the content of drafts, so only to who has the file. */
public final class Trial {

    private Trial() {}

    /**
     * Looks at a jar and lets it read a file, as the platform would.
     *
     * @param format of the adapter; null to choose by the file's ending
     * @param out takes what would become of it
     * @return whether the jar is sound and the file gives a draft
     * @throws Exception the stage can't be built
     */
    public static boolean run(Path jar, Path file, String format, PrintStream out) throws Exception {
        List<String> problems = new ArrayList<>();
        PluginDescriptor descriptor = PluginCheck.look(jar, Tck.digest(jar), problems);
        if (!problems.isEmpty()) {
            out.println("The jar would not be taken:");
            problems.forEach(p -> out.println("  " + p));
            return false;
        }
        out.printf("%s %s serves the kind \"%s\"%n", descriptor.id(), descriptor.version(), descriptor.kind());
        try (Stage stage = new Stage()) {
            Stage.Plugin plugin = stage.install(jar.toAbsolutePath());
            if (!plugin.problems().isEmpty()) {
                plugin.problems().forEach(p -> out.println("  " + p));
                return false;
            }
            Stage.Adapter adapter =
                    Tck.reader(plugin.start(), file.getFileName() + (format == null ? "" : "=" + format));
            out.println("read as " + adapter.format());
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return print(Calls.read(adapter.reader(), in), out);
            }
        } catch (AssertionError | IllegalStateException e) {
            out.println(e.getMessage());
            return false;
        }
    }

    private static boolean print(Result result, PrintStream out) {
        if (result.unreadable() != null) {
            out.println("refused at " + result.unreadable().where());
            out.println("  nl: " + result.unreadable().reason().nl());
            out.println("  en: " + result.unreadable().reason().en());
            return false;
        }
        List<String> problems = Sound.problems(result);
        if (!problems.isEmpty()) {
            problems.forEach(p -> out.println("not sound: " + p));
            return false;
        }
        for (int i = 0; i < result.drafts().size(); i++) {
            print(i + 1, result.drafts().get(i), out);
        }
        if (result.drafts().isEmpty()) {
            out.println("no signal in it");
        }
        return !result.drafts().isEmpty();
    }

    private static void print(int number, SignalDraft draft, PrintStream out) {
        Observation o = draft.observation();
        out.println();
        out.println("draft " + number);
        line(out, "message id", draft.messageId());
        line(out, "date", o.date());
        line(out, "time", o.time());
        line(out, "observed by", o.observedBy());
        Place place = o.place();
        if (place != null) {
            line(out, "place", place.description());
            line(out, "postcode", place.postcode());
            line(out, "town", place.town());
            line(out, "municipality", place.municipality());
            line(out, "point", place.longitude() == null ? null : place.longitude() + ", " + place.latitude());
        }
        line(out, "what", o.what() == null ? null : o.what().replace("\n", "\n                "));
        for (Subject subject : draft.subjects()) {
            out.println("  " + subject.kind().label().en());
            subject.data().forEach(v -> line(out, "  " + v.field() + " (" + v.category() + ")", v.content()));
        }
    }

    private static void line(PrintStream out, String name, Object value) {
        if (value != null) {
            out.printf("  %-13s %s%n", name, value);
        }
    }
}
