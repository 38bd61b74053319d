package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where something stands in its life: one constant of the enum of a {@link Table}. */
public interface State {

    /** As the enum constant is called. */
    String name();

    /** For people. */
    Text label();
}
