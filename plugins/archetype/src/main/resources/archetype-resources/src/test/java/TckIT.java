package ${package};

import nl.knelpunt.sdk.PluginTck;

/** The jar keeps what the platform asks. Name here every message, and what in them may never come out. */
class TckIT {

    @PluginTck(
            messages = "toezicht.csv",
            forbidden = {"Ruritaans", "Wilhelmina"})
    void theJarKeepsTheContract() {}
}
