package nl.knelpunt.engine.component;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.text.FilledText;
import nl.knelpunt.engine.text.References;

/** The texts of one thing as its reader may read them now: only those that refer to a datum or subject. */
final class Readable {

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** @param field as the reader calls it */
    Readable with(String field, String text) {
        if (text != null && !References.in(text).all().isEmpty()) {
            texts.put(field, text);
        }
        return this;
    }

    Map<String, FilledText> by(Transaction transaction, Facts facts, Gate.Judge judge) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        ReferredTogether referred = ReferredTogether.reading(transaction, facts, judge);
        Map<String, FilledText> filled = new LinkedHashMap<>();
        texts.forEach((field, text) -> filled.put(field, referred.fill(text)));
        return filled;
    }
}
