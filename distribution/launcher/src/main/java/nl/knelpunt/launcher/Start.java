package nl.knelpunt.launcher;

import java.io.IOException;
import java.lang.ref.Reference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import nl.knelpunt.launcher.DataFolder.Purpose;

/** {@code knelpunt start}: this process becomes the server. */
final class Start {

    private Start() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "start takes no words, only options");
        var home = Home.current();
        var data = asked.data(home);
        var port = port(asked);
        var host = asked.value("host").orElse("127.0.0.1");
        if (asked.has("demo") && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new Failure("A demo works on this machine only; leave --host out.");
        }
        data.prepare();
        var lock = data.lock();
        if (lock.isEmpty()) {
            return alreadyRunning(data);
        }
        demo(asked.has("demo"), data);
        free(host, port);
        var inbox = asked.path("inbox").orElse(data.directory().resolveSibling("inbox"));
        var inboxLock = lockInbox(inbox);
        var settings = settings(home, data);
        settings.put("knelpunt.inbox", inbox.toString());
        settings.put(
                "knelpunt.own-subjects",
                asked.path("own-subjects")
                        .orElse(data.directory().resolveSibling("own-subjects"))
                        .toString());
        settings.put("knelpunt.demo", String.valueOf(asked.has("demo")));
        settings.put("org.osgi.service.http.port", String.valueOf(port));
        settings.put("org.apache.felix.http.host", host);
        settings.put("knelpunt.console", String.valueOf(asked.has("foreground")));
        try {
            serve(home, data, settings, asked);
        } finally {
            // A channel that nobody holds any more is closed by the garbage collector, and its lock with it.
            Reference.reachabilityFence(lock);
            Reference.reachabilityFence(inboxLock);
        }
        return Main.DONE;
    }

    /** Two servers on the same drop folders would take each other's files. */
    private static FileChannel lockInbox(Path inbox) throws Failure {
        Optional<FileChannel> lock;
        try {
            // With the rights that are usual here: participants' systems write in folders below it.
            Files.createDirectories(inbox);
            lock = Trees.lock(inbox.resolve(".lock"));
        } catch (IOException e) {
            throw new Failure("The drop folders in " + inbox + " can't be used: " + Failure.reason(e)
                    + ". Choose another place with --inbox DIR.");
        }
        return lock.orElseThrow(() -> new Failure("The drop folders in " + inbox
                + " are in use by another server. Give this one its own with --inbox DIR."));
    }

    /** What every server of this installation is told. */
    static Map<String, String> settings(Home home, DataFolder data) {
        var settings = new HashMap<String, String>();
        settings.put("knelpunt.version", Version.current());
        settings.put("knelpunt.data", data.directory().toString());
        settings.put("knelpunt.conf", home.conf().toString());
        settings.put("knelpunt.plugins", home.plugins().toString());
        return settings;
    }

    private static void serve(Home home, DataFolder data, Map<String, String> settings, Asked asked)
            throws Failure, IOException, InterruptedException {
        data.register(Purpose.SERVER);
        var server = Boot.prepare(home, data, settings);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data, stopped), "stop"));
        var address = server.start();
        data.registerAddress(address);
        Main.OUT.println("Knelpunt runs at " + address);
        if (asked.has("demo") && Files.exists(data.demoPassword())) {
            Main.OUT.println(
                    "Accounts: politie-noord-holland.worker, wieringersluis.burgemeester, bureau.casusregisseur,"
                            + " bureau.admin … (all: knelpunt accounts list)");
            Main.OUT.println(
                    "Password: " + Files.readString(data.demoPassword()).strip());
        }
        if (Boolean.getBoolean("knelpunt.detach")) {
            letGo();
        }
        stopped.await();
    }

    /** Lets go of the terminal; closing these streams leads them nowhere. Then the waiting shell hears that all is well. */
    private static void letGo() {
        Main.OUT.close();
        Main.ERR.close();
        ProcessHandle.current().parent().ifPresent(ProcessHandle::destroy);
    }

    private static void stop(Boot server, DataFolder data, CountDownLatch stopped) {
        server.close();
        try {
            data.unregister();
        } catch (IOException e) {
            Main.ERR.println("knelpunt: " + Failure.reason(e));
        }
        stopped.countDown();
    }

    private static int alreadyRunning(DataFolder data) throws Failure, IOException, InterruptedException {
        var patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < patience) {
            var running = data.running();
            if (running.isEmpty() || running.get().purpose() != Purpose.SERVER) {
                break;
            }
            if (running.get().address().isPresent()) {
                Main.OUT.println(
                        "Knelpunt already runs at " + running.get().address().get());
                return Main.DONE;
            }
            Thread.sleep(100);
        }
        throw new Failure("The data folder " + data.directory() + " is in use by another process"
                + data.running().map(r -> " (" + r.process().pid() + ")").orElse("") + ".");
    }

    private static int port(Asked asked) throws WronglyAsked {
        try {
            var port = Integer.parseInt(asked.value("port").orElse("8080"));
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new WronglyAsked("--port is a number from 0 to 65535");
    }

    /** A demo never touches the data of a real installation, nor the other way round. */
    private static void demo(boolean demo, DataFolder data) throws Failure, IOException {
        var marked = Files.exists(data.demoMarker());
        if (demo && !marked) {
            if (!data.isEmpty()) {
                throw new Failure("The data folder " + data.directory()
                        + " holds data that are no demo's. Choose another one with --data DIR.");
            }
            Files.createFile(data.demoMarker());
        }
        if (!demo && marked) {
            throw new Failure("The data folder " + data.directory()
                    + " is a demo's. Start with --demo, or choose another one with --data DIR.");
        }
    }

    /** Asked beforehand, because the HTTP server would only log it. */
    private static void free(String host, int port) throws Failure, IOException {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (java.net.BindException e) {
            throw new Failure("Port " + port + " of " + host
                    + " is taken or not permitted. Choose another one with --port N, or --port 0 for any.");
        }
    }
}
