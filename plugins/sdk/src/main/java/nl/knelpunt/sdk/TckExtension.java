package nl.knelpunt.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes a test of every check, and the receipt after the last. */
final class TckExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        PluginTck asked = context.getRequiredTestMethod().getAnnotation(PluginTck.class);
        Tck tck;
        try {
            tck = new Tck(
                    asked.jar().isEmpty() ? onlyJar() : Path.of(asked.jar()),
                    Path.of("src/test/resources"),
                    List.of(asked.messages()),
                    List.of(asked.forbidden()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Tck.Check> checks = tck.checks();
        AtomicInteger left = new AtomicInteger(checks.size());
        return checks.stream().map(check -> new Invocation(tck, check, left));
    }

    private static Path onlyJar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> jars = files.filter(f -> f.toString().endsWith(".jar"))
                    .filter(f -> !f.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("There are " + jars.size()
                        + " jars in target. Run this after the jar was made (mvn verify), or name it: jar = \"…\"");
            }
            return jars.get(0);
        }
    }

    private record Invocation(Tck tck, Tck.Check check, AtomicInteger left)
            implements TestTemplateInvocationContext, InvocationInterceptor {

        @Override
        public String getDisplayName(int index) {
            return check.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void interceptTestTemplateMethod(
                InvocationInterceptor.Invocation<Void> method,
                ReflectiveInvocationContext<Method> invocation,
                ExtensionContext context)
                throws Throwable {
            check.step().run();
            method.proceed();
            if (left.decrementAndGet() == 0) {
                tck.writeReceipt();
            }
        }
    }
}
