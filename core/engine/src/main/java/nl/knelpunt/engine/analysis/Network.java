package nl.knelpunt.engine.analysis;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;

/**
 * How subjects hang together, as far as one analyst may see it. Nothing in it says how much anybody is connected, and nothing is in
 * an order but that of ids (G26).
 *
 * @param nodes in order of id
 * @param edges the circle, business relations, and who has which value; each in order of id
 * @param frozen data that the analyst may know of and that nobody sees now: left out
 */
public record Network(List<Node> nodes, List<Edge> edges, int frozen) {

    public Network {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public enum NodeKind {
        PERSON,
        LEGAL_PERSON,
        OBJECT,
        /** A value that several subjects share: an address, a licence plate, a telephone number. */
        VALUE
    }

    /**
     * @param id of the subject; of a value one that holds within this network only
     * @param subject null of a value
     * @param label the name that may be seen, of a thing else its first datum, or the value; null when there is none
     * @param category of a value; else null
     * @param field of a value; else null
     * @param part which part of the network it hangs together with: the same number for all of one part
     * @param sources on what it rests
     */
    public record Node(
            String id,
            NodeKind kind,
            UUID subject,
            String label,
            DataCategory category,
            String field,
            int part,
            List<Element> sources) {

        /** Without the label, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Node[" + id + ", " + kind + "]";
        }
    }

    public enum EdgeKind {
        /** Is in the direct circle of (Wgs 2.22(1)(b)). */
        CIRCLE,
        /** Does business with: a datum on relations names the other by a number or name that the other has. */
        BUSINESS_RELATION,
        /** Has the value, exactly. */
        HAS
    }

    /**
     * @param label how it belongs to the circle; null of other edges
     * @param sources on what it rests
     */
    public record Edge(String from, String to, EdgeKind kind, String label, List<Element> sources) {

        /** Without the label, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Edge[" + from + ", " + to + ", " + kind + "]";
        }
    }
}
