package nl.knelpunt.engine.signal;

import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people do with signals. Every method goes through the gate: it is durable and logged when it returns, and throws
 * {@link nl.knelpunt.engine.guard.RefusedException} when the law or the order of things forbids it,
 * {@link nl.knelpunt.engine.gate.InvalidException} when the input makes no sense,
 * {@link nl.knelpunt.engine.gate.StaleException} when the caller saw an older version, and
 * {@link nl.knelpunt.engine.port.UnavailableException} when nothing can be done now.
 */
@ProviderType
public interface Signals {

    /** A draft by hand. */
    Done draft(Call call, String participant, SignalContent content);

    /** Changes what a draft says; {@code change} may be called on the store's thread and must be quick. */
    Done complete(Call call, UUID signal, UnaryOperator<SignalContent> change);

    /** Adds a datum to a draft; the id in the answer is the datum's. */
    Done addDatum(Call call, UUID signal, NewDatum datum);

    Done removeDatum(Call call, UUID signal, UUID datum);

    Done discard(Call call, UUID signal);

    /** Reports a draft to the RIEC (Wgs 2.23(1)). */
    Done report(Call call, UUID signal);

    /** Asks a named participant whether it recognises the signal. */
    Done askRecognition(Call call, UUID signal, String participant);

    /** The caller's participant recognises the signal by an observation of its own. */
    Done recognise(Call call, UUID signal, Recognition.OwnObservation observation);

    /** The caller's participant does not recognise it, and loses sight of it. */
    Done doNotRecognise(Call call, UUID signal);

    /** The caller's participant takes its recognition back, and loses sight of the signal; what was weighed is weighed anew. */
    Done withdrawRecognition(Call call, UUID signal);

    /** The reporter evaluates its signal anew, or changes what may be done with it; all data that came with it follow. */
    Done grade(Call call, UUID signal, Grading grading);

    Done withdraw(Call call, UUID signal);

    Done prepareAssessment(Call call, UUID signal, Assessment.Factors factors);

    /**
     * The caller's participant decides; the last decision takes the signal up or destroys it.
     *
     * @param notMet which criterion is not met; null when they are met, or when that is not said
     */
    Done decideAssessment(Call call, UUID signal, boolean criteriaMet, Criterion notMet, String reason);

    /** The same, without saying which criterion is not met. */
    default Done decideAssessment(Call call, UUID signal, boolean criteriaMet, String reason) {
        return decideAssessment(call, signal, criteriaMet, null, reason);
    }

    /** Links a signal that was taken up to a running activity, and brings its data in. */
    Done link(Call call, UUID knelpunt, UUID signal);

    ShownSignal see(Call call, UUID signal);

    /** Signals that the caller may see, oldest first, without data. */
    Page<ShownSignal> list(Call call, SignalFilter filter, UUID after, int limit);

    /** The same, of all. */
    default Page<ShownSignal> list(Call call, UUID after, int limit) {
        return list(call, SignalFilter.NONE, after, limit);
    }
}
