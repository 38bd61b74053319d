package nl.knelpunt.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import nl.knelpunt.support.edifact.EdifactReader;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.json.JsonReader;
import nl.knelpunt.support.text.Texts;
import nl.knelpunt.support.xml.XmlReader;
import org.junit.jupiter.api.Test;

/** The libraries of this bundle are its own affair: nobody sees them. */
class BundleTest {

    private static Set<String> packages(String header) throws Exception {
        Attributes headers =
                new Manifest(Files.newInputStream(Path.of("target/classes/META-INF/MANIFEST.MF"))).getMainAttributes();
        Set<String> packages = new TreeSet<>();
        for (String clause :
                headers.getValue(header).replaceAll("\"[^\"]*\"", "").split(",")) {
            packages.add(clause.split(";")[0]);
        }
        return packages;
    }

    @Test
    void itExportsItsReadersAndImportsOnlyTheApiAndTheJdk() throws Exception {
        assertEquals(
                Set.of(
                        "nl.knelpunt.support.csv",
                        "nl.knelpunt.support.draft",
                        "nl.knelpunt.support.edifact",
                        "nl.knelpunt.support.identifier",
                        "nl.knelpunt.support.json",
                        "nl.knelpunt.support.place",
                        "nl.knelpunt.support.recognition",
                        "nl.knelpunt.support.text",
                        "nl.knelpunt.support.xml"),
                packages("Export-Package"));
        assertEquals(
                Set.of(
                        "javax.xml.namespace",
                        "javax.xml.stream",
                        "nl.knelpunt.api",
                        "nl.knelpunt.api.adapter",
                        "nl.knelpunt.api.recognition",
                        "nl.knelpunt.api.vocabulary",
                        "nl.knelpunt.support.text"),
                packages("Import-Package"));
    }

    @Test
    void itsSignaturesNameOnlyTheApiAndTheJdk() {
        for (Class<?> type :
                List.of(XmlReader.class, JsonReader.class, EdifactReader.class, Identifiers.class, Texts.class)) {
            Stream.<Executable>concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()))
                    .filter(member -> Modifier.isPublic(member.getModifiers()))
                    .flatMap(member -> Stream.of(member.getParameterTypes(), member.getExceptionTypes())
                            .flatMap(Arrays::stream))
                    .filter(named -> !named.isPrimitive() && !named.isArray())
                    .forEach(named ->
                            assertTrue(named.getName().matches("(java|nl\\.knelpunt\\.api)\\..*"), named::getName));
        }
    }
}
