package nl.knelpunt.modules;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.plugin.DatumPanel;
import nl.knelpunt.modules.DescriptorReader.ParticipantFile;

/** Reads the panels of a plugin: of each a file that says what it is about, and its script beside that. */
final class PanelReader {

    static final String PANELS = "knelpunt/panels/";
    static final int LARGEST_SCRIPT = 64 << 10;

    private static final int MOST_PANELS = 10;
    private static final int MOST_DATA = 20;
    private static final String DESCRIPTION = ".json";
    private static final String SCRIPT = ".js";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern EXPORTS = Pattern.compile("\\bexport\\s+default\\b|\\bas\\s+default\\b");

    /** What stands in one. Lists where the panel has sets, so that a mistake has a place. */
    record PanelFile(Text title, List<About> data) {}

    record About(DataCategory category, String field) {}

    private final JarFile jar;
    private final ParticipantFile participant;
    private final Problems problems;
    private final Set<About> taken = new HashSet<>();

    PanelReader(JarFile jar, ParticipantFile participant, Problems problems) {
        this.jar = jar;
        this.participant = participant;
        this.problems = problems;
    }

    /** To be used only when nothing was added to the problems. */
    List<DatumPanel> read() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : files()) {
            String ending = file.endsWith(DESCRIPTION) ? DESCRIPTION : file.endsWith(SCRIPT) ? SCRIPT : "";
            String name = file.substring(PANELS.length(), file.length() - ending.length());
            if (ending.isEmpty() || !NAME.matcher(name).matches()) {
                problems.add(
                        file,
                        "$",
                        "hier horen NAAM.json en NAAM.js, met in NAAM hooguit 64 kleine letters, cijfers en streepjes",
                        "NAME.json and NAME.js belong here, with at most 64 lower case letters, digits and hyphens in NAME");
            } else {
                names.add(name);
            }
        }
        if (names.size() > MOST_PANELS) {
            problems.add(
                    PANELS,
                    "$",
                    "een module heeft hooguit " + MOST_PANELS + " panelen",
                    "a plugin has at most " + MOST_PANELS + " panels");
            return List.of();
        }
        List<DatumPanel> panels = new ArrayList<>();
        for (String name : names) {
            PanelFile file = DescriptorReader.parse(
                    jar, PANELS + name + DESCRIPTION, new TypeReference<PanelFile>() {}, problems);
            String script = script(PANELS + name + SCRIPT);
            if (file != null && isWhole(file)) {
                checkData(PANELS + name + DESCRIPTION, file.data());
                if (script != null) {
                    panels.add(new DatumPanel(name, file.title(), data(file), script));
                }
            }
        }
        return panels;
    }

    /** What is missing was told when it was parsed. */
    private static boolean isWhole(PanelFile file) {
        return file.title() != null
                && file.data() != null
                && file.data().stream().allMatch(a -> a.category() != null && a.field() != null);
    }

    private static Set<DatumPanel.Of> data(PanelFile file) {
        return file.data().stream()
                .map(a -> new DatumPanel.Of(a.category(), a.field()))
                .collect(Collectors.toSet());
    }

    private List<String> files() {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(n -> n.startsWith(PANELS) && !n.endsWith("/"))
                .sorted()
                .toList();
    }

    private void checkData(String file, List<About> data) {
        if (data.isEmpty() || data.size() > MOST_DATA) {
            problems.add(
                    file,
                    "$.data",
                    "een paneel gaat over 1 tot " + MOST_DATA + " soorten gegevens",
                    "a panel is about 1 to " + MOST_DATA + " kinds of data");
        }
        for (int i = 0; i < data.size(); i++) {
            About of = data.get(i);
            String at = "$.data[" + i + "]";
            if (of.category() == DataCategory.BSN) {
                problems.add(
                        file,
                        at + ".category",
                        "een BSN is alleen te zien voor wie zegt waarvoor; daar komt geen paneel bij",
                        "a BSN is seen by who says what for only; no panel goes with it");
            } else if (!participant.categories().contains(of.category())) {
                problems.add(
                        file,
                        at + ".category",
                        of.category() + " hoort niet bij de categorieën van " + DescriptorReader.PARTICIPANT,
                        of.category() + " is not among the categories of " + DescriptorReader.PARTICIPANT);
            }
            if (!NAME.matcher(of.field()).matches()) {
                problems.add(
                        file,
                        at + ".field",
                        "gebruik hooguit 64 kleine letters, cijfers en streepjes",
                        "use at most 64 lower case letters, digits and hyphens");
            }
            if (!taken.add(of)) {
                problems.add(
                        file,
                        at,
                        "hierover gaat al een paneel: van een gegeven is er een",
                        "a panel is about this already: of a datum there is one");
            }
        }
    }

    /** Null when it is missing or wrong, which is told. */
    private String script(String file) throws IOException {
        JarEntry entry = jar.getJarEntry(file);
        if (entry == null) {
            problems.add(file, "$", "het bestand ontbreekt", "the file is missing");
            return null;
        }
        byte[] bytes = DescriptorReader.bytes(jar, entry, LARGEST_SCRIPT);
        if (bytes.length > LARGEST_SCRIPT) {
            problems.add(
                    file,
                    "$",
                    "het bestand is groter dan " + (LARGEST_SCRIPT >> 10) + " KiB",
                    "the file is larger than " + (LARGEST_SCRIPT >> 10) + " KiB");
            return null;
        }
        String script;
        try {
            script = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(file, "$", "is geen tekst in UTF-8", "is no text in UTF-8");
            return null;
        }
        if (!EXPORTS.matcher(script).find()) {
            problems.add(
                    file,
                    "$",
                    "heeft geen \"export default\" met de functie die gevraagd wordt",
                    "has no \"export default\" with the function that is asked");
            return null;
        }
        return script;
    }
}
