package nl.knelpunt.engine.module;

import nl.knelpunt.api.Text;

/**
 * How a kind of participant is served.
 *
 * @param message what is wrong and what to do; null when nothing is
 * @param isSatisfied whether what serves is what is to run
 * @param errorRate of the calls, 0 to 1
 */
public record ModuleHealth(Status status, Text message, boolean isSatisfied, double errorRate) {

    /** From this part of the calls on, errors are worth a look. */
    public static final double LOOK_FROM = 0.05;

    public enum Status {
        /** Works. */
        OK,
        /** Works, but somebody should look. */
        WARN,
        /** Does not serve, or does not serve well enough. */
        CRITICAL
    }

    public static ModuleHealth of(Modules.Status served) {
        Module module = served.module();
        boolean satisfied = module.quarantine() == null
                && (module.active() == null
                        ? served.runs().isEmpty()
                        : served.runs().filter(module.active()::equals).isPresent());
        long calls = served.health().calls();
        double rate = calls == 0 ? 0 : (double) served.health().errors() / calls;
        String kind = "\"" + module.kind() + "\"";
        if (module.quarantine() != null) {
            return new ModuleHealth(
                    Status.CRITICAL,
                    new Text(
                            "De module voor " + kind + " staat in quarantaine: "
                                    + sentence(module.quarantine().reason().nl())
                                    + " Berichten wachten bij wie ze stuurt.",
                            "The module for " + kind + " is in quarantine: "
                                    + sentence(module.quarantine().reason().en())
                                    + " Messages wait where they come from."),
                    false,
                    rate);
        }
        if (module.active() != null && served.runs().isEmpty()) {
            return new ModuleHealth(
                    Status.CRITICAL,
                    new Text(
                            "De module voor " + kind
                                    + " hoort te draaien en doet dat niet. Het logboek van de server zegt" + " waarom.",
                            "The module for " + kind + " should run and doesn't. The log of the server says why."),
                    false,
                    rate);
        }
        if (rate >= LOOK_FROM) {
            String percent = Math.round(rate * 100) + " %";
            return new ModuleHealth(
                    Status.WARN,
                    new Text(
                            "Van de oproepen van de module voor " + kind + " mislukt " + percent
                                    + ". Zet zo nodig een eerdere versie terug.",
                            "Of the calls of the module for " + kind + " " + percent
                                    + " fail. Roll back to an earlier version if need be."),
                    satisfied,
                    rate);
        }
        if (!satisfied && module.swap() == null) {
            return new ModuleHealth(
                    Status.WARN,
                    new Text(
                            "Voor " + kind + " draait een andere module dan bedoeld.",
                            "For " + kind + " another module runs than is meant to."),
                    false,
                    rate);
        }
        return new ModuleHealth(Status.OK, null, satisfied, rate);
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?]\\s*") ? text.strip() : text.strip() + ".";
    }
}
