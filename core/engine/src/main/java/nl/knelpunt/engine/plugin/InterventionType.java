package nl.knelpunt.engine.plugin;

import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.participant.Organ;

/**
 * A kind of intervention that a participant can carry out, as its plugin describes it.
 *
 * @param code unique within the plugin
 * @param name as people know it
 * @param category one of the five of a plan
 * @param organ competent organ
 * @param task statutory task of that organ (G37)
 * @param basis legal basis
 * @param decision kind of decision, such as a decision in the sense of the Awb
 * @param conditions when it may be used
 * @param dataNeeded which categories carrying it out needs, no more
 * @param expectedEffect what it should bring about
 * @param sideEffect what else it may bring about
 * @param barrierStep where it raises a barrier
 */
public record InterventionType(
        String code,
        Text name,
        Category category,
        Organ organ,
        String task,
        Basis basis,
        Text decision,
        Text conditions,
        Set<DataCategory> dataNeeded,
        Text expectedEffect,
        Text sideEffect,
        Text barrierStep) {

    public enum Category {
        REPRESSION,
        PREVENTION,
        PERSPECTIVE,
        INVESTIGATION,
        RESILIENCE
    }

    /**
     * @param law name of the law
     * @param article of it
     * @param version of the text that was read, or since when
     * @param checkedByJurist false: shown as "to be checked by a jurist"
     */
    public record Basis(String law, String article, String version, boolean checkedByJurist) {

        @Override
        public String toString() {
            return law + " " + article;
        }
    }
}
