package nl.knelpunt.municipality;

import java.time.LocalDate;
import java.util.List;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.place.RijksDriehoek;
import nl.knelpunt.support.text.Texts;

/** What was read of one case of a case system, whatever it came in. */
final class Case {

    String id;
    String description;
    String explanation;
    String type;
    LocalDate start;
    String street;
    String number;
    String letter;
    String suffix;
    String postcode;
    String town;
    String bag;
    Double longitude;
    Double latitude;

    void grid(double x, double y) {
        RijksDriehoek.point(x, y).ifPresent(point -> {
            longitude = point.longitude();
            latitude = point.latitude();
        });
    }

    void addressOf(Case other) {
        street = other.street;
        number = other.number;
        letter = other.letter;
        suffix = other.suffix;
        postcode = other.postcode;
        town = other.town;
        bag = other.bag;
    }

    boolean isComplete() {
        return id != null && id.length() <= 200 && (description != null || explanation != null);
    }

    SignalDraft draft() {
        return new SignalDraft(
                id,
                new Observation(
                        Texts.fit(Texts.withoutContact(Texts.joined(
                                "\n", description, explanation, type == null ? null : "Zaaktype: " + type + "."))),
                        start,
                        null,
                        place(),
                        null),
                bag == null
                        ? List.of()
                        : List.of(new Subject(
                                SubjectKind.OBJECT, List.of(new Value(DataCategory.CADASTRAL, "bag-id", bag)))));
    }

    private Place place() {
        String house = Texts.joined("", number, letter, suffix == null ? null : "-" + suffix);
        Place place = new Place(
                Texts.fitLine(Texts.joined(" ", street, house)),
                Identifiers.postcode(postcode).orElse(null),
                Texts.fitLine(town),
                null,
                longitude,
                latitude);
        return place.equals(new Place(null, null, null, null, null, null)) ? null : place;
    }
}
