package nl.knelpunt.demo;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.port.HealthCheck;
import org.osgi.service.component.annotations.Component;

/**
 * How far the demo is. A component of its own, without needs, so that from the first moment on health says {@code starting}
 * while the demo data are not complete.
 */
@Component(service = {HealthCheck.class, Progress.class})
public final class Progress implements HealthCheck {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private static final Text NOT_BEGUN = new Text("De demo wordt voorbereid.", "The demo is being prepared.");
    private static final Text NEVER_BEGUN = new Text(
            "De demo is niet begonnen: er ontbreken onderdelen. Zie data/log.",
            "The demo has not begun: parts of the platform are missing. See data/log.");

    private final long since = System.nanoTime();
    private volatile State state = new State(Step.WAITING, NOT_BEGUN);

    private enum Step {
        WAITING,
        WORKING,
        COMPLETE,
        FAILED
    }

    private record State(Step step, Text text) {}

    @Override
    public String name() {
        return now().step == Step.FAILED || now().step == Step.COMPLETE ? "demo" : "starting";
    }

    @Override
    public Optional<Text> problem() {
        State now = now();
        return now.step == Step.COMPLETE ? Optional.empty() : Optional.of(now.text);
    }

    private State now() {
        State now = state;
        return now.step == Step.WAITING && System.nanoTime() - since > PATIENCE
                ? new State(Step.FAILED, NEVER_BEGUN)
                : now;
    }

    void working(String nl, String en) {
        state = new State(Step.WORKING, new Text(nl, en));
    }

    void complete() {
        state = new State(Step.COMPLETE, null);
    }

    void failed(Text why) {
        state = new State(Step.FAILED, why);
    }
}
