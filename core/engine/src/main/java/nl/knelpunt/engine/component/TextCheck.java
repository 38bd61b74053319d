package nl.knelpunt.engine.component;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Found;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.text.Confirmation;
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
    private final Set<String> used = new TreeSet<>();

    TextCheck(TextScanner scanner, Keys keys, Call call) {
        this.scanner = scanner;
        this.keys = keys;
        this.call = call;
    }

    /** Texts of the act that are still to be scanned. */
    List<String> unscanned(Facts facts) {
        return Texts.of(facts).stream()
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
        used.clear();
        List<Found> unconfirmed = new ArrayList<>();
        Set<String> before = null;
        Set<String> now = null;
        for (Texts.Said said : Texts.of(facts)) {
            for (TextFind find : scanned.getOrDefault(said.text(), List.of())) {
                if (before == null) {
                    before = object == null
                            ? Set.of()
                            : transaction.confirmations().of(object);
                    now = call.confirmations().stream().map(this::digest).collect(Collectors.toSet());
                }
                String digest = digest(said.field(), find.kind(), said.text().substring(find.from(), find.to()));
                if (now.contains(digest)) {
                    used.add(digest);
                } else if (!before.contains(digest)) {
                    unconfirmed.add(new Found(said.field(), find));
                }
            }
        }
        return unconfirmed.isEmpty() ? facts : facts.withFinds(unconfirmed);
    }

    /** Keeps what the caller confirmed, with the act for which it did. */
    void keep(Transaction transaction, Facts facts, UUID object) {
        used.forEach(digest ->
                transaction.confirmations().add(object, digest, facts.actor().logName(), facts.now()));
    }

    private String digest(Confirmation confirmation) {
        return digest(confirmation.field(), confirmation.kind(), confirmation.words());
    }

    private String digest(String field, Kind kind, String words) {
        String same = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return HexFormat.of()
                .formatHex(keys.keyed("text", (field + "\n" + kind + "\n" + same).getBytes(StandardCharsets.UTF_8)));
    }
}
