package nl.knelpunt.engine.text;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks for what may not, or not unthought, stand in free text. Finds are hints: look-alikes are common, so a person judges each
 * of them. Threads may share one.
 */
@ProviderType
public interface TextScanner {

    /**
     * The same text gives the same finds. The work grows with the length of the text and no faster, whatever is in it.
     *
     * @param text never null; may hold anything, lone surrogates included
     * @return ordered by place, then by kind; those of one kind don't overlap
     */
    List<TextFind> scan(String text);
}
