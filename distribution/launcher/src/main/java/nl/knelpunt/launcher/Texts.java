package nl.knelpunt.launcher;

import java.util.Locale;

/** In which language the server shall speak to the person at this terminal. */
final class Texts {

    private Texts() {}

    /** English where the terminal is set to it, otherwise Dutch, as everywhere on this platform. */
    static String language() {
        return "en".equals(Locale.getDefault().getLanguage()) ? "en" : "nl";
    }
}
