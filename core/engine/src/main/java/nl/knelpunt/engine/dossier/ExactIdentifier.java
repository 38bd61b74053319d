package nl.knelpunt.engine.dossier;

import java.util.EnumSet;
import java.util.Set;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.rights.Identifier;

/**
 * What identifies exactly one person, firm, vehicle, address or plot, so that two data that say it are about the same. Names,
 * ages and dates identify nobody exactly.
 */
public final class ExactIdentifier {

    private static final Set<DataCategory> CATEGORIES = EnumSet.of(
            DataCategory.BSN,
            DataCategory.IDENTIFICATION,
            DataCategory.CONTACT,
            DataCategory.VEHICLE,
            DataCategory.COMPANY,
            DataCategory.CADASTRAL);

    /** Fields that many have in common, as {@link Identifier#bare} writes them. */
    private static final Set<String> SHARED = Set.of(
            "leeftijd",
            "leeftijdscategorie",
            "leeftijdsgroep",
            "leeftijdsklasse",
            "geboortedatum",
            "geboortejaar",
            "geboorteplaats",
            "geboorteland",
            "geslacht",
            "nationaliteit",
            "burgerlijkestaat",
            "beroep",
            "functie",
            "woonplaats",
            "plaats",
            "gemeente",
            "land",
            "bouwjaar",
            "merkenbouwjaar",
            "merkentype",
            "datum",
            "rol",
            "hoedanigheid",
            "betrokkenheid");

    private static final int SHORTEST = 4;

    private ExactIdentifier() {}

    /** The same for everything that identifies the same, whatever its case and punctuation; null when it does not identify. */
    public static String of(DataCategory category, String field, String content) {
        if (category == null || content == null || !CATEGORIES.contains(category)) {
            return null;
        }
        String bare = Identifier.bare(content);
        boolean says = bare.length() >= SHORTEST
                && (content.indexOf('@') > 0 || bare.chars().anyMatch(Character::isDigit))
                && !isShared(field);
        return says ? category + " " + bare : null;
    }

    /** Whether a field says of many the same, such as a role or an age, so that nobody is found by it; false for null. */
    public static boolean isShared(String field) {
        return SHARED.contains(Identifier.bare(field));
    }

    /** Null when the datum does not identify exactly. */
    public static String of(Datum datum) {
        return of(datum.category(), datum.field(), datum.content());
    }
}
