package nl.knelpunt.engine.analysis;

import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.Text;

/**
 * How a form of crime goes, step by step, and who can put up a barrier where. Data, not code; without personal data.
 *
 * @param code lower case letters, digits and hyphens; stays the same from version to version
 * @param version as its maker calls it; what a version says never changes
 * @param name for people
 * @param source on what it rests
 * @param checked whether somebody who knows the field checked it; false: shown as still to be checked
 * @param steps in order; as many as the form of crime has
 */
public record BarrierModel(String code, String version, Text name, Text source, boolean checked, List<Step> steps) {

    public static final int MOST_STEPS = 30;
    public static final int MOST_ITEMS = 50;
    /** Of each text. */
    public static final int MOST_CHARACTERS = 1_000;

    public BarrierModel {
        steps = List.copyOf(steps);
    }

    /**
     * @param code unique within the model
     * @param occasions what makes the step possible
     * @param signals by which it is noticed
     * @param providers whose service is used
     * @param partners who can help, with or without powers
     * @param barriers who can intervene and how
     */
    public record Step(
            String code,
            Text name,
            List<Text> occasions,
            List<Text> signals,
            List<Provider> providers,
            List<Text> partners,
            List<Barrier> barriers) {

        public Step {
            occasions = occasions == null ? List.of() : List.copyOf(occasions);
            signals = signals == null ? List.of() : List.copyOf(signals);
            providers = providers == null ? List.of() : List.copyOf(providers);
            partners = partners == null ? List.of() : List.copyOf(partners);
            barriers = barriers == null ? List.of() : List.copyOf(barriers);
        }
    }

    /**
     * @param who a kind of business or trade
     * @param unwitting whether it mostly does not know
     */
    public record Provider(Text who, boolean unwitting) {}

    /**
     * @param participantKind kind of participant that can put it up, such as {@code municipality}
     * @param interventionType code of the type of intervention that does it, null when none is known
     * @param how in words
     */
    public record Barrier(String participantKind, String interventionType, Text how) {}

    public Optional<Step> step(String stepCode) {
        return steps.stream().filter(s -> s.code().equals(stepCode)).findFirst();
    }
}
