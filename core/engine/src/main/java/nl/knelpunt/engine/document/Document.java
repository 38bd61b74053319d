package nl.knelpunt.engine.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.Text;

/**
 * An issued document: never changed, and given out byte for byte as it was made. It names persons only by reference, so it holds
 * no personal data itself.
 *
 * @param id UUIDv7
 * @param knelpunt of which it tells
 * @param kind of document
 * @param number of this RIEC, such as {@code NH-2026-HK-003-B2}
 * @param title as it stands on it; null once its content was destroyed
 * @param issued when
 * @param person account of who issued it
 * @param destroyBy earliest last day of the data to which it refers; null when it refers to none
 * @param pdf what its PDF is known by
 * @param html what its HTML is known by
 */
public record Document(
        UUID id,
        UUID knelpunt,
        Kind kind,
        String number,
        String title,
        Instant issued,
        UUID person,
        LocalDate destroyBy,
        Digest pdf,
        Digest html) {

    /**
     * @param sha256 of the bytes, in hexadecimals
     * @param size in bytes
     */
    public record Digest(String sha256, int size) {}

    public enum Kind {
        /** Only to be read before the decision. */
        PROPOSAL("voorstel", "proposal", null),
        DESIGNATION("aanwijzingsbesluit", "decision to designate", "B"),
        REJECTION("afwijzing", "rejection", "B"),
        PROLONGATION("verlengingsbesluit", "decision to prolong", "B"),
        CLOSURE("besluit tot afsluiting", "decision to close", "B"),
        PLAN("plan van aanpak", "action plan", "P"),
        EVALUATION("evaluatie", "evaluation", "E");

        private final Text label;
        private final String letter;

        Kind(String nl, String en, String letter) {
            this.label = new Text(nl, en);
            this.letter = letter;
        }

        public Text label() {
            return label;
        }

        /** In its number; null for what is never issued. */
        public String letter() {
            return letter;
        }

        public boolean isIssued() {
            return letter != null;
        }
    }

    public enum Format {
        PDF,
        HTML
    }

    /** What stays when its content is destroyed: its title may tell of whom it was. */
    public Document withoutTitle() {
        return new Document(id, knelpunt, kind, number, null, issued, person, destroyBy, pdf, html);
    }
}
