package nl.knelpunt.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.Regions;
import nl.knelpunt.engine.port.UnavailableException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The region of {@code conf/region.json}, read once. Is there also when the file is broken, so that health can say so. */
@Component(service = {Regions.class, HealthCheck.class})
public final class ConfiguredRegions implements Regions, HealthCheck {

    static final String FOLDER = "knelpunt.conf";
    static final String FILE = "region.json";

    private static final System.Logger LOG = System.getLogger(ConfiguredRegions.class.getName());

    private final Region region;
    private final Text problem;

    @Activate
    public ConfiguredRegions(BundleContext context) {
        this(context.getProperty(FOLDER));
        if (problem != null) {
            LOG.log(System.Logger.Level.ERROR, "{0} ({1})", problem.en(), context.getProperty(FOLDER));
        }
    }

    ConfiguredRegions(String folder) {
        Region read = null;
        Text wrong = null;
        try {
            read = RegionReader.read(content(folder));
        } catch (RegionException e) {
            wrong = sentence(folder, e.reason());
        }
        region = read;
        problem = wrong;
    }

    @Override
    public Region current() {
        if (problem != null) {
            throw new UnavailableException(problem, null);
        }
        return region;
    }

    @Override
    public String name() {
        return "region";
    }

    @Override
    public Optional<Text> problem() {
        return Optional.ofNullable(problem);
    }

    private static byte[] content(String folder) throws RegionException {
        if (folder == null) {
            throw new RegionException(
                    new Text("de map", "the folder"),
                    new Text(
                            "de eigenschap " + FOLDER + " ontbreekt; start met het commando knelpunt",
                            "the property " + FOLDER + " is missing; start with the command knelpunt"));
        }
        try (InputStream in = Files.newInputStream(Path.of(folder, FILE))) {
            byte[] content = in.readNBytes(RegionReader.MOST_BYTES + 1);
            if (content.length > RegionReader.MOST_BYTES) {
                throw new RegionException(
                        new Text("de inhoud", "the content"),
                        new Text("groter dan 1 MB; maak het bestand kleiner", "over 1 MB; make the file smaller"));
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new RegionException(
                    new Text("het bestand zelf", "the file itself"),
                    new Text(
                            "het bestaat niet; maak het met de regio, haar gemeenten en haar deelnemers",
                            "it doesn't exist; make it with the region, its municipalities and its participants"));
        } catch (IOException | InvalidPathException e) {
            throw new RegionException(
                    new Text("het bestand zelf", "the file itself"),
                    new Text(
                            "het kan niet gelezen worden; geef de gebruiker van Knelpunt leesrecht",
                            "it can't be read; give the user of Knelpunt the right to read it"));
        }
    }

    /** Names the file by its own folder only: health is told to whoever asks. */
    private static Text sentence(String folder, Text reason) {
        String file = folder == null
                ? FILE
                : Path.of(folder).toAbsolutePath().normalize().getFileName() + "/" + FILE;
        return new Text(
                "De regio in " + file + " klopt niet. Bij " + reason.nl() + ". Start Knelpunt daarna opnieuw.",
                "The region in " + file + " is wrong. At " + reason.en() + ". Then restart Knelpunt.");
    }
}
