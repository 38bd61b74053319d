package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.port.ModuleRuntime.Resolved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a jar would run on what is here is asked of the framework that runs, and said in a sentence. */
class ResolutionTest {

    @TempDir
    Path temporary;

    private TestFramework framework;
    private Resolution resolution;

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(temporary.resolve("felix"), Map.of()).start();
        framework.install(new PlainJar()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", "library")
                .header("Export-Package", "example.library;version=\"1.2.0\"")
                .write(temporary.resolve("library.jar")));
        resolution = new Resolution(framework.context());
    }

    @AfterEach
    void stop() throws Exception {
        framework.close();
    }

    private Resolved resolve(String header, String value) throws Exception {
        int before = framework.context().getBundles().length;
        Resolved resolved =
                resolution.resolve(new PlainJar().header(header, value).write(temporary.resolve("plugin.jar")));
        assertEquals(before, framework.context().getBundles().length, "nothing is installed");
        assertEquals(List.of(), resolved.touched());
        return resolved;
    }

    private ModulePlan.Refusal refusal(String header, String value) throws Exception {
        Resolved resolved = resolve(header, value);
        assertEquals(1, resolved.refusals().size(), resolved::toString);
        BothLanguages.check(resolved.refusals().get(0).reason());
        return resolved.refusals().get(0);
    }

    @Test
    void whatIsHereResolves() throws Exception {
        assertEquals(
                List.of(),
                resolve(
                                "Import-Package",
                                "example.library;version=\"[1.1,2)\",nl.knelpunt.api,java.util,javax.xml.stream")
                        .refusals());
    }

    @Test
    void aNewerApiThanThisPlatformHasIsToldWithBothVersions() throws Exception {
        ModulePlan.Refusal refusal = refusal("Import-Package", "example.library;version=\"[1.3,2)\"");
        assertEquals(
                "The module needs example.library [1.3.0,2.0.0); this platform has 1.2.0.",
                refusal.reason().en());
        assertEquals(
                "De module heeft example.library [1.3.0,2.0.0) nodig; dit platform heeft 1.2.0.",
                refusal.reason().nl());
        assertTrue(refusal.detail().contains("(version>=1.3.0)"), refusal.detail());
    }

    @Test
    void aPackageThatNobodyHasIsToldByName() throws Exception {
        assertEquals(
                "The module uses example.absent, which this platform does not have.",
                refusal("Import-Package", "example.absent").reason().en());
    }

    @Test
    void ofSeveralThatAreMissingEachIsTold() throws Exception {
        assertEquals(
                2,
                resolve("Import-Package", "example.one;example.two").refusals().size());
    }

    @Test
    void anotherJavaIsToldWithTheOneThatRuns() throws Exception {
        String told = refusal("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
                .reason()
                .en();
        assertTrue(told.contains("runs on Java " + Runtime.version().feature()), told);
        assertEquals(
                List.of(),
                resolve("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"")
                        .refusals());
    }

    @Test
    void aCapabilityThatNobodyHasIsTold() throws Exception {
        assertTrue(
                refusal("Require-Capability", "example.contract").reason().en().contains("example.contract"));
    }

    @Test
    void whatIsNotAskedOfTheResolverOrGivenByThePluginItselfIsNotMissing() throws Exception {
        assertEquals(
                List.of(),
                resolve(
                                "Require-Capability",
                                "osgi.service;filter:=\"(objectClass=x)\",example.later;effective:=active,"
                                        + "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"")
                        .refusals());
    }

    @Test
    void whatCanNotBeUnderstoodIsABrokenJar() throws Exception {
        BrokenPluginException broken = assertThrows(
                BrokenPluginException.class, () -> resolve("Import-Package", "a;version=\"not a version\""));
        assertTrue(BothLanguages.english(broken).startsWith("its manifest can't be understood"));
        Path bare = temporary.resolve("bare.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(bare))) {
            out.putNextEntry(new ZipEntry("a"));
        }
        assertEquals(
                "it has no manifest",
                BothLanguages.english(assertThrows(BrokenPluginException.class, () -> resolution.resolve(bare))));
    }
}
