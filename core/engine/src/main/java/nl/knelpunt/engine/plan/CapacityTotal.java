package nl.knelpunt.engine.plan;

/**
 * What a participant put in, of one knelpunt or of all.
 *
 * @param hours pledged; of what was withdrawn only what was used
 * @param used hours
 * @param people pledged
 */
public record CapacityTotal(String participant, long hours, long used, long people) {}
