package nl.knelpunt.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makers of plugins look things up in says something of everything that they may use. */
class ApiReferenceTest {

    private static final List<String> PACKAGES = List.of("nl.knelpunt.api", "nl.knelpunt.support", "nl.knelpunt.sdk");

    @TempDir
    Path folder;

    @Test
    void nothingPublicIsWithoutWords() throws Exception {
        StringWriter said = new StringWriter();
        DocumentationTool tool = ToolProvider.getSystemDocumentationTool();
        try (StandardJavaFileManager files = tool.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(DocumentationTool.Location.DOCUMENTATION_OUTPUT, List.of(folder));
            files.setLocationFromPaths(
                    StandardLocation.SOURCE_PATH,
                    Stream.of("../../core/api", "../../core/support", ".")
                            .map(module -> Path.of(module, "src/main/java"))
                            .toList());
            Iterable<? extends JavaFileObject> none = null;
            tool.getTask(
                            said,
                            files,
                            null,
                            null,
                            List.of(
                                    "-Xdoclint:missing",
                                    "-Xmaxwarns",
                                    "10000",
                                    "-subpackages",
                                    String.join(":", PACKAGES),
                                    "-exclude",
                                    "nl.knelpunt.support.internal"),
                            none)
                    .call();
        }
        assertTrue(said.toString().contains("Generating"), said.toString());
        assertEquals(List.of(), withoutWords(said.toString().lines().toList()));
    }

    /** A warning and the line of the source below it. A record's own constructor only keeps what the record describes. */
    private static List<String> withoutWords(List<String> said) {
        return Stream.iterate(0, i -> i < said.size() - 1, i -> i + 1)
                .filter(i -> said.get(i).endsWith("warning: no comment"))
                .filter(i -> !said.get(i + 1).matches("\\s*(public \\w+ \\{|private .*)"))
                .map(i -> said.get(i) + "\n" + said.get(i + 1))
                .toList();
    }
}
