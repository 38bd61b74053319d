package nl.knelpunt.benchmarks.swap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** The control: the same framework in this process, and the bundle just updated and refreshed. Must show failures. */
final class Plain implements Subject {

    private final Framework framework;
    private final SoakJars jars;
    private Bundle bundle;

    Plain(Path folder, SoakJars jars) throws Exception {
        this.jars = jars;
        Map<String, String> settings = new HashMap<>();
        settings.put("org.osgi.framework.storage", folder.resolve("cache").toString());
        settings.put("org.osgi.framework.storage.clean", "onFirstInit");
        framework = new org.apache.felix.framework.FrameworkFactory().newFramework(settings);
        framework.start();
        swap(0);
    }

    @Override
    public String name() {
        return "plain bundle update";
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public String call(String id, int late, int millis) throws IOException, InterruptedException {
        try {
            BundleContext context = framework.getBundleContext();
            Collection<ServiceReference<Function>> all = context.getServiceReferences(Function.class, "(soak=true)");
            if (all.isEmpty()) {
                throw new IOException("no service");
            }
            Function<InputStream, String> work =
                    context.getService(all.iterator().next());
            if (work == null) {
                throw new IOException("service is gone");
            }
            return work.apply(
                    new Slow(("soak " + id + " " + late + " end\n").getBytes(StandardCharsets.US_ASCII), millis));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException | LinkageError e) {
            throw new IOException(e.getClass().getName());
        }
    }

    /** Comes in two halves. */
    private static final class Slow extends ByteArrayInputStream {

        private final int millis;
        private boolean begun;

        Slow(byte[] bytes, int millis) {
            super(bytes);
            this.millis = millis;
        }

        @Override
        public byte[] readAllBytes() {
            try {
                if (!begun) {
                    begun = true;
                    TimeUnit.MILLISECONDS.sleep(millis);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.readAllBytes();
        }
    }

    @Override
    public void prepare(int last) throws IOException {
        for (int number = 1; number <= last; number++) {
            jars.equal("1.0." + number);
        }
    }

    @Override
    public Swapped swap(int number) throws Exception {
        Path jar = jars.equal("1.0." + number);
        long begin = System.nanoTime();
        FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
        try (InputStream in = Files.newInputStream(jar)) {
            if (bundle == null) {
                bundle = framework.getBundleContext().installBundle("soak", in);
                bundle.start();
            } else {
                bundle.update(in);
                CountDownLatch refreshed = new CountDownLatch(1);
                wiring.refreshBundles(List.of(bundle), event -> {
                    if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                        refreshed.countDown();
                    }
                });
                refreshed.await(10, TimeUnit.SECONDS);
            }
        }
        return new Swapped(
                (System.nanoTime() - begin) / 1e6,
                0,
                wiring.getRemovalPendingBundles().size());
    }

    @Override
    public Map<String, Integer> stored() {
        return null;
    }

    @Override
    public long heap() throws Exception {
        return new Jcmd(ProcessHandle.current().pid()).heap();
    }

    @Override
    public int loaders() throws Exception {
        return new Jcmd(ProcessHandle.current().pid()).loaded("soak.Start");
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
