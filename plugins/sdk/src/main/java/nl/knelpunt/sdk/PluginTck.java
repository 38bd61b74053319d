package nl.knelpunt.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a plugin's jar through everything that the platform asks of it, each thing as a test of its own:
 *
 * <pre>{@code
 * class TckIT {
 *     @PluginTck(messages = "toezicht.csv", forbidden = {"Ruritaans", "Wilhelmina"})
 *     void theJarKeepsTheContract() {}
 * }
 * }</pre>
 *
 * <p>When all went well a receipt lies beside the jar, {@code <name>.tck.json}, that names the jar's SHA-256: of another jar, or of
 * this one when a byte of it changes, it says nothing.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(TckExtension.class)
public @interface PluginTck {

    /**
     * Whole messages that the plugin can read, below {@code src/test/resources}; at least one for each adapter. With {@code =} and a
     * format behind the name where the file's ending doesn't say it: {@code zaak.json=zgw-zaak-json}.
     */
    String[] messages();

    /**
     * Values that stand in these messages and may never come out: a nationality, the name of who complained. At least one, or nothing
     * is shown.
     */
    String[] forbidden();

    /** The jar; when left out, the one in {@code target}. */
    String jar() default "";
}
