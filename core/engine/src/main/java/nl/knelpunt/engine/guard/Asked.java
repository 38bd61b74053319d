package nl.knelpunt.engine.guard;

import nl.knelpunt.engine.dossier.Intervention;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Recognition;

/** What an act asks beside what is known: the caller's own words, still to be judged. */
public sealed interface Asked {

    /** Nothing beside the act itself. */
    record Nothing() implements Asked {}

    /** On behalf of or towards a participant; null when it is not in this region. */
    record Towards(Participant participant) implements Asked {}

    /** A new subject that comes with a datum; null when the subject is known. */
    record About(Subject newSubject) implements Asked {}

    record Recognising(Recognition.OwnObservation observation) implements Asked {}

    record Weighing(Assessment.Factors factors) implements Asked {}

    /** A decision or vote with its reason. */
    record Deciding(String reason) implements Asked {}

    record Proposing(Proposal proposal) implements Asked {}

    record Opening(int phase, String necessity) implements Asked {}

    record Planning(String goal, boolean qualityTested, String informationBase) implements Asked {}

    /** An intervention by a participant; the type is null when no active plugin of that participant knows it. */
    record Intervening(Participant participant, Organ organ, InterventionType type) implements Asked {}

    /** Carrying out; null when the plan has no such intervention. */
    record CarryingOut(Intervention intervention) implements Asked {}
}
