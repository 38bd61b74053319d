package nl.knelpunt.engine.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.engine.gate.Versioned;
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
 * @param links activities that it belongs to; empty until one was decided on with it
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
        Assessment assessment,
        List<Link> links)
        implements Versioned {

    /** At latest so many years after it was received a signal is destroyed, whatever became of it (Wgs 1.8(7); G39). */
    public static final int MOST_YEARS = 5;

    /** What of a participant a signal waits for. */
    public enum Waiting {
        /** A draft that is still to be reported. */
        REPORT,
        /** The question whether it recognises it. */
        RECOGNISE,
        /** Its decision on the assessment. */
        DECIDE
    }

    /**
     * @param knelpunt that was decided on with the signal, or that it was linked to later
     * @param at when
     */
    public record Link(UUID knelpunt, Instant at) {}

    public Signal {
        recognitions = List.copyOf(recognitions);
        links = links == null ? List.of() : List.copyOf(links);
    }

    /** Linked to nothing. */
    public Signal(
            UUID id,
            String reporter,
            SignalState state,
            long version,
            Instant received,
            Instant reported,
            SignalContent content,
            List<Recognition> recognitions,
            Assessment assessment) {
        this(id, reporter, state, version, received, reported, content, recognitions, assessment, List.of());
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

    /** Questions that wait for an answer: none once it is weighed. */
    public Stream<Recognition> open() {
        return state == SignalState.ASKED || state == SignalState.RECOGNISED
                ? recognitions.stream().filter(r -> r.outcome() == Recognition.Outcome.OPEN)
                : Stream.empty();
    }

    /** Reporter and recognisers: those who decide on the assessment. */
    public List<String> assessors() {
        return Stream.concat(Stream.of(reporter), recognised().map(Recognition::participant))
                .distinct()
                .toList();
    }

    /** Participants whose people may know of it: the reporter, who recognised it, and who is still asked. */
    public List<String> knownTo() {
        return Stream.concat(assessors().stream(), open().map(Recognition::participant))
                .distinct()
                .toList();
    }

    /** The state as a participant is told it: who is only asked must not learn that another recognised it. */
    public SignalState stateTo(String participant) {
        return state == SignalState.RECOGNISED && !assessors().contains(participant) ? SignalState.ASKED : state;
    }

    /**
     * The version as a participant is told it: what counts is when it was last weighed, or each question to others and each
     * answer of theirs would show. Only the reporter sees every change.
     */
    public long versionTo(String participant) {
        if (participant.equals(reporter)) {
            return version;
        }
        return assessment == null ? 1 : assessment.prepared().toEpochMilli();
    }

    /** Whether the next step is the bureau's: to ask somebody, or to prepare the assessment. */
    public boolean waitsForBureau() {
        return state == SignalState.REPORTED
                || state == SignalState.RECOGNISED
                || state == SignalState.ASKED && open().findAny().isEmpty();
    }

    /** Null when it waits for nothing of this participant. */
    public Waiting waitsFor(String participant) {
        if (state == SignalState.DRAFT) {
            return participant.equals(reporter) ? Waiting.REPORT : null;
        }
        if (open().anyMatch(r -> r.participant().equals(participant))) {
            return Waiting.RECOGNISE;
        }
        boolean decides = state == SignalState.WEIGHED
                && assessors().contains(participant)
                && assessment.decisions().stream()
                        .noneMatch(d -> d.participant().equals(participant));
        return decides ? Waiting.DECIDE : null;
    }

    /** The last day on which it may exist. */
    public LocalDate destroyBy(ZoneId zone) {
        return received.atZone(zone).toLocalDate().plusYears(MOST_YEARS);
    }

    public Signal in(SignalState next) {
        return new Signal(id, reporter, next, version, received, reported, content, recognitions, assessment, links);
    }

    public Signal with(SignalContent changed) {
        return new Signal(id, reporter, state, version, received, reported, changed, recognitions, assessment, links);
    }

    public Signal reportedAt(Instant at) {
        return new Signal(id, reporter, state, version, received, at, content, recognitions, assessment, links);
    }

    public Signal with(Recognition recognition) {
        List<Recognition> all = new ArrayList<>(recognitions);
        all.removeIf(r -> r.participant().equals(recognition.participant()));
        all.add(recognition);
        return new Signal(id, reporter, state, version, received, reported, content, all, assessment, links);
    }

    /** Null when it is to be weighed anew. */
    public Signal with(Assessment changed) {
        return new Signal(id, reporter, state, version, received, reported, content, recognitions, changed, links);
    }

    public boolean isLinkedTo(UUID knelpunt) {
        return links.stream().anyMatch(l -> l.knelpunt().equals(knelpunt));
    }

    public Signal linkedTo(UUID knelpunt, Instant at) {
        return isLinkedTo(knelpunt)
                ? this
                : linked(Stream.concat(links.stream(), Stream.of(new Link(knelpunt, at)))
                        .toList());
    }

    public Signal unlinkedFrom(UUID knelpunt) {
        return linked(links.stream().filter(l -> !l.knelpunt().equals(knelpunt)).toList());
    }

    private Signal linked(List<Link> changed) {
        SignalState next = changed.isEmpty() ? SignalState.TAKEN_UP : SignalState.LINKED;
        return new Signal(id, reporter, next, version, received, reported, content, recognitions, assessment, changed);
    }

    /** Without the content, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Signal[" + id + ", " + state + ", " + version + "]";
    }
}
