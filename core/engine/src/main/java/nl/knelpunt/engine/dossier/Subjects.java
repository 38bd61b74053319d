package nl.knelpunt.engine.dossier;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The subjects of one dossier.
 *
 * @param byId in order of id
 * @param withCriminalData those about whom the dossier holds data of a criminal nature; only loaded where G10 asks for it
 */
public record Subjects(Map<UUID, Subject> byId, Set<UUID> withCriminalData) {

    public static final Subjects NONE = new Subjects(Map.of(), Set.of());

    public static Subjects of(Collection<Subject> subjects) {
        if (subjects.isEmpty()) {
            return NONE;
        }
        Map<UUID, Subject> byId = new LinkedHashMap<>(subjects.size() * 2);
        subjects.forEach(s -> byId.put(s.id(), s));
        return new Subjects(byId, Set.of());
    }

    public Subjects withCriminalData(Set<UUID> ids) {
        return new Subjects(byId, Set.copyOf(ids));
    }

    /** Null when nobody of this dossier has this id. */
    public Subject find(UUID id) {
        return id == null ? null : byId.get(id);
    }

    public Collection<Subject> all() {
        return byId.values();
    }
}
