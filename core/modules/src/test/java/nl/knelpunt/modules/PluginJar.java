package nl.knelpunt.modules;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.knelpunt.modules.fixture.IncidentAdapter;

/** Makes plugin jars the way a plugin's own build does, with bnd; sound unless told otherwise. */
final class PluginJar {

    static final String POLICE = """
            {"kind": "police", "name": {"nl": "Politie", "en": "Police"}, "organs": ["POLITIE"],
             "tasks": ["politiewet-3"], "categories": ["IDENTIFICATION", "VEHICLE"]}
            """;
    static final String CUSTOMS = """
            {"kind": "customs", "name": {"nl": "Douane", "en": "Customs"}, "organs": ["DOUANE"],
             "tasks": ["douanewet"], "categories": ["IDENTIFICATION"]}
            """;
    static final String PATROL = """
            [{"code": "patrol", "name": {"nl": "Surveillance", "en": "Patrol"}, "category": "PREVENTION",
              "organ": "POLITIE", "task": "politiewet-3",
              "basis": {"law": "Politiewet 2012", "article": "3", "version": "2025", "checkedByJurist": false},
              "decision": {"nl": "feitelijk handelen", "en": "factual act"},
              "conditions": {"nl": "gezag", "en": "authority"}, "dataNeeded": ["VEHICLE"],
              "expectedEffect": {"nl": "rust", "en": "calm"}, "sideEffect": {"nl": "drukte", "en": "crowds"},
              "barrierStep": {"nl": "vervoer", "en": "transport"}}]
            """;

    static final String FORM = """
            {"title": {"nl": "Controle", "en": "Check"}, "help": {"nl": "Na een controle.", "en": "After a check."},
             "schema": {"type": "object", "additionalProperties": false, "required": ["wat"], "properties": {
               "wat": {"type": "string", "maxLength": 4000,
                 "knelpunt": {"label": {"nl": "Wat", "en": "What"}, "complete": true, "to": "observation.what"}},
               "soort": {"type": "string", "enum": ["a"], "knelpunt": {"label": {"nl": "Soort", "en": "Kind"},
                 "options": {"a": {"nl": "Auto", "en": "Car"}}, "to": "observation.what"}},
               "kenteken": {"type": "string", "knelpunt": {"label": {"nl": "Kenteken", "en": "Plate"},
                 "datum": {"subject": "auto", "kind": "OBJECT", "category": "VEHICLE", "field": "kenteken"}}}}}}
            """;

    static final String PANEL = """
            {"title": {"nl": "Kenteken", "en": "Plate"}, "data": [{"category": "VEHICLE", "field": "kenteken"}]}
            """;

    static final String PANEL_SCRIPT = "export default ({ content }) => [{ text: content }];";

    /** Nothing of a vehicle is looked at by anybody but its supplier. */
    static final String RULES = """
            [{"id": "P1", "title": {"nl": "Voertuigen", "en": "Vehicles"}, "article": "Wpg 3(2)", "checkedByJurist": false,
              "validFrom": "2025-03-01", "moments": ["LOOK"],
              "message": {"nl": "Voertuigen blijven bij de politie.", "en": "Vehicles stay with the police."},
              "remedy": {"nl": "Vraag de politie.", "en": "Ask the police."},
              "refuseWhen": {"all": [{"categoryIn": ["VEHICLE"]}, {"not": {"recipientIn": ["SUPPLIER"]}}]}}]
            """;

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    static PluginJar police() {
        return new PluginJar()
                .header("Bundle-SymbolicName", "test.police")
                .header("Bundle-Version", "1.0.0")
                .adapter(IncidentAdapter.class)
                .file(DescriptorReader.PARTICIPANT, POLICE)
                .file(DescriptorReader.INTERVENTIONS, PATROL);
    }

    static PluginJar customs() {
        return police().header("Bundle-SymbolicName", "test.customs")
                .file(DescriptorReader.PARTICIPANT, CUSTOMS)
                .file(DescriptorReader.INTERVENTIONS, "[]");
    }

    PluginJar version(String version) {
        return header("Bundle-Version", version);
    }

    PluginJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Only this adapter is in the jar. */
    PluginJar adapter(Class<?> adapter) {
        String folder = adapter.getPackageName().replace('.', '/');
        header(
                "-includeresource.classes",
                folder + "=" + Path.of("target/test-classes", folder) + ";filter:=" + adapter.getSimpleName()
                        + "*.class");
        return header("-dsannotations", adapter.getName());
    }

    /** Null takes the file out. */
    PluginJar file(String name, String content) {
        files.put(name, content);
        return this;
    }

    /** Puts the jar in place in one step, with a time of change long ago, as somebody would who does it well. */
    Path write(Path path) throws Exception {
        Path unfinished = path.resolveSibling(path.getFileName() + ".part");
        try (Builder builder = new Builder()) {
            builder.setClasspath(
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(File::new)
                            .filter(File::exists)
                            .toArray(File[]::new));
            builder.setProperty("-noimportjava", "true");
            builder.setProperty("-noextraheaders", "true");
            // The same jar has the same bytes, whenever it is made: no time of the clock in it.
            builder.setProperty("-reproducible", "true");
            headers.forEach(builder::setProperty);
            Jar jar = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new IllegalStateException(builder.getErrors().toString());
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (file.getValue() != null) {
                    jar.putResource(
                            file.getKey(), new EmbeddedResource(file.getValue().getBytes(StandardCharsets.UTF_8), 0));
                }
            }
            jar.write(unfinished.toFile());
        }
        Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS)));
        return Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
