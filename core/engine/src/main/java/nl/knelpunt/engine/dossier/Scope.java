package nl.knelpunt.engine.dossier;

import java.util.List;

/**
 * The delimitation.
 *
 * @param in what belongs to the knelpunt
 * @param out what does not
 * @param area on the map, null where the object is no area
 * @param branches codes of the SBI 2008, empty where the object is no branch
 */
public record Scope(String in, String out, Area area, List<String> branches) {

    public static final Scope NONE = new Scope(null, null, null, null);

    public Scope {
        branches = branches == null ? List.of() : List.copyOf(branches);
    }

    public Scope with(Area drawn) {
        return new Scope(in, out, drawn, branches);
    }

    public Scope withBranches(List<String> codes) {
        return new Scope(in, out, area, codes);
    }
}
