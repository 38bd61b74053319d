package nl.knelpunt.engine.analysis;

import java.util.Map;
import nl.knelpunt.engine.text.FilledText;

/**
 * An analysis as one reader may see it now.
 *
 * @param analysis as it was written, with its references
 * @param question filled, null when there is none
 * @param sections filled, by field and in order; without what is not written
 */
public record ShownAnalysis(Analysis analysis, FilledText question, Map<String, FilledText> sections) {}
