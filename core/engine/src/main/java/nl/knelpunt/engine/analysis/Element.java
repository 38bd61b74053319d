package nl.knelpunt.engine.analysis;

import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.Signal;

/**
 * On what something that is seen rests. Exactly one of both is there.
 *
 * @param datum as the analyst may see it
 * @param signal whose observation it is
 */
public record Element(ShownDatum datum, Signal signal) {

    public static Element of(ShownDatum datum) {
        return new Element(datum, null);
    }

    public static Element of(Signal signal) {
        return new Element(null, signal);
    }

    public UUID id() {
        return datum == null ? signal.id() : datum.datum().id();
    }

    public String supplier() {
        return datum == null ? signal.reporter() : datum.datum().supplier();
    }

    /** 0 of what came from a signal. */
    public int phase() {
        return datum == null ? 0 : datum.datum().phase();
    }

    /** Evaluation and handling codes; null when its supplier stated none. */
    public Grading grading() {
        return datum == null
                ? signal.content().grading()
                : datum.datum().source().grading();
    }

    public Set<Obligation> obligations() {
        return datum == null ? Set.of() : datum.obligations();
    }

    /** Without what is seen, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Element[" + id() + "]";
    }
}
