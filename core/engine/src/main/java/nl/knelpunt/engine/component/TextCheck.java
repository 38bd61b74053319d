package nl.knelpunt.engine.component;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Found;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.Reference;
import nl.knelpunt.engine.text.References;
import nl.knelpunt.engine.text.TextFind;
import nl.knelpunt.engine.text.TextScanner;

/**
 * Looks through the texts of one act. Scanning takes its time, so it is done outside the transaction: what was not scanned yet is
 * said, scanned, and the act is tried again.
 */
final class TextCheck {

    private final TextScanner scanner;
    private final Keys keys;
    private final Call call;
    private final Map<String, List<TextFind>> scanned = new HashMap<>();

    /** Names that the last look found. */
    private List<Name> named = List.of();

    TextCheck(TextScanner scanner, Keys keys, Call call) {
        this.scanner = scanner;
        this.keys = keys;
        this.call = call;
    }

    /** Texts of the act that are still to be scanned. */
    List<String> unscanned(Facts facts) {
        List<Texts.Said> all = call.confirmations().isEmpty() ? Texts.of(facts) : Texts.whole(facts);
        return all.stream()
                .map(said -> References.blanked(said.text()))
                .filter(text -> !scanned.containsKey(text))
                .distinct()
                .toList();
    }

    /** To be called outside a transaction. */
    void scan(List<String> texts) {
        texts.forEach(text -> scanned.put(text, scanner.scan(text)));
    }

    /** The facts with what was found and neither the caller nor somebody before confirmed. */
    Facts look(Transaction transaction, Facts facts, UUID object) {
        List<Hit> hits = hits(Texts.of(facts));
        if (hits.isEmpty()) {
            return facts;
        }
        Set<String> said = said();
        Set<String> before =
                object == null ? Set.of() : transaction.confirmations().of(object);
        List<Found> unconfirmed = hits.stream()
                .filter(hit -> !said.contains(hit.words) && !before.contains(digest(hit)))
                .map(Hit::found)
                .toList();
        return unconfirmed.isEmpty() ? facts : facts.withFinds(unconfirmed);
    }

    /**
     * Texts of a knelpunt or a meeting name persons only by reference, and only to what their writer may see.
     *
     * @param facts of an act that is permitted
     * @throws InvalidException a reference is none, or not the writer's to make; or a name stands there that was not confirmed to be
     *     something else
     */
    void checkNames(Transaction transaction, Facts facts, UUID object) {
        if (!Texts.nameByReference(facts)) {
            return;
        }
        List<Texts.Said> texts = Texts.of(facts);
        ReferredTogether referred = ReferredTogether.writing(transaction, facts);
        texts.forEach(said -> checkReferences(said, referred));
        named = names(texts, referred);
        if (!named.isEmpty()) {
            Set<String> said = said();
            Set<String> before =
                    object == null ? Set.of() : transaction.confirmations().of(object);
            named.stream()
                    .filter(name -> !said.contains(name.hit.words) && !before.contains(digest(name.hit)))
                    .findFirst()
                    .ifPresent(TextCheck::refuse);
        }
    }

    private static void checkReferences(Texts.Said said, ReferredTogether referred) {
        References references = References.in(said.text());
        if (references.broken() >= 0) {
            throw new InvalidException(
                    said.field(),
                    new Text(
                            "Op teken " + (references.broken() + 1)
                                    + " begint een verwijzing die niet klopt. Schrijf {datum:ID} of {subject:ID}, met het id van dat gegeven of die betrokkene.",
                            "At character " + (references.broken() + 1)
                                    + " a reference begins that is none. Write {datum:ID} or {subject:ID}, with the id of that datum or subject."));
        }
        references.all().stream().filter(r -> !referred.isKnown(r)).findFirst().ifPresent(unknown -> {
            throw new InvalidException(
                    said.field(),
                    new Text(
                            "De verwijzing " + unknown
                                    + " hoort bij niets dat u in dit dossier kunt zien. Verwijs naar een gegeven of betrokkene van dit dossier.",
                            "The reference " + unknown
                                    + " is to nothing that you can see in this dossier. Refer to a datum or subject of this dossier."));
        });
    }

    /** A name that stands in a text, and what to write instead. */
    private record Name(Hit hit, Reference instead) {}

    private static List<Name> names(List<Texts.Said> texts, ReferredTogether referred) {
        List<Name> names = new ArrayList<>();
        for (Datum name :
                referred.names(datum -> texts.stream().anyMatch(said -> Names.at(said.text(), datum.content()) >= 0))) {
            for (Texts.Said said : texts) {
                int at = Names.at(said.text(), name.content());
                if (at >= 0) {
                    TextFind find = new TextFind(
                            Kind.NAME, at, at + name.content().strip().length());
                    String words = said.text()
                            .substring(at, Math.min(find.to(), said.text().length()));
                    names.add(new Name(
                            new Hit(new Found(said.field(), find), words(said.field(), Kind.NAME, words), said.text()),
                            Reference.toDatum(name.id())));
                }
            }
        }
        return names;
    }

    private static void refuse(Name name) {
        String at = String.valueOf(name.hit.found.find().from() + 1);
        throw new InvalidException(
                name.hit.found.field(),
                new Text(
                        "Op teken " + at + " staat een naam uit dit dossier. Schrijf " + name.instead
                                + " in de plaats van de naam, of bevestig (NAME) dat hier iets anders staat.",
                        "At character " + at + " there is a name of this dossier. Write " + name.instead
                                + " instead of the name, or confirm (NAME) that this is something else."));
    }

    /** Keeps what the caller confirmed of what stands in the texts, with the act for which it did. */
    void keep(Transaction transaction, Facts facts, UUID object) {
        Set<String> said = said();
        if (!said.isEmpty()) {
            Stream.concat(hits(Texts.whole(facts)).stream(), named.stream().map(Name::hit))
                    .filter(hit -> said.contains(hit.words))
                    .forEach(hit -> transaction
                            .confirmations()
                            .add(object, digest(hit), facts.actor().logName(), facts.now()));
        }
    }

    /**
     * @param words what a confirmation of it says
     * @param text in which it stands: of another text the same words are to be confirmed anew
     */
    private record Hit(Found found, String words, String text) {}

    private List<Hit> hits(List<Texts.Said> texts) {
        List<Hit> hits = new ArrayList<>();
        for (Texts.Said said : texts) {
            for (TextFind find : scanned.getOrDefault(References.blanked(said.text()), List.of())) {
                if (said.kinds().contains(find.kind())) {
                    String words = said.text().substring(find.from(), find.to());
                    hits.add(new Hit(
                            new Found(said.field(), find), words(said.field(), find.kind(), words), said.text()));
                }
            }
        }
        return hits;
    }

    private Set<String> said() {
        return call.confirmations().stream()
                .map(c -> words(c.field(), c.kind(), c.words()))
                .collect(Collectors.toSet());
    }

    private static String words(String field, Kind kind, String words) {
        return field + "\n" + kind + "\n"
                + words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private String digest(Hit hit) {
        byte[] text = (hit.words + "\n" + hit.text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(keys.keyed("text", text));
    }
}
