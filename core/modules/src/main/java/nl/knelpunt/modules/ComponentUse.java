package nl.knelpunt.modules;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Manifest;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.recognition.OwnSubjects;

/**
 * What a jar asks of Declarative Services: adapters and a reader of own subjects, made from its own classes when they are called, and nothing that would run
 * code of the plugin on a thread that others wait for.
 */
final class ComponentUse {

    static final String FOLDER = "OSGI-INF/";

    private static final String HEADER = "Service-Component";
    private static final List<String> OFFERED = List.of(SignalAdapter.class.getName(), OwnSubjects.class.getName());
    private static final String NAMES = String.join(" or ", OFFERED);
    private static final XMLInputFactory XML = factory();

    private final Set<String> classes;

    /** @param classes of the jar, with dots */
    ComponentUse(Set<String> classes) {
        this.classes = classes;
    }

    void checkHeader(Manifest manifest, List<Text> breaches) {
        String header = manifest == null
                ? ""
                : Objects.toString(manifest.getMainAttributes().getValue(HEADER), "");
        for (String place : header.split(",")) {
            String path = place.split(";")[0].strip();
            if (!path.isEmpty() && !(path.startsWith(FOLDER) && path.endsWith(".xml"))) {
                breaches.add(new Text(
                        "META-INF/MANIFEST.MF: " + HEADER + " noemt " + JarCheck.printable(path)
                                + "; componenten staan in " + FOLDER + "….xml",
                        "META-INF/MANIFEST.MF: its " + HEADER + " names " + JarCheck.printable(path)
                                + "; components stand in " + FOLDER + "….xml"));
            }
        }
    }

    void check(String entry, byte[] xml, List<Text> breaches) {
        String where = JarCheck.printable(entry) + ": ";
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
            boolean offers = false;
            boolean component = false;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    breaches.add(new Text(
                            where + "heeft een DOCTYPE, en dat mag een module niet",
                            where + "has a DOCTYPE, which a plugin can't"));
                    return;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "component" -> {
                            component = true;
                            component(reader, where, breaches);
                        }
                        case "implementation" ->
                            implementation(reader.getAttributeValue(null, "class"), where, breaches);
                        case "provide" ->
                            offers |= provide(reader.getAttributeValue(null, "interface"), where, breaches);
                        default -> {
                            // Properties and references.
                        }
                    }
                }
            }
            if (component && !offers) {
                breaches.add(new Text(
                        where + "een component van een module is een adapter of leest eigen subjecten: hij biedt "
                                + NAMES,
                        where + "a component of a plugin is an adapter or reads own subjects: it provides " + NAMES));
            }
        } catch (XMLStreamException e) {
            breaches.add(new Text(where + "is geen gave XML", where + "is not sound XML"));
        }
    }

    private static void component(XMLStreamReader reader, String where, List<Text> breaches) {
        for (String attribute : List.of("deactivate", "modified", "factory")) {
            if (reader.getAttributeValue(null, attribute) != null) {
                breaches.add(new Text(
                        where + "heeft het attribuut " + attribute + ", en dat mag een component van een module niet",
                        where + "has the attribute " + attribute + ", which a component of a plugin can't"));
            }
        }
        if ("true".equals(reader.getAttributeValue(null, "immediate"))) {
            breaches.add(new Text(
                    where + "is immediate; code van een module draait alleen als zij wordt aangeroepen",
                    where + "is immediate; a plugin's code runs only when it is called"));
        }
    }

    private void implementation(String name, String where, List<Text> breaches) {
        if (name == null || !classes.contains(name)) {
            String made = JarCheck.printable(String.valueOf(name));
            breaches.add(new Text(
                    where + "wordt gemaakt uit " + made + ", en dat is geen klasse van deze jar",
                    where + "is made from " + made + ", which is no class of this jar"));
        }
    }

    private static boolean provide(String name, String where, List<Text> breaches) {
        if (OFFERED.contains(name)) {
            return true;
        }
        String provided = JarCheck.printable(String.valueOf(name));
        breaches.add(new Text(
                where + "biedt " + provided + "; een module biedt alleen " + NAMES,
                where + "provides " + provided + "; a plugin provides only " + NAMES));
        return false;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
