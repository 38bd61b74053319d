package nl.knelpunt.api;

import java.util.Locale;
import java.util.Objects;

/**
 * A text for people, in both languages of the screens. Holds no personal data: it is shown, logged and sent as it is.
 *
 * @param nl plain Dutch, never null or blank
 * @param en plain English, never null or blank
 */
public record Text(String nl, String en) {

    public Text {
        if (Objects.requireNonNull(nl, "nl").isBlank()
                || Objects.requireNonNull(en, "en").isBlank()) {
            throw new IllegalArgumentException("A text needs Dutch and English");
        }
    }

    /** English where it is asked for, otherwise Dutch. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : nl;
    }
}
