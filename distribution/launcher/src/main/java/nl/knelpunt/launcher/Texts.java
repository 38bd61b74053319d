package nl.knelpunt.launcher;

import java.util.Locale;
import java.util.Set;

/** In which language the server, and what is told in its words, shall speak to the person at this terminal. */
final class Texts {

    private static final Set<String> LANGUAGES = Set.of("nl", "en");

    private static String chosen = "en".equals(Locale.getDefault().getLanguage()) ? "en" : "nl";

    private Texts() {}

    /** English where the terminal is set to it, otherwise Dutch, as everywhere on this platform; unless chosen. */
    static String language() {
        return chosen;
    }

    static void choose(String language) throws WronglyAsked {
        if (!LANGUAGES.contains(language)) {
            throw new WronglyAsked("--lang is nl or en");
        }
        chosen = language;
    }

    static String say(String nl, String en) {
        return chosen.equals("en") ? en : nl;
    }
}
