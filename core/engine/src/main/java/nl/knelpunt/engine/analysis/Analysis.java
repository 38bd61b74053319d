package nl.knelpunt.engine.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.AnalysisState;

/**
 * A written analysis of a knelpunt. Of each knelpunt at most one is open; what is final stays as it is, and the next begins with
 * its text. Its texts name persons only by {@link nl.knelpunt.engine.text.Reference}.
 *
 * @param id UUIDv7
 * @param number which version of the analysis of this knelpunt, from 1
 * @param version counts changes, from 1
 * @param state see {@link nl.knelpunt.engine.lifecycle.Lifecycle}
 * @param question of the case director, null when the analyst began by itself
 * @param sections never null
 * @param writer who wrote last, null until somebody did
 * @param moves every state that it came into; the first is how it came to be
 */
public record Analysis(
        UUID id,
        UUID knelpunt,
        int number,
        long version,
        AnalysisState state,
        Question question,
        Sections sections,
        UUID writer,
        List<Move> moves)
        implements Versioned {

    /** Texts of all sections together fit in one request. */
    public static final int MOST_CHARACTERS = 10_000;

    public Analysis {
        moves = List.copyOf(moves);
    }

    /**
     * @param text what is asked
     * @param due last day, null for none
     */
    public record Question(String text, LocalDate due, UUID person, Instant at) {}

    /**
     * Each is null until written, and at most {@link #MOST_CHARACTERS} long.
     *
     * @param seriousness how serious it is
     * @param size how much of it there is, and where
     * @param causes what makes it possible
     * @param patterns what recurs: how, when, along which ways
     * @param vulnerabilities where it can be hit, and where society is open to it
     * @param conclusions what follows, and what is advised
     */
    public record Sections(
            String seriousness,
            String size,
            String causes,
            String patterns,
            String vulnerabilities,
            String conclusions) {

        public static final Sections NONE = new Sections(null, null, null, null, null, null);

        /** In order, by the name of its field; also what is not written. */
        public Map<String, String> byField() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("seriousness", seriousness);
            all.put("size", size);
            all.put("causes", causes);
            all.put("patterns", patterns);
            all.put("vulnerabilities", vulnerabilities);
            all.put("conclusions", conclusions);
            return all;
        }

        /** Fields of what is still to be written. */
        public List<String> missing() {
            return byField().entrySet().stream()
                    .filter(e -> e.getValue() == null || e.getValue().isBlank())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** @param remarks of who tested it; else null */
    public record Move(AnalysisState to, UUID person, Instant at, String remarks) {}

    public Analysis in(AnalysisState next, UUID person, Instant at, String remarks) {
        List<Move> all = new ArrayList<>(moves);
        all.add(new Move(next, person, at, remarks));
        return new Analysis(id, knelpunt, number, version, next, question, sections, writer, all);
    }

    public Analysis written(Sections changed, UUID person, Instant at) {
        Analysis draft = state == AnalysisState.DRAFT ? this : in(AnalysisState.DRAFT, person, at, null);
        return new Analysis(id, knelpunt, number, version, draft.state, question, changed, person, draft.moves);
    }
}
