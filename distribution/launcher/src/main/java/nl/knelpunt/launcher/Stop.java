package nl.knelpunt.launcher;

import java.io.IOException;
import java.time.Duration;

/** {@code knelpunt stop}. */
final class Stop {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Stop() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "stop takes no words, only options");
        var data = asked.data(Home.current());
        var running = data.running();
        if (running.isEmpty()) {
            Main.OUT.println("Knelpunt does not run on " + data.directory() + ".");
            return Main.DONE;
        }
        var process = running.get().process();
        process.destroy();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!DataFolder.isAlive(process)) {
                Main.OUT.println("Knelpunt has stopped.");
                return Main.DONE;
            }
            Thread.sleep(20);
        }
        throw new Failure("Process " + process.pid() + " has been told to stop, but still runs after "
                + PATIENCE.toSeconds() + " seconds. See " + data.log() + ".");
    }
}
