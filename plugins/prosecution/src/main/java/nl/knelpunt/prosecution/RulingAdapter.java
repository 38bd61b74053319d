package nl.knelpunt.prosecution;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.xml.XmlReader;
import org.osgi.service.component.annotations.Component;

/**
 * Open data of the Rechtspraak: a published ruling by its ECLI. Reads what the ruling is, by whom, when, and which laws it rests on. Its text and its
 * summary stay behind: people are left out of them by name, but not what was done to them.
 */
@Component
@Reads(
        format = "rechtspraak-ecli",
        mediaTypes = {"application/xml", "text/xml"},
        fileEndings = "xml")
public final class RulingAdapter implements SignalAdapter {

    private static final Map<String, String> NAMESPACES = Map.of(
            "", "",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "dcterms", "http://purl.org/dc/terms/",
            "psi", "http://psi.rechtspraak.nl/");

    private static final Text NO_ECLI = new Text(
            "In dit bestand staat geen uitspraak: het ECLI-nummer (dcterms:identifier) ontbreekt of is geen Nederlands ECLI-nummer.",
            "This file holds no ruling: the ECLI number (dcterms:identifier) is missing or is no Dutch one.");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        XmlReader xml = new XmlReader(message, NAMESPACES);
        Ruling ruling = new Ruling();
        xml.enter("open-rechtspraak");
        while (xml.next()) {
            if (xml.name().equals("rdf:RDF")) {
                xml.enter();
                while (xml.next()) {
                    if (xml.name().equals("rdf:Description")) {
                        description(xml, ruling);
                    }
                }
            }
        }
        if (!ruling.isIdentified()) {
            throw xml.error(NO_ECLI);
        }
        drafts.accept(ruling.draft());
    }

    /** The first is about the ruling; the second about the page that shows it, and says nothing new. */
    private static void description(XmlReader xml, Ruling ruling) throws MessageException, IOException {
        if (ruling.isIdentified()) {
            return;
        }
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "dcterms:identifier" -> ruling.ecli(xml.text());
                case "dcterms:creator" -> ruling.court(xml.text());
                case "dcterms:date" -> ruling.date(xml.date());
                case "dcterms:spatial" -> ruling.seat(xml.text());
                case "dcterms:type" -> ruling.kind(xml.text());
                case "dcterms:subject" -> ruling.field(xml.text());
                case "dcterms:references" -> ruling.law(xml.text());
                case "psi:zaaknummer" -> ruling.caseNumber(xml.text());
                case "psi:procedure" -> ruling.procedure(xml.text());
            }
        }
    }
}
