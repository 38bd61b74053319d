package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plugin.InterventionType;

/**
 * An intervention of the plan: one participant carries it out under its own power (Wgs 1.3(4), 2.23(7); G37).
 *
 * @param id UUIDv7
 * @param type code of the intervention type, from the executing participant's plugin
 * @param name of the type when it was planned, so that the plan stays readable without the plugin
 * @param category one of the five
 * @param basis legal basis of the type when it was planned
 * @param participant who carries it out
 * @param organ competent organ
 * @param description what is to be done; no personal data
 * @param due last day, null when open
 * @param execution what came of it, null until carried out
 */
public record Intervention(
        UUID id,
        String type,
        Text name,
        InterventionType.Category category,
        String basis,
        String participant,
        Organ organ,
        String description,
        LocalDate due,
        Execution execution) {

    /**
     * @param date carried out on
     * @param report what was done; no personal data
     * @param effect what it brought about
     * @param person who reported
     * @param at when it was reported
     */
    public record Execution(LocalDate date, String report, String effect, UUID person, Instant at) {}

    public Intervention carriedOut(Execution done) {
        return new Intervention(id, type, name, category, basis, participant, organ, description, due, done);
    }
}
