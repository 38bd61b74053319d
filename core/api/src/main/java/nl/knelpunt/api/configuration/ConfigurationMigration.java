package nl.knelpunt.api.configuration;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns the configuration of earlier versions of a plugin into its own, and its own back into theirs. Registered as a Declarative
 * Service by a plugin whose attributes changed their names or meaning; one without it takes over what has the same name.
 *
 * <p>Asked of the newer of two versions, when a swap is planned: before it, nothing of the new configuration is in force. Gets and
 * gives values by the name of the attribute; what has its default is absent. Values may be secret, so they belong in no message.
 *
 * <p>Without state, and without looking at anything but its arguments: the same values always become the same.
 */
@ConsumerType
public interface ConfigurationMigration {

    /**
     * Into the values of this version.
     *
     * @param from version of the schema that the values are of, lower than that of this version
     * @return what is not in it gets its default
     * @throws IllegalArgumentException these can't be carried over; what was configured must then be given anew
     */
    Map<String, List<String>> up(int from, Map<String, List<String>> values);

    /**
     * Out of the values of this version into those of an earlier one.
     *
     * @param to version of the schema that is wanted, lower than that of this version
     * @return what is not in it gets its default
     * @throws IllegalArgumentException there is no way back to that version
     */
    Map<String, List<String>> down(int to, Map<String, List<String>> values);
}
