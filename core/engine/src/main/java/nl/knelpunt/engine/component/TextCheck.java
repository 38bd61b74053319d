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
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Found;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.text.Kind;
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

    TextCheck(TextScanner scanner, Keys keys, Call call) {
        this.scanner = scanner;
        this.keys = keys;
        this.call = call;
    }

    /** Texts of the act that are still to be scanned. */
    List<String> unscanned(Facts facts) {
        List<Texts.Said> all = call.confirmations().isEmpty() ? Texts.of(facts) : Texts.whole(facts);
        return all.stream()
                .map(Texts.Said::text)
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

    /** Keeps what the caller confirmed of what stands in the texts, with the act for which it did. */
    void keep(Transaction transaction, Facts facts, UUID object) {
        Set<String> said = said();
        if (!said.isEmpty()) {
            hits(Texts.whole(facts)).stream()
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
            for (TextFind find : scanned.getOrDefault(said.text(), List.of())) {
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
