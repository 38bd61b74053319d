package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.modules.fixture.ConfiguredAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be set of a plugin is read from what its build wrote of its annotations. */
class MetatypesTest {

    private static final String FILE = "OSGI-INF/metatype/a.xml";

    @TempDir
    Path temporary;

    private Map<String, Attribute> attributes(Path jar) throws Exception {
        return Metatypes.read(jar).all().stream().collect(Collectors.toMap(Attribute::id, Function.identity()));
    }

    private Path jar(String xml) throws Exception {
        return new PlainJar().file(FILE, xml).write(temporary.resolve("a.jar"));
    }

    private static String metatype(String attributes) {
        return "<metatype:MetaData xmlns:metatype=\"http://www.osgi.org/xmlns/metatype/v1.4.0\" localization=\"OSGI-INF/l10n/a\">"
                + "<OCD id=\"o\" name=\"O\">" + attributes
                + "</OCD><Designate pid=\"p\"><Object ocdref=\"o\"/></Designate>"
                + "</metatype:MetaData>";
    }

    @Test
    void whatTheAnnotationsSayComesOut() throws Exception {
        Path jar = PluginJar.police().adapter(ConfiguredAdapter.class).write(temporary.resolve("configured.jar"));
        assertEquals(
                List.of(ConfiguredAdapter.class.getName()),
                List.copyOf(Metatypes.read(jar).attributes().keySet()),
                "for the component of that name");
        Map<String, Attribute> read = attributes(jar);

        Attribute greeting = read.get("greeting");
        assertEquals(new Text("Greeting", "Greeting"), greeting.name());
        assertEquals(new Text("What it says", "What it says"), greeting.description());
        assertEquals(List.of("plain"), greeting.defaults());
        assertEquals(
                List.of("plain", "hello"),
                greeting.options().stream().map(Attribute.Option::value).toList());
        assertFalse(greeting.secret());

        Attribute times = read.get("times");
        assertEquals("Integer", times.type());
        assertEquals("1", times.min());
        assertEquals("9", times.max());
        assertTrue(times.required());

        Attribute word = read.get("word");
        assertTrue(word.secret());
        assertFalse(word.required());
        assertNull(word.description());

        Attribute names = read.get("names");
        assertTrue(names.several());
        assertEquals(List.of("a,b", "c"), names.defaults(), "a comma behind a backslash does not part");
    }

    @Test
    void aPluginWithoutAnyCanNotBeConfigured() throws Exception {
        assertEquals(Map.of(), attributes(PluginJar.police().write(temporary.resolve("plain.jar"))));
    }

    @Test
    void namesBehindAPercentSignAreInBothLanguages() throws Exception {
        Path jar = new PlainJar()
                .file(FILE, metatype("<AD id=\"url\" name=\"%url\" description=\"%none\"/>"))
                .file("OSGI-INF/l10n/a.properties", "url=Address\n")
                .file("OSGI-INF/l10n/a_nl.properties", "url=Adres ë\n")
                .write(temporary.resolve("a.jar"));
        Attribute url = attributes(jar).get("url");
        assertEquals(new Text("Adres ë", "Address"), url.name());
        assertEquals(new Text("%none", "%none"), url.description(), "what nobody translated is shown as it is");
    }

    @Test
    void twoSettingsOfOneNameAreRefused() throws Exception {
        Path jar = jar(metatype("<AD id=\"a\" name=\"A\"/><AD id=\"a\" name=\"B\"/>"));
        assertEquals(
                "two of its settings are called a; give each a name of its own",
                BothLanguages.english(assertThrows(BrokenPluginException.class, () -> Metatypes.read(jar))));
    }

    @Test
    void whatIsNoMetatypeOrCallsForMoreIsRefused() throws Exception {
        for (String xml : List.of(
                "not xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + metatype("<AD id=\"a\" name=\"&e;\"/>"),
                metatype("<AD id=\"a\" name=\"A\" cardinality=\"many\"/>"),
                metatype("<AD id=\"a\" name=\"A\">"))) {
            Path jar = jar(xml);
            assertEquals(
                    FILE + ": is no sound metatype",
                    BothLanguages.english(assertThrows(BrokenPluginException.class, () -> Metatypes.read(jar))),
                    xml);
        }
    }

    @Test
    void anEndlessOneIsRefused() throws Exception {
        Path jar = jar(metatype("<!--" + " ".repeat(DescriptorReader.LARGEST_FILE) + "-->"));
        assertEquals(
                FILE + " is larger than 1 MiB",
                BothLanguages.english(assertThrows(BrokenPluginException.class, () -> Metatypes.read(jar))));
    }
}
