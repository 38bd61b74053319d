package nl.knelpunt.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.knelpunt.text.Token.Break;
import org.apache.lucene.analysis.standard.StandardTokenizerImpl;

/** Takes a text apart into words, by the word breaks of Unicode (UAX #29). For one thread. */
final class Tokens {

    private final Set<String> abbreviations;
    private final Stems stems = new Stems();

    /**
     * @param abbreviations after which a full stop ends no sentence, in lower case
     */
    Tokens(Set<String> abbreviations) {
        this.abbreviations = abbreviations;
    }

    List<Token> of(CharSequence folded) {
        String text = folded.toString();
        List<Token> tokens = new ArrayList<>();
        StandardTokenizerImpl breaker = new StandardTokenizerImpl(new StringReader(text));
        try {
            while (breaker.getNextToken() != StandardTokenizerImpl.YYEOF) {
                int from = breaker.yychar();
                int to = from + breaker.yylength();
                String word = text.substring(from, to);
                String lower = word.toLowerCase(Locale.ROOT);
                Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
                Break before = last == null ? Break.HARD : between(text, last, from);
                tokens.add(new Token(word, lower, stems.stem(lower), from, to, before));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private Break between(String text, Token last, int to) {
        Break found = Break.NONE;
        int lines = 0;
        for (int i = last.to(); i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case ';', '?', '!' -> {
                    return Break.HARD;
                }
                case '.' -> {
                    if (i > last.to() || !abbreviations.contains(last.lower())) {
                        return Break.HARD;
                    }
                }
                case '\n' -> {
                    if (++lines > 1) {
                        return Break.HARD;
                    }
                }
                case ',', '(', ')', '[', ']', '{', '}', '"' -> found = Break.SOFT;
                case '-' -> {
                    if (i > last.to()) {
                        found = Break.SOFT;
                    }
                }
                default -> {
                    // Spaces, colons and the rest join.
                }
            }
        }
        return found;
    }
}
