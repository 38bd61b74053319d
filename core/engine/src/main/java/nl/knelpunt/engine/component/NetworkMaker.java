package nl.knelpunt.engine.component;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.analysis.Element;
import nl.knelpunt.engine.analysis.Network;
import nl.knelpunt.engine.analysis.Network.Edge;
import nl.knelpunt.engine.analysis.Network.EdgeKind;
import nl.knelpunt.engine.analysis.Network.Node;
import nl.knelpunt.engine.analysis.Network.NodeKind;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Subject;

/**
 * Draws what is known to hang together: the direct circle, business relations, and exactly equal values. Looks for nothing else, and
 * reckons nothing of persons (G26). The work grows with the number of data.
 */
final class NetworkMaker {

    /** Fields whose values point to one place, thing or account, by what they point to. Equal amounts or ages tell nothing. */
    private static final Map<String, String> POINTING = pointing();

    private static Map<String, String> pointing() {
        Map<String, String> fields = new HashMap<>();
        List.of("adres", "woonadres", "postadres", "vestigingsadres", "straat").forEach(f -> fields.put(f, "adres"));
        List.of("telefoon", "telefoonnummer", "mobiel").forEach(f -> fields.put(f, "telefoonnummer"));
        List.of("e-mail", "email", "e-mailadres").forEach(f -> fields.put(f, "e-mailadres"));
        List.of("iban", "rekeningnummer").forEach(f -> fields.put(f, "rekeningnummer"));
        List.of("kvk", "kvk-nummer").forEach(f -> fields.put(f, "kvk-nummer"));
        List.of("kenteken", "chassisnummer", "rsin", "perceel", "bsn").forEach(f -> fields.put(f, f));
        return Map.copyOf(fields);
    }

    /** @param points what it points to */
    private record Value(String points, String bare) {}

    private final List<ShownDatum> data;
    private final Map<UUID, String> whole;
    private final Map<UUID, List<ShownDatum>> bySubject = new TreeMap<>(Comparator.comparing(UUID::toString));
    private final Map<Value, List<ShownDatum>> byValue = new LinkedHashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    private NetworkMaker(Gathered gathered) {
        this.data = gathered.data();
        this.whole = gathered.whole();
    }

    static Network of(Gathered gathered) {
        return new NetworkMaker(gathered).make(gathered.frozen());
    }

    private Network make(int frozen) {
        for (ShownDatum shown : data) {
            if (shown.subject() != null) {
                bySubject
                        .computeIfAbsent(shown.subject().id(), s -> new ArrayList<>())
                        .add(shown);
                Value value = value(shown.datum());
                if (value != null) {
                    byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(shown);
                }
            }
        }
        List<Value> shared = byValue.entrySet().stream()
                .filter(e -> e.getValue().stream()
                                .map(s -> s.datum().subject())
                                .distinct()
                                .count()
                        > 1)
                .map(Map.Entry::getKey)
                .toList();
        circles();
        relations();
        for (int i = 0; i < shared.size(); i++) {
            values("value-" + (i + 1), byValue.get(shared.get(i)));
        }
        return new Network(nodes(shared), edges, frozen);
    }

    private void circles() {
        bySubject.forEach((id, about) -> {
            Subject subject = about.get(0).subject();
            if (subject.circleOf() != null && bySubject.containsKey(subject.circleOf())) {
                join(new Edge(
                        id.toString(),
                        subject.circleOf().toString(),
                        EdgeKind.CIRCLE,
                        subject.circleReason(),
                        elements(about.subList(0, 1))));
            }
        });
    }

    /** A relation that says exactly what another subject is known by. */
    private void relations() {
        Map<String, Set<UUID>> knownBy = new HashMap<>();
        for (ShownDatum shown : data) {
            boolean names = Names.isName(shown.datum()) || value(shown.datum()) != null;
            if (names && shown.subject() != null && shown.datum().category() != DataCategory.BUSINESS_RELATIONS) {
                knownBy.computeIfAbsent(bare(shown.datum().content()), b -> new LinkedHashSet<>())
                        .add(shown.subject().id());
            }
        }
        for (ShownDatum shown : data) {
            if (shown.subject() != null && shown.datum().category() == DataCategory.BUSINESS_RELATIONS) {
                UUID from = shown.subject().id();
                knownBy.getOrDefault(bare(shown.datum().content()), Set.of()).stream()
                        .filter(to -> !to.equals(from))
                        .forEach(to -> join(new Edge(
                                from.toString(),
                                to.toString(),
                                EdgeKind.BUSINESS_RELATION,
                                null,
                                List.of(Element.of(shown)))));
            }
        }
    }

    private void values(String node, List<ShownDatum> having) {
        Map<UUID, List<ShownDatum>> by = new LinkedHashMap<>();
        having.forEach(s ->
                by.computeIfAbsent(s.subject().id(), id -> new ArrayList<>()).add(s));
        by.forEach(
                (subject, sources) -> join(new Edge(subject.toString(), node, EdgeKind.HAS, null, elements(sources))));
    }

    private List<Node> nodes(List<Value> shared) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        bySubject.forEach((id, about) -> nodes.add(new Node(
                id.toString(),
                kind(about.get(0).subject().kind()),
                id,
                about.get(0).subject().kind() == SubjectKind.OBJECT ? labelOfThing(about) : label(about),
                null,
                null,
                part(id.toString(), numbers),
                elements(about))));
        for (int i = 0; i < shared.size(); i++) {
            String id = "value-" + (i + 1);
            List<ShownDatum> having = byValue.get(shared.get(i));
            Datum one = having.get(0).datum();
            nodes.add(new Node(
                    id,
                    NodeKind.VALUE,
                    null,
                    one.content(),
                    one.category(),
                    one.field(),
                    part(id, numbers),
                    elements(having)));
        }
        return nodes;
    }

    private static NodeKind kind(SubjectKind kind) {
        return switch (kind) {
            case PERSON -> NodeKind.PERSON;
            case LEGAL_PERSON -> NodeKind.LEGAL_PERSON;
            case OBJECT -> NodeKind.OBJECT;
        };
    }

    private static String label(Collection<ShownDatum> about) {
        return about.stream()
                .map(ShownDatum::datum)
                .filter(Names::isName)
                .min(Comparator.comparing(Names::rank))
                .map(Datum::content)
                .orElse(null);
    }

    /** A thing goes by its first datum, such as a licence plate, where it has no name. */
    private static String labelOfThing(List<ShownDatum> about) {
        String name = label(about);
        return name == null ? about.get(0).datum().content() : name;
    }

    private static List<Element> elements(List<ShownDatum> shown) {
        return shown.stream().map(Element::of).toList();
    }

    private void join(Edge edge) {
        edges.add(edge);
        parts.put(root(edge.from()), root(edge.to()));
    }

    private String root(String node) {
        String at = node;
        for (String up = parts.get(at); up != null && !up.equals(at); up = parts.get(at)) {
            String next = parts.getOrDefault(up, up);
            parts.put(at, next);
            at = up;
        }
        return at;
    }

    private int part(String node, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(root(node), r -> numbers.size() + 1);
    }

    /** Null when an equal value would tell nothing. */
    private Value value(Datum datum) {
        String field = datum.field() == null ? "" : datum.field().strip().toLowerCase(Locale.ROOT);
        String points = datum.category() == DataCategory.BSN ? "bsn" : POINTING.get(field);
        String bare = points == null ? "" : bare(whole.getOrDefault(datum.id(), datum.content()));
        return bare.isEmpty() ? null : new Value(points, bare);
    }

    /** Letters and digits only: 99-XX-99 is 99xx99. */
    private static String bare(String content) {
        return content == null
                ? ""
                : Normalizer.normalize(content, Normalizer.Form.NFKC)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "")
                        .toLowerCase(Locale.ROOT);
    }
}
