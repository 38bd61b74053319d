package nl.knelpunt.engine.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on the lifecycle says what the code does. */
class LifecycleDocumentTest {

    private static final Path DOCS = Path.of("../../docs");

    @ParameterizedTest
    @CsvSource({"nl, lifecycle.md", "en, lifecycle.en.md"})
    void thePageIsWhatTheCodeSays(String language, String file) throws IOException {
        Path page = DOCS.resolve(file);
        String said = LifecycleDocument.in(Locale.forLanguageTag(language));
        if (Boolean.getBoolean("lifecycle.write")) {
            Files.writeString(page, said);
        }
        assertEquals(
                said,
                Files.readString(page),
                "docs/" + file
                        + " is not what the code says. Look at the difference, and write it anew with: mvn -q -pl"
                        + " core/engine -am test -Dtest=LifecycleDocumentTest -Dlifecycle.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false");
    }
}
