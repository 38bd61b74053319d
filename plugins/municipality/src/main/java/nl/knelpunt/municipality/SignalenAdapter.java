package nl.knelpunt.municipality;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.json.JsonReader;
import nl.knelpunt.support.text.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * Signalen API v1: one report about the public space, or an array of them. What is not named here is passed over, the
 * reporter and the attachments first of all.
 */
@Component
@Reads(format = "signalen-json", mediaTypes = "application/json", fileEndings = "json")
public final class SignalenAdapter implements SignalAdapter {

    private static final Text NO_REPORT = new Text(
            "Dit is geen melding uit Signalen: de tekst van de melding (text) ontbreekt. Is het een zaak (ZGW)? Geef het bestand dan een naam die eindigt op"
                    + " .zgw, of noem het formaat zgw-zaak-json.",
            "This is no report from Signalen: the text of the report (text) is missing. Is it a case (ZGW)? Then give the file a name that ends in .zgw, or"
                    + " name the format zgw-zaak-json.");
    private static final Text NO_POINT = new Text(
            "Hier wordt een punt verwacht: eerst lengtegraad (-180 tot 180), dan breedtegraad (-90 tot 90).",
            "A point is expected here: longitude (-180 to 180) first, then latitude (-90 to 90).");

    /** How citizens report: then nobody of the municipality has observed anything yet. */
    private static final Set<String> PUBLIC_CHANNELS =
            Set.of("online", "telefoon", "e-mail", "email", "webcare", "brief", "balie", "app");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        JsonReader json = new JsonReader(message);
        json.each();
        while (json.next()) {
            drafts.accept(report(json));
        }
    }

    private static SignalDraft report(JsonReader json) throws MessageException, IOException {
        String signalId = null;
        String displayId = null;
        Long id = null;
        String text = null;
        String extra = null;
        String category = null;
        String source = null;
        LocalDateTime start = null;
        Place place = null;
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "signal_id" -> signalId = json.string(64);
                case "id_display" -> displayId = json.string(64);
                case "id" -> id = json.whole();
                case "text" -> text = json.string();
                case "text_extra" -> extra = json.string();
                case "category" -> category = category(json);
                case "source" -> source = json.string(200);
                case "incident_date_start" -> start = json.moment();
                case "location" -> place = location(json);
            }
        }
        if (text == null) {
            throw json.error(NO_REPORT);
        }
        return new SignalDraft(
                Stream.of(signalId, displayId, id == null ? null : "SIG-" + id)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                new Observation(
                        observation(text, extra, category, source),
                        start == null ? null : start.toLocalDate(),
                        start == null ? null : start.toLocalTime(),
                        place,
                        observer(source)),
                List.of());
    }

    private static String category(JsonReader json) throws MessageException, IOException {
        String name = null;
        String slug = null;
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "sub" -> name = json.string(200);
                case "sub_category" -> slug = lastPart(json.string(1_000));
            }
        }
        return name == null ? slug : name;
    }

    private static Place location(JsonReader json) throws MessageException, IOException {
        double[] point = {};
        Place address = null;
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "geometrie" -> point = point(json);
                case "address" -> address = address(json);
            }
        }
        if (point.length == 0) {
            return address;
        }
        return address == null
                ? new Place(null, null, null, null, point[0], point[1])
                : new Place(address.description(), address.postcode(), address.town(), null, point[0], point[1]);
    }

    private static double[] point(JsonReader json) throws MessageException, IOException {
        double[] point = {};
        json.object();
        while (json.next()) {
            if (json.name().equals("coordinates")) {
                point = coordinates(json);
            }
        }
        return point;
    }

    private static double[] coordinates(JsonReader json) throws MessageException, IOException {
        double[] point = json.numbers(3);
        if (point == null || point.length < 2 || Math.abs(point[0]) > 180 || Math.abs(point[1]) > 90) {
            throw json.error(NO_POINT);
        }
        return point;
    }

    private static Place address(JsonReader json) throws MessageException, IOException {
        String street = null;
        String number = null;
        String letter = null;
        String suffix = null;
        String postcode = null;
        String town = null;
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "openbare_ruimte" -> street = json.string(200);
                case "huisnummer" -> number = json.stringOrWhole();
                case "huisletter" -> letter = json.string(10);
                case "huisnummer_toevoeging" -> suffix = json.stringOrWhole();
                case "postcode" -> postcode = json.string(20);
                case "woonplaats" -> town = json.string(200);
            }
        }
        String house = Texts.joined("", number, letter, suffix == null ? null : "-" + suffix);
        return new Place(
                Texts.fitLine(Texts.joined(" ", street, house)),
                Identifiers.postcode(postcode).orElse(null),
                town,
                null,
                null,
                null);
    }

    private static String observation(String text, String extra, String category, String source) {
        return Texts.fit(Texts.withoutContact(Texts.joined(
                "\n",
                text,
                extra,
                category == null ? null : "Categorie: " + category + ".",
                source == null ? null : "Binnengekomen via: " + source + ".")));
    }

    private static String observer(String source) {
        if (source == null) {
            return null;
        }
        String channel = source.toLowerCase(Locale.ROOT).split("[^a-z-]", 2)[0];
        return PUBLIC_CHANNELS.contains(channel) ? null : Texts.fitLine(Texts.withoutContact(source));
    }

    /** Words of the category from its address, such as {@code …/sub_categories/geluidsoverlast-muziek}. */
    private static String lastPart(String address) {
        if (address == null) {
            return null;
        }
        String[] parts = address.split("/");
        return parts.length == 0 ? null : parts[parts.length - 1].replace('-', ' ');
    }
}
