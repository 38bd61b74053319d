package nl.knelpunt.engine.rights;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.ExactIdentifier;

/**
 * By what a data subject is looked up. Never logged and never stored.
 *
 * @param category one of {@link #CATEGORIES}
 * @param field what the value is, such as {@code naam}; null for any by which a person is told from others
 * @param content the value, with a letter or digit in it
 */
public record Identifier(DataCategory category, String field, String content) {

    public static final Set<DataCategory> CATEGORIES =
            EnumSet.of(DataCategory.BSN, DataCategory.IDENTIFICATION, DataCategory.CONTACT);

    /** Numbers that one person has, and somebody checked when giving them; as {@link #bare} writes their fields. */
    private static final Set<String> OF_ONE_PERSON = Set.of(
            "documentnummer",
            "paspoortnummer",
            "identiteitskaartnummer",
            "nummeridentiteitskaart",
            "nummeridentiteitsbewijs",
            "rijbewijsnummer",
            "vreemdelingennummer",
            "verblijfsdocumentnummer",
            "vnummer");

    public Identifier {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(content, "content");
    }

    /**
     * Whether a datum says exactly this; only letters and digits count, whatever their case. What many have in common, such as a
     * role, says nothing.
     */
    public boolean isSaidBy(DataCategory ofDatum, String itsField, String itsContent) {
        return ofDatum == category
                && !ExactIdentifier.isShared(itsField)
                && (field == null || bare(field).equals(bare(itsField)))
                && bare(content).equals(bare(itsContent));
    }

    public boolean isSaidBy(Datum datum) {
        return isSaidBy(datum.category(), datum.field(), datum.content());
    }

    /**
     * Whether it is of one person alone, so that what is found by it is about who showed it. A name, an address or a telephone
     * number is not: a namesake or a housemate has it too.
     */
    public boolean isOfOnePerson() {
        return category == DataCategory.BSN
                || category == DataCategory.IDENTIFICATION && OF_ONE_PERSON.contains(bare(field));
    }

    /** Whether nothing of the value counts. */
    public boolean isEmpty() {
        return bare(content).isEmpty();
    }

    /** What counts of a value: letters and digits, whatever their case. Empty for null. */
    public static String bare(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "")
                        .toLowerCase(Locale.ROOT);
    }

    /** Without the value, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Identifier[" + category + "]";
    }
}
