package nl.knelpunt.engine.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.engine.lifecycle.SignalState;

/**
 * A report by a participant (Wgs 1.1). The data about its subjects are {@link nl.knelpunt.engine.dossier.Datum}s of the
 * dossier with the same id.
 *
 * @param id UUIDv7
 * @param reporter id of the reporting participant; a draft is seen by it alone
 * @param state see {@link nl.knelpunt.engine.lifecycle.Lifecycle}
 * @param version counts changes, from 1
 * @param received when the draft came in; five years and the term of a draft begin here
 * @param reported null while it is a draft
 * @param content what the reporter says
 * @param recognitions named participants and their answers
 * @param assessment null until prepared
 */
public record Signal(
        UUID id,
        String reporter,
        SignalState state,
        long version,
        Instant received,
        Instant reported,
        SignalContent content,
        List<Recognition> recognitions,
        Assessment assessment) {

    public Signal {
        recognitions = List.copyOf(recognitions);
    }

    public Optional<Recognition> recognitionOf(String participant) {
        return recognitions.stream()
                .filter(r -> r.participant().equals(participant))
                .findFirst();
    }

    /** Participants that recognised it. */
    public Stream<Recognition> recognised() {
        return recognitions.stream().filter(r -> r.outcome() == Recognition.Outcome.RECOGNISED);
    }

    /** Reporter and recognisers: those who decide on the assessment. */
    public List<String> assessors() {
        return Stream.concat(Stream.of(reporter), recognised().map(Recognition::participant))
                .distinct()
                .toList();
    }

    public Signal in(SignalState next) {
        return new Signal(id, reporter, next, version, received, reported, content, recognitions, assessment);
    }

    public Signal with(SignalContent changed) {
        return new Signal(id, reporter, state, version, received, reported, changed, recognitions, assessment);
    }

    public Signal reportedAt(Instant at) {
        return new Signal(id, reporter, state, version, received, at, content, recognitions, assessment);
    }

    public Signal with(Recognition recognition) {
        List<Recognition> all = new ArrayList<>(recognitions);
        all.removeIf(r -> r.participant().equals(recognition.participant()));
        all.add(recognition);
        return new Signal(id, reporter, state, version, received, reported, content, all, assessment);
    }

    public Signal with(Assessment changed) {
        return new Signal(id, reporter, state, version, received, reported, content, recognitions, changed);
    }

    /** Without the content, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Signal[" + id + ", " + state + ", " + version + "]";
    }
}
