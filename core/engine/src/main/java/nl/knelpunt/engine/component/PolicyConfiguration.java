package nl.knelpunt.engine.component;

import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.Policies;
import nl.knelpunt.engine.port.UnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The RIEC's policy from {@code conf/nl.knelpunt.engine.policy.cfg}. A mistake there closes the gate, and health says why. */
@Component(configurationPid = PolicyConfiguration.PID)
@Designate(ocd = PolicyConfiguration.Settings.class)
public final class PolicyConfiguration implements Policies, HealthCheck {

    static final String PID = "nl.knelpunt.engine.policy";

    @ObjectClassDefinition(name = "Policy of the RIEC")
    @interface Settings {

        @AttributeDefinition(description = "More than this part of the designated participants must have voted, 0 to 1")
        String quorum() default "0.5";

        @AttributeDefinition(description = "More than this part of the votes for or against must be for, 0 to 1")
        String majority() default "0.5";

        @AttributeDefinition(description = "Days after which a draft that was not reported is destroyed, 1 to 365")
        String draftDays() default "30";
    }

    private record Read(Policy policy, Text problem) {}

    private volatile Read read;

    @Activate
    public PolicyConfiguration(Settings settings) {
        change(settings);
    }

    /** A change of the file holds from the next act; nothing is restarted. */
    @Modified
    void change(Settings settings) {
        try {
            read = new Read(
                    new Policy(
                            Double.parseDouble(settings.quorum().trim()),
                            Double.parseDouble(settings.majority().trim()),
                            Integer.parseInt(settings.draftDays().trim())),
                    null);
        } catch (IllegalArgumentException e) {
            read = new Read(
                    null,
                    new Text(
                            "conf/" + PID
                                    + ".cfg klopt niet: quorum en majority zijn delen van 0 tot 1, draftDays is een"
                                    + " aantal dagen van 1 tot en met 365. Verbeter het bestand.",
                            "conf/" + PID + ".cfg is wrong: quorum and majority are parts from 0 to 1, draftDays is a"
                                    + " number of days from 1 to 365. Correct the file."));
        }
    }

    @Override
    public Policy current() {
        Read now = read;
        if (now.policy == null) {
            throw new UnavailableException(now.problem, null);
        }
        return now.policy;
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public Optional<Text> problem() {
        return Optional.ofNullable(read.problem);
    }
}
