package nl.knelpunt.distribution;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One demo for all tests of screens: its {@link Platform} as a parameter. It is started for the first and stopped after the last of
 * them; so a test makes what it changes, and counts nothing that others add to. Without a browser all are skipped.
 */
final class DemoForScreens implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(DemoForScreens.class);

    private record Started(Path folder, Platform platform) implements AutoCloseable {

        static Started now() {
            try {
                Path folder = Files.createTempDirectory("knelpunt-screens");
                return new Started(folder, new Platform(folder).start("--demo"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            platform.close();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Browser.assumeThereIsOne();
        platform(context);
    }

    private static Platform platform(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Started.class, c -> Started.now(), Started.class)
                .platform();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return platform(context);
    }
}
