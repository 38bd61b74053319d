package nl.knelpunt.hostile;

import java.beans.Expression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.text.Texts;
import org.osgi.service.component.annotations.Component;

/** Makes the attempt that the message names, and says in its error what came of it: {@code stopped by} or {@code got}. */
@Component
@Reads(format = "attempt", mediaTypes = "text/plain", fileEndings = "txt")
public final class HostileAdapter implements SignalAdapter {

    static DraftSink kept;

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        String[] words = new String(message.readAllBytes(), StandardCharsets.UTF_8).split(" ", 2);
        String outcome;
        try {
            Attempt attempt = (Attempt) Class.forName("nl.knelpunt.hostile." + words[0])
                    .getDeclaredConstructor()
                    .newInstance();
            String got = attempt.make(words.length > 1 ? words[1] : "", message, drafts);
            outcome = got == null ? "stopped by nothing being there" : "got " + got;
        } catch (Throwable e) {
            Throwable cause =
                    e instanceof InvocationTargetException || e instanceof ExecutionException ? e.getCause() : e;
            outcome = "stopped by " + cause.getClass().getName();
        }
        throw new MessageException(words[0].isBlank() ? "message" : words[0], new Text(outcome, outcome));
    }

    /** A class of the framework, by the one thing that every plugin holds: its own class loader, which is one of Felix. */
    static Class<?> felix(String name) throws ClassNotFoundException {
        return HostileAdapter.class.getClassLoader().getClass().getClassLoader().loadClass(name);
    }

    static Object bundleOf(Class<?> type) throws ReflectiveOperationException {
        return felix("org.osgi.framework.FrameworkUtil")
                .getMethod("getBundle", Class.class)
                .invoke(null, type);
    }

    static Object contextOf(Class<?> type) throws ReflectiveOperationException {
        return felix("org.osgi.framework.Bundle").getMethod("getBundleContext").invoke(bundleOf(type));
    }
}

/** Services of others, by the context of its own bundle. */
final class OwnContext implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Object context = HostileAdapter.contextOf(HostileAdapter.class);
        Class<?> type = HostileAdapter.felix("org.osgi.framework.BundleContext");
        Class<?> reference = HostileAdapter.felix("org.osgi.framework.ServiceReference");
        Object references = type.getMethod("getAllServiceReferences", String.class, String.class)
                .invoke(context, null, null);
        Set<String> others = new LinkedHashSet<>();
        for (int i = 0; references != null && i < Array.getLength(references); i++) {
            Object one = Array.get(references, i);
            Object bundle = reference.getMethod("getBundle").invoke(one);
            Object condition = reference.getMethod("getProperty", String.class).invoke(one, "osgi.condition.id");
            boolean forPlugins =
                    reference.getMethod("getProperty", String.class).invoke(one, "knelpunt.for.plugins") != null;
            if (forPlugins) {
                others.addAll(configurationsOfOthers(
                        context, type.getMethod("getService", reference).invoke(context, one)));
            } else if (condition == null
                    && !HostileAdapter.bundleOf(HostileAdapter.class).equals(bundle)) {
                others.add(String.valueOf(one));
            }
        }
        return others.isEmpty() ? null : others.toString();
    }

    /** What it is configured with is a service too: nothing but its own, and nothing to make or change of others. */
    private static Set<String> configurationsOfOthers(Object context, Object admin) throws Throwable {
        Set<String> others = new LinkedHashSet<>();
        Class<?> type = admin.getClass().getInterfaces()[0];
        Object all = type.getMethod("listConfigurations", String.class).invoke(admin, (String) null);
        for (int i = 0; all != null && i < Array.getLength(all); i++) {
            others.add("configuration " + Array.get(all, i));
        }
        try {
            others.add("made "
                    + type.getMethod("getConfiguration", String.class, String.class)
                            .invoke(admin, "nl.knelpunt.modules", null));
        } catch (java.lang.reflect.InvocationTargetException refused) {
            // As it should be.
        }
        return others;
    }
}

/** Other bundles, by the context of its own. */
final class OtherBundles implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Object context = HostileAdapter.contextOf(HostileAdapter.class);
        Class<?> type = HostileAdapter.felix("org.osgi.framework.BundleContext");
        Object all = type.getMethod("getBundles").invoke(context);
        Object system = type.getMethod("getBundle", long.class).invoke(context, 0L);
        return Array.getLength(all) == 1 && system == null ? null : Array.getLength(all) + " bundles, " + system;
    }
}

/** The framework's own bundle by its location, which no hook of the framework is asked about. */
final class BundleByLocation implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Object bundle = HostileAdapter.felix("org.osgi.framework.BundleContext")
                .getMethod("getBundle", String.class)
                .invoke(HostileAdapter.contextOf(HostileAdapter.class), "System Bundle");
        return bundle == null ? null : String.valueOf(bundle);
    }
}

/** The context of the bundles whose classes it was handed. */
final class ContextOfTheApi implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        for (Class<?> type : List.of(SignalAdapter.class, Texts.class, drafts.getClass(), message.getClass())) {
            Object context = HostileAdapter.contextOf(type);
            if (context != null) {
                return "the context of " + type.getName();
            }
        }
        return null;
    }
}

/** Classes of the platform by name, from every loader within reach. */
final class ClassesByName implements Attempt {

    private static final List<String> NAMES = List.of(
            "nl.knelpunt.engine.port.Store",
            "nl.knelpunt.engine.component.GateComponent",
            "nl.knelpunt.store.StoreComponent",
            "nl.knelpunt.rest.ApiServlet",
            "nl.knelpunt.modules.PluginManager",
            "jakarta.servlet.Servlet",
            "org.sqlite.JDBC");

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        for (Class<?> type : List.of(
                HostileAdapter.class, SignalAdapter.class, Texts.class, drafts.getClass(), message.getClass())) {
            loaders.add(type.getClassLoader());
        }
        loaders.add(Thread.currentThread().getContextClassLoader());
        loaders.add(ClassLoader.getSystemClassLoader());
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .forEach(frame -> loaders.add(frame.getDeclaringClass().getClassLoader()));
        for (ClassLoader loader :
                List.copyOf(loaders.stream().filter(l -> l != null).toList())) {
            for (ClassLoader parent = loader; parent != null; parent = parent.getParent()) {
                loaders.add(parent);
            }
        }
        List<String> found = new ArrayList<>();
        for (ClassLoader loader : loaders) {
            for (String name : NAMES) {
                try {
                    found.add(Class.forName(name, false, loader) + " of " + loader);
                } catch (ClassNotFoundException | NoClassDefFoundError e) {
                    continue;
                }
            }
        }
        return found.isEmpty() ? null : found.toString();
    }
}

/** Objects of the platform, by the fields of what it was handed and of its thread. */
final class FieldsOfWhatItHolds implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> next = new ArrayDeque<>(List.of(message, drafts, Thread.currentThread()));
        while (!next.isEmpty()) {
            Object object = next.pop();
            if (!seen.add(object)) {
                continue;
            }
            for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.getType().isPrimitive()) {
                        continue;
                    }
                    try {
                        field.setAccessible(true);
                        Object value = field.get(Modifier.isStatic(field.getModifiers()) ? null : object);
                        if (value != null) {
                            next.add(value);
                        }
                    } catch (InaccessibleObjectException | IllegalAccessException e) {
                        continue;
                    }
                }
            }
        }
        String strangers = seen.stream()
                .map(object -> object.getClass().getName())
                .filter(name -> name.startsWith("nl.knelpunt.") || name.startsWith("org."))
                .filter(name -> !name.startsWith("nl.knelpunt.booth.") && !name.startsWith("nl.knelpunt.hostile."))
                .distinct()
                .collect(Collectors.joining(", "));
        return strangers.isEmpty() ? null : strangers;
    }
}

/** Classes of the platform on the stack above it. */
final class CallersOnTheStack implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        String strangers = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(frame -> frame.getDeclaringClass())
                        .filter(type -> type.getClassLoader() != null)
                        .filter(type -> type.getClassLoader() != HostileAdapter.class.getClassLoader())
                        .map(Class::getName)
                        .filter(name -> !name.startsWith("nl.knelpunt.booth."))
                        .collect(Collectors.joining(", ")));
        return strangers.isEmpty() ? null : strangers;
    }
}

/** Hands over a draft from another thread. */
final class SinkFromAThread implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        drafts.accept(draft());
                        outcome.complete("a draft in");
                    } catch (Throwable e) {
                        outcome.completeExceptionally(e);
                    }
                })
                .start();
        return outcome.get();
    }

    static SignalDraft draft() {
        return new SignalDraft("hostile", new Observation("x", null, null, null, null), List.of());
    }
}

/** Keeps its sink for the next message. */
final class KeepsItsSink implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) {
        HostileAdapter.kept = drafts;
        return "a sink to keep";
    }
}

/** Hands over a draft to the sink of an earlier message. */
final class SinkOfAnEarlierCall implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        HostileAdapter.kept.accept(SinkFromAThread.draft());
        return "a draft in";
    }
}

/** Decides what a URL of any kind means from now on. */
final class HandlerFactory implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) {
        URL.setURLStreamHandlerFactory(protocol -> null);
        return "all URLs";
    }
}

/** Lets the Java machine load an agent into itself. */
final class AttachesToItself implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        return String.valueOf(ClassLoader.getSystemClassLoader()
                .loadClass("com.sun.tools.attach.VirtualMachine")
                .getMethod("attach", String.class)
                .invoke(null, String.valueOf(ProcessHandle.current().pid())));
    }
}

/** Lets a serialised object name a class of the platform. */
final class Deserialises implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xACED0005);
        out.write(new byte[] {0x76, 0x72});
        out.writeUTF("nl.knelpunt.engine.port.UnavailableException");
        out.writeLong(1);
        out.write(new byte[] {2, 0, 0, 0x78, 0x70});
        return String.valueOf(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject());
    }
}

/** The store, by the wiring of its own bundle: from the plugin to the API, from the API to who else uses it. */
final class Wiring implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Class<?> bundle = HostileAdapter.felix("org.osgi.framework.Bundle");
        Class<?> wiring = HostileAdapter.felix("org.osgi.framework.wiring.BundleWiring");
        Class<?> wire = HostileAdapter.felix("org.osgi.framework.wiring.BundleWire");
        Class<?> context = HostileAdapter.felix("org.osgi.framework.BundleContext");
        Object own =
                bundle.getMethod("adapt", Class.class).invoke(HostileAdapter.bundleOf(HostileAdapter.class), wiring);
        for (Object toApi :
                (List<?>) wiring.getMethod("getRequiredWires", String.class).invoke(own, "osgi.wiring.package")) {
            Object api = wire.getMethod("getProviderWiring").invoke(toApi);
            for (Object toUser :
                    (List<?>) wiring.getMethod("getProvidedWires", String.class).invoke(api, "osgi.wiring.package")) {
                Object user = wire.getMethod("getRequirerWiring").invoke(toUser);
                Object its = bundle.getMethod("getBundleContext")
                        .invoke(wiring.getMethod("getBundle").invoke(user));
                Object store = its == null
                        ? null
                        : context.getMethod("getServiceReference", String.class)
                                .invoke(its, "nl.knelpunt.engine.port.Store");
                if (store != null) {
                    return "the store";
                }
            }
        }
        return null;
    }
}

/** The framework, by a part of Java that calls methods for others. */
final class HandsOfJava implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Object bundle = new Expression(HostileAdapter.class.getClassLoader(), "getBundle", null).getValue();
        Object context = new Expression(bundle, "getBundleContext", null).getValue();
        return context == null ? null : String.valueOf(context);
    }
}

/** The database, as a file. */
final class ReadsTheDatabase implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        return Files.readAllBytes(Path.of(told, "knelpunt.db")).length > 0 ? "the database" : null;
    }
}

/** The keys, as files. */
final class ReadsTheKeys implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        return new java.io.File(told, "keys").exists() ? "the keys" : null;
    }
}

/** The API, by the network. */
final class OpensASocket implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(told))) {
            return socket.isConnected() ? "a connection" : null;
        }
    }
}

final class ChangesAProperty implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) {
        System.setProperty("hostile.was.here", "yes");
        return System.getProperty("hostile.was.here");
    }
}

final class ChangesTheLog implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Object root = Class.forName("java.util.logging.Logger", true, ClassLoader.getSystemClassLoader())
                .getMethod("getLogger", String.class)
                .invoke(null, "");
        return Array.getLength(root.getClass().getMethod("getHandlers").invoke(root)) > 0
                ? "the handlers of the log"
                : null;
    }
}

final class ReadsTheEnvironment implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) {
        return System.getenv().isEmpty() ? null : "the environment";
    }
}

/** Goes on after the call. */
final class StartsAThread implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return "a thread";
    }
}

final class SeesOtherThreads implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) {
        return Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread.getName().startsWith("knelpunt-store"))
                ? "the threads of the platform"
                : null;
    }
}

final class RunsAProgram implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        return new ProcessBuilder("true").start().waitFor() == 0 ? "a process" : null;
    }
}

/** Memory past the Java machine. */
final class UsesUnsafe implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Field field =
                ClassLoader.getSystemClassLoader().loadClass("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        field.setAccessible(true);
        return field.get(null) == null ? null : "Unsafe";
    }
}

/** What manages the Java machine, which can write its whole memory to a file. */
final class FindsTheManagement implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) throws Throwable {
        Object server =
                ManagementFactory.class.getMethod("getPlatformMBeanServer").invoke(null);
        return server == null ? null : "the management server";
    }
}

final class StopsThePlatform implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) {
        System.exit(3);
        return "an end";
    }
}

final class HaltsThePlatform implements Attempt {

    @Override
    public String make(String told, InputStream message, DraftSink drafts) {
        Runtime.getRuntime().halt(3);
        return "an end";
    }
}
