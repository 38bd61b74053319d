package nl.knelpunt.customs;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.text.Texts;
import nl.knelpunt.support.xml.XmlReader;
import org.osgi.service.component.annotations.Component;

/**
 * Messages of the WCO data model 3 as declaration systems (DMS) exchange them: the notice that goods will be controlled (05), and the
 * declaration itself. Amounts, duties, permits, guarantees, the flag of a ship and the countries of traders stay behind.
 */
@Component
@Reads(
        format = "wco-dms",
        mediaTypes = {"application/xml", "text/xml"},
        fileEndings = "xml")
public final class DeclarationAdapter implements SignalAdapter {

    private static final String CONTROL = "05";

    /** Some systems leave the namespaces out. */
    private static final Map<String, String> NAMESPACES = Map.of(
            "", "",
            "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2", "",
            "urn:wco:datamodel:WCO:DEC-DMS:2", "",
            "urn:wco:datamodel:WCO:RES-DMS:2", "");

    private static final Text NO_SIGNAL = new Text(
            "Dit bericht meldt geen controle (code 05), maar een andere stap van de aangifte. Daar is niets waargenomen, dus het is geen signaal.",
            "This message tells of no control (code 05) but of another step of the declaration. Nothing was observed there, so it is no signal.");
    private static final Text NOTHING = new Text(
            "In dit bericht staat geen aangifte (Declaration) en geen antwoord (Response).",
            "This message holds no declaration (Declaration) and no response (Response).");
    private static final Text NO_NUMBER = new Text(
            "Het nummer van de aangifte (MRN) of het kenmerk (FunctionalReferenceID) ontbreekt. Zonder nummer zou hetzelfde bericht twee keer een signaal worden.",
            "The number of the declaration (MRN) or the reference (FunctionalReferenceID) is missing. Without a number the same message would become two signals.");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        XmlReader xml = XmlReader.ofVersions(message, NAMESPACES);
        boolean read = false;
        switch (xml.name()) {
            case "Declaration" -> read = declaration(xml, drafts);
            case "Response" -> read = response(xml, drafts);
            default -> {
                xml.enter("MetaData");
                while (xml.next()) {
                    switch (xml.name()) {
                        case "Declaration" -> read |= declaration(xml, drafts);
                        case "Response" -> read |= response(xml, drafts);
                    }
                }
            }
        }
        if (!read) {
            throw xml.error(NOTHING);
        }
    }

    private static boolean response(XmlReader xml, DraftSink drafts) throws MessageException, IOException {
        Declaration declaration = new Declaration();
        String code = null;
        String notice = null;
        LocalDateTime issued = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "FunctionCode" -> code = xml.text();
                case "FunctionalReferenceID" -> notice = xml.text();
                case "IssueDateTime" -> issued = xml.moment("DateTimeString");
                case "Declaration" -> fill(xml, declaration);
            }
        }
        if (!CONTROL.equals(code)) {
            throw xml.error(NO_SIGNAL);
        }
        if (notice == null && declaration.number() == null) {
            throw xml.error(NO_NUMBER);
        }
        drafts.accept(declaration.controlled(notice, issued));
        return true;
    }

    private static boolean declaration(XmlReader xml, DraftSink drafts) throws MessageException, IOException {
        Declaration declaration = new Declaration();
        fill(xml, declaration);
        if (declaration.number() == null) {
            throw xml.error(NO_NUMBER);
        }
        drafts.accept(declaration.declared());
        return true;
    }

    private static void fill(XmlReader xml, Declaration declaration) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "ID" -> declaration.mrn(xml.text());
                case "FunctionalReferenceID" -> declaration.reference(xml.text());
                case "TypeCode" -> declaration.type(xml.text());
                case "AcceptanceDateTime" -> declaration.accepted(xml.moment("DateTimeString"));
                case "DeclarationOffice" -> declaration.office(xml.text("ID"));
                case "ExitOffice" -> declaration.office(xml.text("ID"));
                case "BorderTransportMeans" -> transport(xml, declaration);
                case "Declarant", "Exporter", "Agent" -> party(xml, declaration);
                case "Consignment" -> consignment(xml, declaration);
                case "GoodsShipment" -> shipment(xml, declaration);
            }
        }
    }

    private static void shipment(XmlReader xml, Declaration declaration) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "Consignee", "Consignor", "Importer", "Exporter", "Buyer", "Seller" -> party(xml, declaration);
                case "Consignment" -> consignment(xml, declaration);
                case "Destination" -> declaration.destination(xml.text("CountryCode"));
                case "ExportCountry" -> declaration.departure(xml.text("ID"));
                case "GovernmentAgencyGoodsItem" -> item(xml, declaration);
            }
        }
    }

    private static void consignment(XmlReader xml, Declaration declaration) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "Carrier" -> party(xml, declaration);
                case "ArrivalTransportMeans", "DepartureTransportMeans" -> transport(xml, declaration);
                case "GoodsLocation" -> declaration.location(xml.text("Name"));
                case "TransportEquipment" -> declaration.container(xml.text("ID"));
            }
        }
    }

    private static void item(XmlReader xml, Declaration declaration) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "Commodity" -> commodity(xml, declaration);
                case "Consignor", "Consignee", "Buyer", "Seller" -> party(xml, declaration);
            }
        }
    }

    private static void commodity(XmlReader xml, Declaration declaration) throws MessageException, IOException {
        String description = null;
        StringBuilder code = new StringBuilder();
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "Description" -> description = xml.text();
                case "Classification" -> code.append(classification(xml));
                case "TransportEquipment" -> declaration.container(xml.text("ID"));
            }
        }
        declaration.goods(description, code.toString());
    }

    /** Codes of the goods nomenclature; other schemes say other things. */
    private static String classification(XmlReader xml) throws MessageException, IOException {
        String id = null;
        String scheme = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "ID" -> id = xml.text();
                case "IdentificationTypeCode" -> scheme = xml.text();
            }
        }
        return id != null && id.matches("\\d{2,8}") && ("TSP".equals(scheme) || "TRC".equals(scheme)) ? id : "";
    }

    private static void transport(XmlReader xml, Declaration declaration) throws MessageException, IOException {
        String id = null;
        String kind = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "ID" -> id = xml.text();
                case "IdentificationTypeCode" -> kind = xml.text();
            }
        }
        declaration.transport(id, kind);
    }

    private static void party(XmlReader xml, Declaration declaration) throws MessageException, IOException {
        String role = xml.name();
        String id = null;
        String name = null;
        String address = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "ID" -> id = xml.text();
                case "Name" -> name = xml.text();
                case "Address" -> address = address(xml);
            }
        }
        declaration.party(role, id, name, address);
    }

    private static String address(XmlReader xml) throws MessageException, IOException {
        String line = null;
        String postcode = null;
        String town = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "Line" -> line = xml.text();
                case "PostcodeID" -> postcode = xml.text();
                case "CityName" -> town = xml.text();
            }
        }
        return Texts.joined(", ", line, Texts.joined(" ", postcode, town));
    }
}
