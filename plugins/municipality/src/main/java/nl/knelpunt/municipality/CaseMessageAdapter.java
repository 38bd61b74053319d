package nl.knelpunt.municipality;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.xml.Soap;
import nl.knelpunt.support.xml.XmlReader;
import org.osgi.service.component.annotations.Component;

/**
 * StUF-ZKN 3.10, zakLk01: a case that was made or changed. What is not named here is passed over, the people involved in the case
 * first of all.
 */
@Component
@Reads(
        format = "stuf-zkn-xml",
        mediaTypes = {"application/xml", "text/xml", "application/soap+xml"},
        fileEndings = "xml")
public final class CaseMessageAdapter implements SignalAdapter {

    private static final Map<String, String> NAMESPACES = Map.of(
            "http://www.egem.nl/StUF/sector/zkn/0310", "zkn",
            "http://www.egem.nl/StUF/sector/bg/0310", "bg",
            "http://www.egem.nl/StUF/StUF0301", "stuf");

    private static final Text REMOVED = new Text(
            "Dit bericht verwijdert een zaak. Dat is geen signaal.", "This message removes a case. That is no signal.");
    private static final Text NO_CASE = new Text(
            "Dit bericht bevat geen zaak met een identificatie en een omschrijving of toelichting.",
            "This message holds no case with an identification and a description or explanation.");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        Soap.read(message, NAMESPACES, "zkn:zakLk01", xml -> {
            Case last = null;
            while (xml.next()) {
                switch (xml.name()) {
                    case "zkn:parameters" -> {
                        if ("V".equals(xml.text("stuf:mutatiesoort"))) {
                            throw xml.error(REMOVED);
                        }
                    }
                    // Of a change the first says how it was, the second how it is.
                    case "zkn:object" -> last = object(xml);
                }
            }
            if (last == null || !last.isComplete()) {
                throw xml.error(NO_CASE);
            }
            drafts.accept(last.draft());
        });
    }

    private static Case object(XmlReader xml) throws MessageException, IOException {
        Case read = new Case();
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "zkn:identificatie" -> read.id = xml.text();
                case "zkn:omschrijving" -> read.description = xml.text();
                case "zkn:toelichting" -> read.explanation = xml.text();
                case "zkn:startdatum" -> read.start = xml.date();
                case "zkn:isVan" -> read.type = xml.text("zkn:gerelateerde", "zkn:omschrijving");
                case "zkn:heeftBetrekkingOp" -> about(xml, read);
                case "stuf:extraElementen" -> point(xml, read);
            }
        }
        return read;
    }

    private static void about(XmlReader xml, Case read) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("zkn:gerelateerde")) {
                xml.enter();
                while (xml.next()) {
                    if (xml.name().equals("zkn:adres")) {
                        address(xml, read);
                    }
                }
            }
        }
    }

    private static void address(XmlReader xml, Case read) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "bg:identificatie", "bg:aoa.identificatie" ->
                    read.bag = Identifiers.bag(xml.text()).orElse(null);
                case "bg:wpl.woonplaatsNaam" -> read.town = xml.text();
                case "bg:gor.openbareRuimteNaam" -> read.street = xml.text();
                case "bg:huisnummer", "bg:aoa.huisnummer" -> read.number = xml.text();
                case "bg:huisletter", "bg:aoa.huisletter" -> read.letter = xml.text();
                case "bg:huisnummertoevoeging", "bg:aoa.huisnummertoevoeging" -> read.suffix = xml.text();
                case "bg:postcode", "bg:aoa.postcode" -> read.postcode = xml.text();
            }
        }
    }

    private static void point(XmlReader xml, Case read) throws MessageException, IOException {
        BigDecimal x = null;
        BigDecimal y = null;
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("stuf:extraElement")) {
                switch (String.valueOf(xml.attribute("naam"))) {
                    case "Xcoordinaat" -> x = xml.decimal();
                    case "Ycoordinaat" -> y = xml.decimal();
                }
            }
        }
        if (x != null && y != null) {
            read.grid(x.doubleValue(), y.doubleValue());
        }
    }
}
