package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.result.Provision;

/** What is said to the recipient of a result with it. */
final class Notices {

    private static final Text SECRECY = new Text(
            "U bent verplicht tot geheimhouding (artikel 1.11 Wgs; voor politiegegevens ook artikel 7 Wpg). Verstrek dit"
                    + " alleen verder als een wettelijk voorschrift dat toestaat.",
            "You are bound to secrecy (article 1.11 Wgs; for police data article 7 Wpg as well). Provide this further only"
                    + " where a legal rule allows it.");

    private static final DateTimeFormatter DUTCH =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Notices() {}

    static List<Text> of(Provision provision, Set<Obligation> obligations) {
        List<Text> notices = new ArrayList<>();
        if (obligations.contains(Obligation.SHOW_SECRECY)) {
            notices.add(SECRECY);
        }
        if (obligations.contains(Obligation.STATE_INFORMATION_BASE)) {
            String base = provision.content().informationBase();
            notices.add(new Text(
                    "Dit resultaat berust op: " + base + " (artikel 1.8 Bgs)",
                    "This result rests on: " + base + " (article 1.8 Bgs)"));
        }
        if (provision.feedbackDue() != null) {
            notices.add(feedback(provision.feedbackDue()));
        }
        return notices;
    }

    private static Text feedback(LocalDate due) {
        return new Text(
                "Koppel uiterlijk op " + DUTCH.format(due)
                        + " terug wat u met dit resultaat heeft gedaan, of waarom niets (artikel 1.7, vierde lid, Wgs).",
                "Give feedback by " + ENGLISH.format(due)
                        + " on what you did with this result, or why nothing (article 1.7(4) Wgs).");
    }
}
