package nl.knelpunt.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;

/** Where the stories are told: signals and knelpunten begin here. */
final class Stage {

    final Seeder.UseCases use;
    private final Chronicle chronicle;
    private final Cast cast;

    Stage(Chronicle chronicle, Cast cast, Seeder.UseCases use) {
        this.chronicle = chronicle;
        this.cast = cast;
        this.use = use;
    }

    SignalStory signal(String title) {
        return new SignalStory(this, title);
    }

    /** A signal that nobody has looked at since its message came in. */
    SignalStory message() {
        return new SignalStory(this, null);
    }

    KnelpuntStory knelpunt(String title) {
        return new KnelpuntStory(this, title);
    }

    void on(int daysAgo, Runnable scene) {
        chronicle.on(daysAgo, scene);
    }

    /** Somebody tries what the guard does not permit, so that the log has a refusal. */
    void refused(int daysAgo, Runnable attempt) {
        on(daysAgo, () -> {
            try {
                attempt.run();
            } catch (RefusedException e) {
                return;
            }
            throw new IllegalStateException("The guard should have refused this");
        });
    }

    /** When a meeting begins on a day. */
    Instant meetingOn(int daysAgo) {
        return day(daysAgo).atTime(9, 0).atZone(ZoneId.of("Europe/Amsterdam")).toInstant();
    }

    UUID account(String name) {
        return cast.account(name);
    }

    LocalDate day(int daysAgo) {
        return chronicle.day(daysAgo);
    }

    /** A call by who has this account. */
    Call by(String account) {
        return Seeder.call(new Caller.Person(cast.account(account)));
    }

    /** The participant of an account: what stands before the dot. */
    static String participantOf(String account) {
        return account.substring(0, account.indexOf('.'));
    }
}
