package nl.knelpunt.tax;

import java.time.LocalDate;
import java.util.Optional;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.draft.Described;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.text.Texts;

/** The company whose books these are, or a relation of it that was picked. */
final class Party {

    private final Described data = new Described(SubjectKind.LEGAL_PERSON);
    private boolean named;
    private String kind = "relatie";
    private Place place;
    private long bookings;
    private LocalDate first;
    private LocalDate last;

    void name(String text) {
        named |= text != null;
        data.with(DataCategory.COMPANY, "naam", text);
    }

    boolean isNamed() {
        return named;
    }

    void kvk(String text) {
        data.with(DataCategory.COMPANY, "kvk-nummer", Identifiers.kvk(text).orElse(null));
    }

    /**
     * RSINs begin with 8 or 00. Any other number of nine digits that passes the test may be a BSN, also within an older btw number of a one-man
     * business, and is treated as one.
     */
    void taxNumber(String text) {
        Optional<String> vat = Identifiers.vat(text);
        Optional<String> rsin =
                Identifiers.rsin(vat.map(v -> v.substring(2, 11)).orElse(text));
        if (rsin.isPresent() && !rsin.get().matches("(8|00).*")) {
            data.with(DataCategory.BSN, "fiscaal-nummer", rsin.get());
        } else if (vat.isPresent()) {
            data.with(DataCategory.COMPANY, "btw-nummer", vat.get());
        } else {
            data.with(DataCategory.COMPANY, "rsin", rsin.orElse(null));
        }
    }

    /** B both, C customer, S supplier. */
    void kind(String code) {
        kind = switch (code == null ? "" : code) {
            case "B" -> "klant en leverancier";
            case "C" -> "klant";
            case "S" -> "leverancier";
            default -> "relatie";
        };
    }

    void address(String street, String number, String extension, String postcode, String town) {
        if (place == null) {
            String line = Texts.joined(" ", street, number, extension);
            String dutch = Identifiers.postcode(postcode).orElse(null);
            place = new Place(Texts.fitLine(line), dutch, Texts.fitLine(town), null, null, null);
            data.with(DataCategory.COMPANY, "adres", Texts.joined(", ", line, dutch == null ? postcode : dutch, town));
        }
    }

    void booked(LocalDate day) {
        bookings++;
        if (day != null) {
            first = first == null || day.isBefore(first) ? day : first;
            last = last == null || day.isAfter(last) ? day : last;
        }
    }

    Place place() {
        return place;
    }

    /** With a role, so that there is always something known. */
    Subject subject(String role) {
        return data.with(DataCategory.BUSINESS_RELATIONS, "rol", role).subject().orElseThrow();
    }

    Subject relation() {
        String booked = bookings == 0
                ? "geen boekingen"
                : bookings
                        + (bookings == 1 ? " boekingsregel" : " boekingsregels")
                        + (first == null ? "" : ", van " + first + " tot en met " + last);
        return subject(kind + ", " + booked);
    }
}
