package nl.knelpunt.modules;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plugin.DatumPanel;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.SignalForm;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Reads what a plugin's jar says of itself. Runs nothing of the jar. */
final class DescriptorReader {

    static final String PARTICIPANT = "knelpunt/participant.json";
    static final String INTERVENTIONS = "knelpunt/interventions.json";
    static final String RULES = "knelpunt/rules.json";
    static final String FORMS = "knelpunt/forms/";
    static final String HELP = "knelpunt/help_%s.md";
    static final String MODULE = "knelpunt/module.json";
    static final int LARGEST_FILE = 1 << 20;

    private static final ObjectMapper JSON = strict();

    /** The content of {@value #PARTICIPANT}. Lists where the descriptor has sets, so that a mistake has a place. */
    record ParticipantFile(
            String kind, Text name, List<Organ> organs, List<String> tasks, List<DataCategory> categories) {}

    /**
     * @throws BrokenPluginException with every mistake that was found, each with file and path
     * @throws IOException the file system failed, which says nothing of the plugin
     */
    PluginDescriptor read(Path path, String digest) throws IOException, BrokenPluginException {
        try (JarFile jar = JarCheck.unverified(path)) {
            Attributes manifest = manifest(jar);
            Problems problems = new Problems();
            ParticipantFile participant = parse(jar, PARTICIPANT, new TypeReference<ParticipantFile>() {}, problems);
            List<InterventionType> interventions = jar.getJarEntry(INTERVENTIONS) == null
                    ? List.of()
                    : parse(jar, INTERVENTIONS, new TypeReference<List<InterventionType>>() {}, problems);
            JsonNode rules = jar.getJarEntry(RULES) == null
                    ? null
                    : parse(jar, RULES, new TypeReference<JsonNode>() {}, problems);
            problems.throwIfAny();
            checkParticipant(participant, problems);
            checkInterventions(interventions, participant, problems);
            List<SectorRule> sector =
                    rules == null ? List.of() : new RulesReader(RULES, participant, problems).read(rules);
            List<SignalForm> forms = new ArrayList<>();
            for (String file : FormReader.files(jar, problems)) {
                JsonNode form = parse(jar, file, new TypeReference<JsonNode>() {}, problems);
                if (form != null) {
                    new FormReader(file, participant, problems).read(form).ifPresent(forms::add);
                }
            }
            List<DatumPanel> panels = new PanelReader(jar, participant, problems).read();
            Text help = help(jar, problems);
            problems.throwIfAny();
            return new PluginDescriptor(
                    id(manifest),
                    version(manifest),
                    digest,
                    participant.kind(),
                    participant.name(),
                    Set.copyOf(participant.organs()),
                    Set.copyOf(participant.tasks()),
                    Set.copyOf(participant.categories()),
                    List.copyOf(interventions),
                    sector,
                    forms,
                    panels,
                    help);
        } catch (ZipException | EOFException | SecurityException | IllegalArgumentException e) {
            throw BrokenPluginException.notSound(e);
        }
    }

    /**
     * @throws BrokenPluginException with every mistake in {@value #MODULE}
     * @throws IOException the file system failed, which says nothing of the plugin
     */
    Handling handling(Path path) throws IOException, BrokenPluginException {
        try (JarFile jar = JarCheck.unverified(path)) {
            if (jar.getJarEntry(MODULE) == null) {
                return Handling.NONE;
            }
            Problems problems = new Problems();
            Handling handling = parse(jar, MODULE, new TypeReference<Handling>() {}, problems);
            problems.throwIfAny();
            if (handling.schema() < 1) {
                problems.add(MODULE, "$.schema", "is een heel getal vanaf 1", "is a whole number from 1");
            }
            for (int i = 0; i < handling.steps().size(); i++) {
                int to = handling.steps().get(i).to();
                if (to < 2 || to > handling.schema()) {
                    problems.add(
                            MODULE,
                            "$.steps[" + i + "].to",
                            "is een versie van 2 tot en met die van \"schema\"",
                            "is a version from 2 to that of \"schema\"");
                }
            }
            problems.throwIfAny();
            return handling;
        } catch (ZipException | EOFException | SecurityException | IllegalArgumentException e) {
            throw BrokenPluginException.notSound(e);
        }
    }

    private static Attributes manifest(JarFile jar) throws IOException, BrokenPluginException {
        Manifest manifest = jar.getManifest();
        if (manifest == null || id(manifest.getMainAttributes()).isEmpty()) {
            throw new BrokenPluginException(
                    JarFile.MANIFEST_NAME + ": heeft geen Bundle-SymbolicName, dus de jar is geen module",
                    JarFile.MANIFEST_NAME + ": has no Bundle-SymbolicName, so the jar is no plugin");
        }
        return manifest.getMainAttributes();
    }

    private static String id(Attributes manifest) {
        return Objects.toString(manifest.getValue(Constants.BUNDLE_SYMBOLICNAME), "")
                .split(";", 2)[0]
                .trim();
    }

    private static String version(Attributes manifest) throws BrokenPluginException {
        String version = manifest.getValue(Constants.BUNDLE_VERSION);
        try {
            return Version.parseVersion(version).toString();
        } catch (IllegalArgumentException e) {
            String named = JarFile.MANIFEST_NAME + ": \"" + JarCheck.printable(version) + "\"";
            throw new BrokenPluginException(
                    named + " is geen Bundle-Version zoals 1.2.3", named + " is no Bundle-Version such as 1.2.3");
        }
    }

    static <T> T parse(JarFile jar, String file, TypeReference<T> type, Problems problems) throws IOException {
        JarEntry entry = jar.getJarEntry(file);
        if (entry == null) {
            problems.add(file, "$", "het bestand ontbreekt", "the file is missing");
            return null;
        }
        byte[] bytes = bytes(jar, entry, LARGEST_FILE);
        if (bytes.length > LARGEST_FILE) {
            problems.add(file, "$", "het bestand is groter dan 1 MiB", "the file is larger than 1 MiB");
            return null;
        }
        try {
            T value = JSON.readValue(bytes, type);
            problems.addMissing(file, "$", value);
            return value;
        } catch (JsonMappingException e) {
            String at = path(e);
            problems.add(file, new Text(at, at), sentence(e));
        } catch (JacksonException e) {
            int line = e.getLocation().getLineNr();
            int column = e.getLocation().getColumnNr();
            problems.add(
                    file,
                    new Text("regel " + line + ", kolom " + column, "line " + line + ", column " + column),
                    new Text("is geen geldige JSON", "is not valid JSON: " + e.getOriginalMessage()));
        }
        return null;
    }

    /** A byte more than it may have at most, so that who asks sees that. */
    static byte[] bytes(JarFile jar, JarEntry entry, int most) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readNBytes(most + 1);
        }
    }

    /** Both languages or none. */
    private static Text help(JarFile jar, Problems problems) throws IOException {
        List<String> pages = new ArrayList<>();
        for (String language : List.of("nl", "en")) {
            String file = HELP.formatted(language);
            JarEntry entry = jar.getJarEntry(file);
            byte[] page = entry == null ? new byte[0] : bytes(jar, entry, LARGEST_FILE);
            if (page.length > LARGEST_FILE) {
                problems.add(file, "$", "het bestand is groter dan 1 MiB", "the file is larger than 1 MiB");
            }
            pages.add(new String(page, StandardCharsets.UTF_8).strip());
        }
        long missing = pages.stream().filter(String::isEmpty).count();
        if (missing == 1) {
            problems.add(
                    HELP.formatted(pages.get(0).isEmpty() ? "nl" : "en"),
                    "$",
                    "ontbreekt of is leeg; een hulppagina is er in beide talen",
                    "is missing or empty; a help page is in both languages");
        }
        return missing == 0 ? new Text(pages.get(0), pages.get(1)) : null;
    }

    private static void checkParticipant(ParticipantFile participant, Problems problems) {
        if (participant.organs().isEmpty()) {
            problems.add(PARTICIPANT, "$.organs", "noem minstens één orgaan", "name at least one organ");
        }
        for (int i = 0; i < participant.organs().size(); i++) {
            Organ organ = participant.organs().get(i);
            if (!organ.kind().equals(participant.kind())) {
                problems.add(
                        PARTICIPANT,
                        "$.organs[" + i + "]",
                        organ + " hoort bij de soort \"" + organ.kind() + "\", niet bij \"" + participant.kind() + "\"",
                        organ + " belongs to the kind \"" + organ.kind() + "\", not to \"" + participant.kind() + "\"");
            }
        }
        Set<String> allowed = participant.organs().stream()
                .flatMap(organ -> organ.tasks().stream())
                .collect(Collectors.toSet());
        for (int i = 0; i < participant.tasks().size(); i++) {
            if (!allowed.contains(participant.tasks().get(i))) {
                problems.add(
                        PARTICIPANT,
                        "$.tasks[" + i + "]",
                        "\"" + participant.tasks().get(i) + "\" is geen taak van deze organen; zij hebben "
                                + listed(allowed),
                        "\"" + participant.tasks().get(i) + "\" is no task of these organs; they have "
                                + listed(allowed));
            }
        }
        for (int i = 0; i < participant.categories().size(); i++) {
            refuseForbidden(
                    PARTICIPANT,
                    "$.categories[" + i + "]",
                    participant.categories().get(i),
                    problems);
        }
    }

    private static void checkInterventions(
            List<InterventionType> interventions, ParticipantFile participant, Problems problems) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < interventions.size(); i++) {
            InterventionType type = interventions.get(i);
            String path = "$[" + i + "]";
            if (!type.code().matches("[A-Za-z0-9._-]{1,64}")) {
                problems.add(
                        INTERVENTIONS,
                        path + ".code",
                        "gebruik hooguit 64 letters, cijfers, punten, streepjes en liggende streepjes, niets anders",
                        "use at most 64 letters, digits, dots, hyphens and underscores, nothing else");
            }
            if (!codes.add(type.code())) {
                problems.add(
                        INTERVENTIONS,
                        path + ".code",
                        "\"" + type.code() + "\" staat er twee keer",
                        "\"" + type.code() + "\" stands here twice");
            }
            if (!participant.organs().contains(type.organ())) {
                problems.add(
                        INTERVENTIONS,
                        path + ".organ",
                        type.organ() + " hoort niet bij de organen van " + PARTICIPANT,
                        type.organ() + " is not among the organs of " + PARTICIPANT);
            } else if (!type.organ().tasks().contains(type.task())) {
                problems.add(
                        INTERVENTIONS,
                        path + ".task",
                        "\"" + type.task() + "\" is geen taak van " + type.organ() + "; dat heeft "
                                + listed(type.organ().tasks()),
                        "\"" + type.task() + "\" is no task of " + type.organ() + "; it has "
                                + listed(type.organ().tasks()));
            } else if (!participant.tasks().contains(type.task())) {
                problems.add(
                        INTERVENTIONS,
                        path + ".task",
                        "\"" + type.task() + "\" hoort niet bij de taken van " + PARTICIPANT,
                        "\"" + type.task() + "\" is not among the tasks of " + PARTICIPANT);
            }
            type.dataNeeded()
                    .forEach(category -> refuseForbidden(INTERVENTIONS, path + ".dataNeeded", category, problems));
        }
    }

    private static void refuseForbidden(String file, String path, DataCategory category, Problems problems) {
        if (EnumSet.of(DataCategory.NATIONALITY, DataCategory.SPECIAL).contains(category)) {
            problems.add(
                    file,
                    path,
                    category + " is een categorie die een module niet mag verwerken; laat haar weg",
                    category + " is a category that a plugin can't handle; leave it out");
        }
    }

    private static String listed(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining("", "$", ""));
    }

    /** Our own words: the library's quote its classes. */
    private static Text sentence(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = listed(unknown.getKnownPropertyIds());
            return new Text("dit veld is onbekend; bekend zijn " + known, "this field is unknown; known are " + known);
        }
        if (e instanceof InvalidNullException) {
            return new Text("null mag hier niet staan", "null can't stand here");
        }
        if (e instanceof ValueInstantiationException) {
            return new Text(
                    "een tekst heeft \"nl\" en \"en\" nodig, geen van beide leeg",
                    "a text needs both \"nl\" and \"en\", neither of them empty");
        }
        Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (wanted != null && wanted.isEnum()) {
            String known = listed(Arrays.asList(wanted.getEnumConstants()));
            String given = e instanceof InvalidFormatException format ? "\"" + format.getValue() + "\"" : null;
            return new Text(
                    (given == null ? "dit" : given) + " is niet een van " + known,
                    (given == null ? "this" : given) + " is not one of " + known);
        }
        if (wanted == String.class) {
            return new Text("hier hoort een tekst tussen aanhalingstekens", "a text in quotes is expected here");
        }
        if (wanted == boolean.class) {
            return new Text("hier hoort true of false", "true or false is expected here");
        }
        if (wanted != null && Collection.class.isAssignableFrom(wanted)) {
            return new Text("hier hoort een lijst", "a list is expected here");
        }
        if (wanted != null && wanted.isRecord()) {
            return new Text("hier hoort een object", "an object is expected here");
        }
        return new Text("is niet zoals het hoort", "is not as it should be: " + e.getOriginalMessage());
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, config -> {
                    for (CoercionInputShape shape :
                            List.of(CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float)) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .build();
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        return mapper;
    }
}
