package nl.knelpunt.rest;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import nl.knelpunt.engine.oversight.Operations;
import nl.knelpunt.rest.Shapes.BackupView;
import nl.knelpunt.rest.Shapes.ClockMove;
import nl.knelpunt.rest.Shapes.ClockView;
import nl.knelpunt.rest.Shapes.ContentsView;
import nl.knelpunt.rest.Shapes.LogVerification;

/** Acts on the installation itself. */
final class OperationsResource {

    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
    private static final int MOST_CHARACTERS = 20;

    private final UseCases use;

    OperationsResource(UseCases use) {
        this.use = use;
    }

    Answer verifyLog(Exchange exchange) {
        return Answer.of(LogVerification.of(use.operations().verifyLog(exchange.call())));
    }

    Answer backUp(Exchange exchange) {
        return Answer.created(BackupView.of(use.operations().backUp(exchange.call())));
    }

    Answer contents(Exchange exchange) {
        return Answer.of(ContentsView.of(use.operations().contents(exchange.call())));
    }

    Answer clock(Exchange exchange) {
        return Answer.of(new ClockView(demo().now()));
    }

    Answer moveClock(Exchange exchange) throws IOException {
        Operations demo = demo();
        ClockMove body = exchange.body(ClockMove.class);
        if ((body.to() == null) == (body.forward() == null)) {
            throw BadRequestException.of("to", "Geef to of forward, niet allebei.", "Give to or forward, not both.");
        }
        Instant to = body.to() == null ? forward(demo.now(), body.forward()) : body.to();
        return Answer.of(new ClockView(demo.moveClock(exchange.call(), to)));
    }

    private Operations demo() {
        Operations operations = use.operations();
        if (!operations.isDemo()) {
            throw ProblemException.unknownPath();
        }
        return operations;
    }

    /** Days and years as people count them, also over the change to summer time. */
    private static Instant forward(Instant now, String by) {
        try {
            if (by.length() <= MOST_CHARACTERS) {
                return by.contains("T")
                        ? now.plus(Duration.parse(by))
                        : now.atZone(NETHERLANDS).plus(Period.parse(by)).toInstant();
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Told below, without what was sent.
        }
        throw BadRequestException.of(
                "forward",
                "Hier hoort een tijdsduur volgens ISO 8601, zoals P30D of PT12H.",
                "An ISO 8601 duration belongs here, such as P30D or PT12H.");
    }
}
