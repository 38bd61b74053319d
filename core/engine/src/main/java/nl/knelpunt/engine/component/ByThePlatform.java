package nl.knelpunt.engine.component;

import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;

/** What the platform does by itself when its time has come, through the gate as everybody. */
final class ByThePlatform {

    private static final System.Logger LOG = System.getLogger(ByThePlatform.class.getName());

    private ByThePlatform() {}

    /** @return whether it was done; it is refused when somebody ended, held or took it back in the meantime */
    static boolean does(Gate gate, Act act, UUID object, Gate.Asking asking, Gate.Change work) {
        try {
            gate.change(new Call(new Caller.Platform(), UUID.randomUUID(), "platform"), act, object, asking, work);
            return true;
        } catch (RefusedException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} of {1} was not done: {2}", act, object, e.getMessage());
            return false;
        }
    }
}
