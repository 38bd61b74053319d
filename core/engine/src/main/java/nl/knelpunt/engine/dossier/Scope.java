package nl.knelpunt.engine.dossier;

/**
 * The delimitation.
 *
 * @param in what belongs to the knelpunt
 * @param out what does not
 * @param area on the map, null where the object is no area
 */
public record Scope(String in, String out, Area area) {}
