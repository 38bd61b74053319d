package nl.knelpunt.text;

import java.util.function.Consumer;
import nl.knelpunt.engine.text.TextFind;

/** Finds one kind of identifier. Threads may share one. */
interface Finder {

    void find(ReadText text, Consumer<TextFind> found);
}
