package nl.knelpunt.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import nl.knelpunt.engine.text.TextScanner;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Scans Dutch. Its lists are read when the first text comes, so that they cost nothing at the start; only where the installation adds lines of
 * its own they are read at once, so that health can tell of a mistake.
 */
@Component(service = {TextScanner.class, HealthCheck.class})
public final class DutchTextScanner implements TextScanner, HealthCheck {

    static final String FOLDER = "knelpunt.conf";
    static final String ADDED = "text";

    private static final System.Logger LOG = System.getLogger(DutchTextScanner.class.getName());

    private static final Comparator<TextFind> BY_PLACE =
            Comparator.comparingInt(TextFind::from).thenComparing(TextFind::kind);

    private final Path added;
    private final Text problem;
    private volatile Knowledge knowledge;

    @Activate
    public DutchTextScanner(BundleContext context) {
        this(
                context.getProperty(FOLDER) == null
                        ? null
                        : Path.of(context.getProperty(FOLDER)).resolve(ADDED));
        if (problem != null) {
            LOG.log(System.Logger.Level.ERROR, problem.en());
        }
    }

    DutchTextScanner(Path added) {
        this.added = added;
        Text wrong = null;
        if (added != null && Files.exists(added)) {
            try {
                knowledge();
            } catch (DataException e) {
                wrong = new Text(
                        "Een woordenlijst klopt niet. " + e.reason().nl() + ". Start Knelpunt daarna opnieuw.",
                        "A word list is wrong. " + e.reason().en() + ". Then restart Knelpunt.");
            }
        }
        problem = wrong;
    }

    @Override
    public List<TextFind> scan(String text) {
        if (problem != null) {
            throw new UnavailableException(problem, null);
        }
        Knowledge known = knowledge();
        ReadText read = known.read(text);
        List<TextFind> finds = new ArrayList<>();
        known.rules().find(read, finds::add);
        known.finders().forEach(finder -> finder.find(read, find -> add(find, finds)));
        finds.sort(BY_PLACE);
        return List.copyOf(finds);
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public Optional<Text> problem() {
        return Optional.ofNullable(problem);
    }

    private Knowledge knowledge() {
        Knowledge known = knowledge;
        if (known == null) {
            synchronized (this) {
                known = knowledge;
                if (known == null) {
                    known = Knowledge.from(new DataFiles(added));
                    knowledge = known;
                }
            }
        }
        return known;
    }

    /** The digits of a bank account are not also a telephone number. */
    private static void add(TextFind find, List<TextFind> finds) {
        if (finds.stream()
                .noneMatch(
                        known -> known.kind() == Kind.IBAN && known.from() < find.to() && find.from() < known.to())) {
            finds.add(find);
        }
    }
}
