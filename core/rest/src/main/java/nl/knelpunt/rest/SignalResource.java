package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.signal.ShownSignal;
import nl.knelpunt.rest.DatumShapes.NewDatumBody;
import nl.knelpunt.rest.SignalShapes.AssessmentDecision;
import nl.knelpunt.rest.SignalShapes.FactorsBody;
import nl.knelpunt.rest.SignalShapes.NewRecognitionRequest;
import nl.knelpunt.rest.SignalShapes.NewSignal;
import nl.knelpunt.rest.SignalShapes.RecognitionAnswer;
import nl.knelpunt.rest.SignalShapes.SignalBody;
import nl.knelpunt.rest.SignalShapes.SignalList;
import nl.knelpunt.rest.SignalShapes.SignalView;

/** Signals, from draft to assessment. */
final class SignalResource {

    private static final String ALL = RouteTable.BASE + "/signals";

    private final UseCases use;

    SignalResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID signal) {
        return ALL + "/" + signal;
    }

    Answer list(Exchange exchange) {
        Page<ShownSignal> page = use.signals().list(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(new SignalList(
                page.items().stream()
                        .map(s -> SignalView.of(s, false, exchange.language()))
                        .toList(),
                exchange.links(ALL, page.next())));
    }

    Answer see(Exchange exchange) {
        ShownSignal shown = use.signals().see(exchange.call(), signal(exchange));
        return Answer.of(SignalView.of(shown, true, exchange.language()))
                .at(shown.signal().version());
    }

    Answer draft(Exchange exchange) throws IOException {
        NewSignal body = exchange.body(NewSignal.class);
        Call call = exchange.call();
        String participant =
                body.participant() == null ? use.accounts().self(call).participant() : body.participant();
        Done done = use.signals().draft(call, participant, body.content());
        return Answer.created(done, href(done.id()));
    }

    Answer complete(Exchange exchange) throws IOException {
        Call call = exchange.call();
        ObjectNode patch = exchange.patch(SignalBody.class);
        return changed(
                exchange,
                use.signals()
                        .complete(
                                call,
                                signal(exchange),
                                content -> Json.merged(SignalBody.of(content), patch, SignalBody.class)
                                        .engine()));
    }

    Answer discard(Exchange exchange) {
        return changed(exchange, use.signals().discard(exchange.call(), signal(exchange)));
    }

    Answer addDatum(Exchange exchange) throws IOException {
        NewDatumBody body = exchange.body(NewDatumBody.class);
        UUID signal = signal(exchange);
        Done done = use.signals().addDatum(exchange.call(), signal, body.engine());
        return Answer.created(done, href(signal) + "/data/" + done.id());
    }

    Answer removeDatum(Exchange exchange) {
        return changed(exchange, use.signals().removeDatum(exchange.call(), signal(exchange), exchange.id("datum")));
    }

    Answer report(Exchange exchange) {
        return changed(exchange, use.signals().report(exchange.call(), signal(exchange)));
    }

    Answer askRecognition(Exchange exchange) throws IOException {
        NewRecognitionRequest body = exchange.body(NewRecognitionRequest.class);
        return created(exchange, use.signals().askRecognition(exchange.call(), signal(exchange), body.participant()));
    }

    Answer recognise(Exchange exchange) throws IOException {
        RecognitionAnswer body = exchange.body(RecognitionAnswer.class);
        if (!body.recognised() && body.observation() != null) {
            throw BadRequestException.of(
                    "observation",
                    "Een waarneming hoort er alleen bij als u het signaal herkent.",
                    "An observation only belongs here when you recognise the signal.");
        }
        Call call = exchange.call();
        UUID signal = signal(exchange);
        return created(
                exchange,
                body.recognised()
                        ? use.signals().recognise(call, signal, body.engine())
                        : use.signals().doNotRecognise(call, signal));
    }

    Answer withdraw(Exchange exchange) {
        return changed(exchange, use.signals().withdraw(exchange.call(), signal(exchange)));
    }

    Answer prepareAssessment(Exchange exchange) throws IOException {
        FactorsBody body = exchange.body(FactorsBody.class);
        return changed(exchange, use.signals().prepareAssessment(exchange.call(), signal(exchange), body.engine()));
    }

    Answer decideAssessment(Exchange exchange) throws IOException {
        AssessmentDecision body = exchange.body(AssessmentDecision.class);
        return created(
                exchange,
                use.signals().decideAssessment(exchange.call(), signal(exchange), body.criteriaMet(), body.reason()));
    }

    private static UUID signal(Exchange exchange) {
        return exchange.id("signal");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(signal(exchange)));
    }

    /** Something within the signal was made; the answer is about the signal. */
    private static Answer created(Exchange exchange, Done done) {
        return changed(exchange, done).withStatus(201);
    }
}
