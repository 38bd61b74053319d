package nl.knelpunt.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Builder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import nl.knelpunt.modules.PluginCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that the archetype makes is a plugin that passes, and the TCK sees when it is not. */
class ArchetypeTest {

    private static final Path RESOURCES = Path.of("../archetype/src/main/resources/archetype-resources");
    private static final List<String> MESSAGES = List.of("toezicht.csv");
    private static final List<String> FORBIDDEN = List.of("Ruritaans", "Wilhelmina");
    private static final Map<String, String> ANSWERS = Map.of(
            "${package}", "nl.example.dienst",
            "${kind}", "province",
            "${organ}", "PROVINCIE",
            "${task}", "omgevingsrecht");

    @TempDir
    Path folder;

    @Test
    void itsJarPassesAndGetsAReceiptThatIsItsOwn() throws Exception {
        Path jar = jar("sound.jar", Map.of());
        Tck tck = new Tck(jar, RESOURCES.resolve("src/test/resources"), MESSAGES, FORBIDDEN);
        for (Tck.Check check : tck.checks()) {
            check.step().run();
        }
        tck.writeReceipt();
        String receipt = Files.readString(folder.resolve("sound.tck.json"));
        assertTrue(receipt.contains(Tck.digest(jar)), receipt);
        assertTrue(receipt.contains("\"tck\": \"" + Tck.VERSION + "\""), receipt);
        assertEquals(Tck.VERSION, PluginCheck.receipt(receipt.getBytes(StandardCharsets.UTF_8), Tck.digest(jar)));
        assertTrue(receipt.contains("\"plugin\": \"nl.example.dienst\""), receipt);
        Path changed = jar("changed.jar", Map.of("Provincie", "Gewest"));
        assertFalse(receipt.contains(Tck.digest(changed)), "another jar has another digest");
    }

    @Test
    void itCanBeTriedWithoutAServer() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path table = RESOURCES.resolve("src/test/resources/toezicht.csv");
        assertTrue(Trial.run(jar("sound.jar", Map.of()), table, null, new PrintStream(out, true)));
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("message id    OD-26-311"), said);
        assertFalse(said.contains("Wilhelmina"), said);

        Path wrong = Files.writeString(
                folder.resolve("wrong.csv"), Files.readString(table).replace("14-04-2026", "gisteren"));
        out.reset();
        assertFalse(Trial.run(jar("again.jar", Map.of()), wrong, null, new PrintStream(out, true)));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("refused at line 2, column 2 (Controledatum)"));
    }

    @Test
    void whatShouldNotComeOutIsSeen() throws Exception {
        refuses("what is forbidden", Map.of("{Bevinding}", "{Zaaknummer} {Locatie}"), List.of("De Punt"), "comes out");
        refuses("what is forbidden", Map.of(), List.of("Nergens"), "stands in none of the messages");
    }

    @Test
    void aJarThatWouldNotBeTakenIsSeen() throws Exception {
        refuses("the jar holds", Map.of("\"PROVINCIE\"", "\"DOUANE\""), FORBIDDEN, "DOUANE belongs to the kind");
        refuses(
                "the jar holds",
                Map.of("super(\"toezicht-csv\"", "super(System.getenv(\"HOME\") + \"toezicht-csv\""),
                FORBIDDEN,
                "java.lang.System");
    }

    @Test
    void wordsInOneLanguageAreSeen() throws Exception {
        refuses(
                "texts and help",
                Map.of("Supervision by an environment service (CSV)", "x\nfield.extra = y"),
                FORBIDDEN,
                "field.extra");
    }

    private void refuses(String check, Map<String, String> changes, List<String> forbidden, String because)
            throws Exception {
        Path jar = jar("broken" + Math.abs((check + changes + forbidden).hashCode()) + ".jar", changes);
        Tck tck = new Tck(jar, RESOURCES.resolve("src/test/resources"), MESSAGES, forbidden);
        Tck.Check asked = tck.checks().stream()
                .filter(c -> c.name().startsWith(check))
                .findFirst()
                .orElseThrow();
        AssertionError said = assertThrows(AssertionError.class, asked.step()::run);
        assertTrue(said.getMessage().contains(because), said.getMessage());
    }

    /** What Maven and bnd make of the project. */
    private Path jar(String name, Map<String, String> changes) throws Exception {
        Path project = folder.resolve(name + "-project");
        Path classes = Files.createDirectories(project.resolve("classes"));
        Path resources = RESOURCES.resolve("src/main/resources");
        for (Path file : files(resources)) {
            Path copy = classes.resolve(resources.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, filled(file, changes));
        }
        List<String> compile = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--release",
                "17",
                "-proc:none"));
        for (Path file : files(RESOURCES.resolve("src/main/java"))) {
            Path source = Files.createDirectories(project.resolve("java")).resolve(file.getFileName());
            compile.add(Files.writeString(source, filled(file, changes)).toString());
        }
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler().run(null, null, null, compile.toArray(String[]::new)),
                "it compiles");
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName("nl.example.dienst");
            builder.setBundleVersion("1.0.0");
            builder.setProperty("-noimportjava", "true");
            builder.setProperty("-includeresource", classes.toString());
            builder.setProperty("Private-Package", "nl.example.dienst");
            builder.addClasspath(classes.toFile());
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (new File(entry).exists()) {
                    builder.addClasspath(new File(entry));
                }
            }
            Path jar = folder.resolve(name);
            builder.build().write(jar.toFile());
            return jar;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String filled(Path file, Map<String, String> changes) throws IOException {
        String text = Files.readString(file);
        for (Map<String, String> each : List.of(ANSWERS, changes)) {
            for (Map.Entry<String, String> answer : each.entrySet()) {
                text = text.replace(answer.getKey(), answer.getValue());
            }
        }
        return text;
    }
}
