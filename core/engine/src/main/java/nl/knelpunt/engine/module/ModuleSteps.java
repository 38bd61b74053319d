package nl.knelpunt.engine.module;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is to run, for whoever makes it run; and what became of it. Every step is durable and logged when it is returned from, so it is
 * told before it is done.
 */
@ProviderType
public interface ModuleSteps {

    /** By kind. */
    List<Module> wanted();

    StagedModule staged(String digest);

    Swap swap(UUID id);

    /**
     * Goes on with a swap, unless it came to its end in the meantime: then it is returned as it is.
     *
     * @param counters null before the end
     * @param reason only of {@code ABORTED} and {@code ROLLED_BACK}; without content of any message
     */
    Swap step(UUID swap, Swap.Step step, Swap.Counters counters, Text reason);

    /** It failed while it ran: no call goes into it until it is released or exchanged. */
    void cutOff(String kind, Text reason);

    /** Of the calls since the last {@link #countAnew}. */
    Swap.Counters counters(String kind);

    /** Of the calls of the newest generation alone. */
    Modules.Health health(String kind);

    /** Of the last calls of those, at most {@value #RECENT}. */
    Recent recent(String kind);

    int RECENT = 50;

    /** @param errors among the calls that were the plugin's own fault */
    record Recent(int calls, int errors) {}

    /**
     * Something else serves this kind from now on.
     *
     * @param generation of the plugin; higher than that of every one before
     */
    void countAnew(String kind, long generation);

    /**
     * After something else serves this kind: everybody who follows events hears that what it brings may be another.
     *
     * @param serves null when nothing does any more
     */
    void tell(String kind, Generation serves);

    /** Jars that were taken from the plugins folder: digest by name there. */
    Map<String, String> taken();

    void take(String name, String digest);

    void letGo(String name);

    /** Whether an installation has what it begins with: what is wider from then on is new (G47). */
    boolean isInstalled();

    void installed();
}
