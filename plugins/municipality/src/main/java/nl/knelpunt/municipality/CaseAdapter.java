package nl.knelpunt.municipality;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.json.JsonReader;
import org.osgi.service.component.annotations.Component;

/**
 * ZGW, Zaken API 1.5: one case, an array of them, or a page of results. Of what is expanded only the case type's description and
 * addresses are read; roles, which hold people, never. A media type of its own, since plain JSON is Signalen.
 */
@Component
@Reads(format = "zgw-zaak-json", mediaTypes = "application/zgw+json", fileEndings = "zgw")
public final class CaseAdapter implements SignalAdapter {

    private static final Text NO_CASE = new Text(
            "Dit is geen zaak met een identificatie en een omschrijving of toelichting.",
            "This is no case with an identification and a description or explanation.");
    private static final Text NO_POINT = new Text(
            "Hier wordt een punt verwacht: eerst lengtegraad (-180 tot 180), dan breedtegraad (-90 tot 90).",
            "A point is expected here: longitude (-180 to 180) first, then latitude (-90 to 90).");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        JsonReader json = new JsonReader(message);
        json.each();
        while (json.next()) {
            one(json, drafts);
        }
    }

    private static void one(JsonReader json, DraftSink drafts) throws MessageException, IOException {
        Case read = new Case();
        boolean page = false;
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "results" -> {
                    page = true;
                    json.array();
                    while (json.next()) {
                        one(json, drafts);
                    }
                }
                case "identificatie" -> read.id = json.string(200);
                case "omschrijving" -> read.description = json.string();
                case "toelichting" -> read.explanation = json.string();
                case "startdatum" -> read.start = json.date();
                case "zaakgeometrie" -> geometry(json, read);
                case "_expand" -> expanded(json, read);
            }
        }
        if (page) {
            return;
        }
        if (!read.isComplete()) {
            throw json.error(NO_CASE);
        }
        drafts.accept(read.draft());
    }

    /** Only points: the middle of an area is no place where something was seen. */
    private static void geometry(JsonReader json, Case read) throws MessageException, IOException {
        boolean point = false;
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "type" -> point = "Point".equals(json.string(20));
                case "coordinates" -> {
                    if (point) {
                        coordinates(json, read);
                    }
                }
            }
        }
    }

    private static void coordinates(JsonReader json, Case read) throws MessageException, IOException {
        double[] point = json.numbers(3);
        if (point == null || point.length < 2 || Math.abs(point[0]) > 180 || Math.abs(point[1]) > 90) {
            throw json.error(NO_POINT);
        }
        read.longitude = point[0];
        read.latitude = point[1];
    }

    private static void expanded(JsonReader json, Case read) throws MessageException, IOException {
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "zaaktype" -> {
                    json.object();
                    while (json.next()) {
                        if (json.name().equals("omschrijving")) {
                            read.type = json.string(200);
                        }
                    }
                }
                case "zaakobjecten" -> {
                    json.array();
                    while (json.next()) {
                        object(json, read);
                    }
                }
            }
        }
    }

    private static void object(JsonReader json, Case read) throws MessageException, IOException {
        boolean address = false;
        Case found = new Case();
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "objectType" -> address = "adres".equals(json.string(50));
                case "objectIdentificatie" -> address(json, found);
            }
        }
        if (address) {
            read.addressOf(found);
        }
    }

    private static void address(JsonReader json, Case read) throws MessageException, IOException {
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "identificatie" ->
                    read.bag = Identifiers.bag(json.string(100)).orElse(null);
                case "wplWoonplaatsNaam" -> read.town = json.string(200);
                case "gorOpenbareRuimteNaam" -> read.street = json.string(200);
                case "huisnummer" -> read.number = json.stringOrWhole();
                case "huisletter" -> read.letter = json.string(10);
                case "huisnummertoevoeging" -> read.suffix = json.stringOrWhole();
                case "postcode" -> read.postcode = json.string(20);
            }
        }
    }
}
