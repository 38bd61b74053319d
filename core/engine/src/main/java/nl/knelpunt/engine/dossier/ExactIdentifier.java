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

    /** With a digit in them, and shared by many. */
    private static final Set<String> SHARED = Set.of(
            "leeftijd", "geboortedatum", "geboortejaar", "bouwjaar", "merkenbouwjaar", "merkentype", "datum", "rol");

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
                && !SHARED.contains(Identifier.bare(field));
        return says ? category + " " + bare : null;
    }

    /** Null when the datum does not identify exactly. */
    public static String of(Datum datum) {
        return of(datum.category(), datum.field(), datum.content());
    }
}
