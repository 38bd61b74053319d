package nl.knelpunt.support.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Reasons;

/** A message that some senders wrap in a SOAP envelope and others send bare. */
public final class Soap {

    private static final Map<String, String> ENVELOPES = Map.of(
            "http://schemas.xmlsoap.org/soap/envelope/", "soap", "http://www.w3.org/2003/05/soap-envelope", "soap");

    private Soap() {}

    /** Reads what is within the message's own element, which was entered. */
    public interface Reading {
        /** Reads on until {@link XmlReader#next} says false. */
        void read(XmlReader xml) throws MessageException, IOException;
    }

    /**
     * Reads the message, with or without an envelope, to its end.
     *
     * @param message not closed
     * @param prefixes as {@link XmlReader#ofVersions} takes them
     * @param root name of the message's own element
     * @param reading called once it was entered; goes along {@link XmlReader#next} until that says false
     * @throws MessageException also when it is another message
     */
    public static void read(InputStream message, Map<String, String> prefixes, String root, Reading reading)
            throws MessageException, IOException {
        Map<String, String> all = new HashMap<>(prefixes);
        all.putAll(ENVELOPES);
        XmlReader xml = XmlReader.ofVersions(message, all);
        if (!xml.name().equals("soap:Envelope")) {
            xml.enter(root);
            reading.read(xml);
            return;
        }
        boolean found = false;
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("soap:Body")) {
                xml.enter();
                while (xml.next()) {
                    xml.enter(root);
                    reading.read(xml);
                    found = true;
                }
            }
        }
        if (!found) {
            throw xml.error(Reasons.otherMessage(root));
        }
    }
}
