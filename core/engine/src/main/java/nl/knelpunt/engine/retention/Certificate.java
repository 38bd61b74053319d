package nl.knelpunt.engine.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;

/**
 * Says that a destruction list was executed. Holds numbers and references, and nothing of anybody whose data were destroyed.
 *
 * @param list id of the list
 * @param dossier reference of the dossier
 * @param activity what that was
 * @param whole whether everything of it was destroyed
 * @param destroyed numbers by kind, see {@link #label}
 * @param kept data that stay for now, on a ground of the law
 * @param made when the list was made
 * @param maker account of who made it
 * @param reviewer account of who approved it; null when its last day had passed before anybody did
 * @param executed when
 * @param digest SHA-256 over all of the above, hex
 */
public record Certificate(
        UUID list,
        UUID dossier,
        Activity activity,
        boolean whole,
        Map<String, Integer> destroyed,
        int kept,
        Instant made,
        UUID maker,
        UUID reviewer,
        Instant executed,
        String digest) {

    /** Of a list that was executed. */
    public static Certificate of(DestructionList list) {
        boolean approved = list.review() != null && list.review().approved();
        UUID reviewer = approved ? list.review().person() : null;
        String said = String.join(
                "\n",
                list.id().toString(),
                list.dossier().toString(),
                list.activity().name(),
                Boolean.toString(list.whole()),
                new TreeMap<>(list.destroyed()).toString(),
                Integer.toString(list.kept().size()),
                list.made().toString(),
                list.maker().toString(),
                String.valueOf(reviewer),
                list.executed().toString());
        return new Certificate(
                list.id(),
                list.dossier(),
                list.activity(),
                list.whole(),
                list.destroyed(),
                list.kept().size(),
                list.made(),
                list.maker(),
                reviewer,
                list.executed(),
                sha256(said));
    }

    /** What a kind that was destroyed is called: a data category, a part of the dossier, a signal or a result that was not provided. */
    public static Text label(String kind) {
        for (DataCategory category : DataCategory.values()) {
            if (category.name().equals(kind)) {
                return category.label();
            }
        }
        for (DossierPart part : DossierPart.values()) {
            if (part.name().equals(kind)) {
                return part.label();
            }
        }
        return switch (kind) {
            case "SIGNAL" -> new Text("signalen", "signals");
            case "PROVISION" -> new Text("niet verstrekte resultaten", "results that were not provided");
            default -> new Text("overige", "other");
        };
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
