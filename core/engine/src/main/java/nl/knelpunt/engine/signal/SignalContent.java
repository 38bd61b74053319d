package nl.knelpunt.engine.signal;

import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.participant.Organ;

/**
 * What a reporter says of a signal, apart from the data about subjects. Parts are null until they are filled in; the guard
 * says at reporting what is missing.
 *
 * @param title a few words without personal data
 * @param organ for which the worker reports
 * @param task code of the statutory task in which was observed
 * @param observation what, when, where, by whom
 * @param manifestation of organised crime
 * @param manifestationDecision only for a designated manifestation: the decision, with date
 * @param manifestationPublication only for a designated manifestation: where it was published
 * @param criteria explanation of the criteria a to e
 * @param qualityTested factual correctness and quality were tested as far as possible (Bgs 1.6(1))
 * @param lawfullyHeld the data are lawfully held (Bgs 1.5)
 * @param police for police data: Wpg class and agreement; else null
 * @param grading how the reporter evaluates it and what may be done with it; null until stated
 */
public record SignalContent(
        String title,
        Organ organ,
        String task,
        Observation observation,
        Manifestation manifestation,
        String manifestationDecision,
        String manifestationPublication,
        Criteria criteria,
        boolean qualityTested,
        boolean lawfullyHeld,
        PoliceBasis police,
        Grading grading) {

    public SignalContent {
        observation = observation == null ? new Observation(null, null, null, null, null) : observation;
        criteria = criteria == null ? Criteria.NONE : criteria;
    }

    /** Not graded. */
    public SignalContent(
            String title,
            Organ organ,
            String task,
            Observation observation,
            Manifestation manifestation,
            String manifestationDecision,
            String manifestationPublication,
            Criteria criteria,
            boolean qualityTested,
            boolean lawfullyHeld,
            PoliceBasis police) {
        this(
                title,
                organ,
                task,
                observation,
                manifestation,
                manifestationDecision,
                manifestationPublication,
                criteria,
                qualityTested,
                lawfullyHeld,
                police,
                null);
    }

    public SignalContent with(Grading changed) {
        return new SignalContent(
                title,
                organ,
                task,
                observation,
                manifestation,
                manifestationDecision,
                manifestationPublication,
                criteria,
                qualityTested,
                lawfullyHeld,
                police,
                changed);
    }

    /** What an adapter read; all that a person must say is still open. */
    public static SignalContent draft(Observation observation) {
        return new SignalContent(null, null, null, observation, null, null, null, Criteria.NONE, false, false, null);
    }

    /** Without the texts, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "SignalContent[" + organ + ", " + task + "]";
    }
}
