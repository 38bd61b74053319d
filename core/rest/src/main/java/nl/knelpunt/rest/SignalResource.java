package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.signal.Comparisons;
import nl.knelpunt.engine.signal.ShownSignal;
import nl.knelpunt.engine.signal.SignalFilter;
import nl.knelpunt.engine.signal.SignalOutcome;
import nl.knelpunt.rest.DatumShapes.NewDatumBody;
import nl.knelpunt.rest.SignalShapes.AssessmentDecision;
import nl.knelpunt.rest.SignalShapes.Comparison;
import nl.knelpunt.rest.SignalShapes.CorrespondingList;
import nl.knelpunt.rest.SignalShapes.CorrespondingView;
import nl.knelpunt.rest.SignalShapes.FactorsBody;
import nl.knelpunt.rest.SignalShapes.GradingBody;
import nl.knelpunt.rest.SignalShapes.NewLink;
import nl.knelpunt.rest.SignalShapes.NewRecognitionRequest;
import nl.knelpunt.rest.SignalShapes.NewSignal;
import nl.knelpunt.rest.SignalShapes.OutcomeList;
import nl.knelpunt.rest.SignalShapes.OutcomeView;
import nl.knelpunt.rest.SignalShapes.RecognitionAnswer;
import nl.knelpunt.rest.SignalShapes.RecognitionHelpView;
import nl.knelpunt.rest.SignalShapes.RecognitionKeyView;
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
        Page<ShownSignal> page =
                use.signals().list(exchange.call(), filter(exchange), exchange.after(), exchange.limit());
        return Answer.of(new SignalList(
                page.items().stream()
                        .map(s -> SignalView.of(s, false, exchange.language()))
                        .toList(),
                exchange.links(ALL, page.next())));
    }

    private static SignalFilter filter(Exchange exchange) {
        LocalDate from = exchange.day("receivedFrom");
        LocalDate to = exchange.day("receivedTo");
        return new SignalFilter(
                exchange.constant("state", SignalState.class),
                exchange.query("reporter"),
                from == null ? null : startOf(from),
                to == null ? null : startOf(to.plusDays(1)),
                exchange.constant("manifestation", Manifestation.class),
                exchange.query("municipality"),
                exchange.idOf("knelpunt"),
                exchange.flag("waiting"));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Facts.NETHERLANDS).toInstant();
    }

    Answer outcomes(Exchange exchange) {
        Page<SignalOutcome> page =
                use.signalOutcomes().list(exchange.call(), exchange.idOf("signal"), exchange.after(), exchange.limit());
        return Answer.of(new OutcomeList(
                page.items().stream().map(OutcomeView::of).toList(), exchange.links(ALL + "/outcomes", page.next())));
    }

    Answer compare(Exchange exchange) throws IOException {
        Area area = exchange.body(Comparison.class).area();
        Call call = exchange.call();
        UUID signal = signal(exchange);
        Page<Comparisons.Corresponding> page = area == null
                ? use.comparisons().onIdentifiers(call, signal, exchange.after(), exchange.limit())
                : use.comparisons().inArea(call, signal, area, exchange.after(), exchange.limit());
        return Answer.of(new CorrespondingList(
                page.items().stream()
                        .map(c -> CorrespondingView.of(c, exchange.language()))
                        .toList(),
                exchange.links(href(signal) + "/side-by-side", page.next())));
    }

    Answer withdrawRecognition(Exchange exchange) {
        return changed(exchange, use.signals().withdrawRecognition(exchange.call(), signal(exchange)));
    }

    Answer help(Exchange exchange) throws IOException, MessageException {
        return Answer.of(RecognitionHelpView.of(use.recognitionHelp().ask(exchange.call(), signal(exchange))));
    }

    Answer recognitionKey(Exchange exchange) {
        return Answer.of(
                RecognitionKeyView.of(use.recognitionHelp().key(exchange.call(), exchange.path("participant"))));
    }

    Answer grade(Exchange exchange) throws IOException {
        GradingBody body = exchange.body(GradingBody.class);
        return changed(exchange, use.signals().grade(exchange.call(), signal(exchange), body.engine()));
    }

    Answer link(Exchange exchange) throws IOException {
        NewLink body = exchange.body(NewLink.class);
        Done done = use.signals().link(exchange.call(), exchange.id("knelpunt"), body.signal());
        return Answer.changed(done, href(done.id())).withStatus(201);
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
                use.signals()
                        .decideAssessment(
                                exchange.call(), signal(exchange), body.criteriaMet(), body.notMet(), body.reason()));
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
