package nl.knelpunt.modules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Attribute;

/** What can be configured of a plugin, read from the metatype in its jar. Runs nothing of it. */
final class Metatypes {

    private static final String FOLDER = "OSGI-INF/metatype/";
    private static final XMLInputFactory XML = factory();

    private Metatypes() {}

    /** @param attributes of the components, by their PID */
    record Settings(Map<String, List<Attribute>> attributes) {

        List<Attribute> all() {
            return attributes.values().stream().flatMap(List::stream).toList();
        }
    }

    /**
     * @throws BrokenPluginException it can't be understood, or two settings have one name
     * @throws IOException the file system failed, which says nothing of the plugin
     */
    static Settings read(Path path) throws IOException, BrokenPluginException {
        Map<String, List<Attribute>> byPid = new LinkedHashMap<>();
        try (JarFile jar = JarCheck.unverified(path)) {
            List<JarEntry> files = jar.stream()
                    .filter(e -> e.getName().startsWith(FOLDER) && e.getName().endsWith(".xml"))
                    .toList();
            for (JarEntry file : files) {
                read(jar, file, byPid);
            }
        }
        Set<String> names = new HashSet<>();
        for (Attribute attribute : new Settings(byPid).all()) {
            if (!names.add(attribute.id())) {
                String name = JarCheck.printable(attribute.id());
                throw new BrokenPluginException(
                        "twee van zijn instellingen heten " + name + "; geef elk een eigen naam",
                        "two of its settings are called " + name + "; give each a name of its own");
            }
        }
        return new Settings(byPid);
    }

    private static void read(JarFile jar, JarEntry file, Map<String, List<Attribute>> byPid)
            throws IOException, BrokenPluginException {
        Map<String, List<Attribute>> groups = new LinkedHashMap<>();
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(bytes(jar, file.getName())));
            Words words = Words.NONE;
            String pid = null;
            List<Attribute> group = new ArrayList<>();
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("a DOCTYPE");
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "MetaData" -> words = Words.of(jar, reader.getAttributeValue(null, "localization"));
                    case "OCD" -> {
                        group = new ArrayList<>();
                        groups.put(reader.getAttributeValue(null, "id"), group);
                    }
                    case "AD" -> group.add(attribute(reader, words));
                    case "Designate" -> pid = reader.getAttributeValue(null, "pid");
                    case "Object" -> {
                        List<Attribute> attributes = groups.get(reader.getAttributeValue(null, "ocdref"));
                        if (pid != null && attributes != null) {
                            byPid.put(pid, attributes);
                        }
                    }
                    default -> {
                        // Icons.
                    }
                }
            }
        } catch (XMLStreamException | IllegalArgumentException e) {
            String name = JarCheck.printable(file.getName());
            throw new BrokenPluginException(name + ": is geen gave metatype", name + ": is no sound metatype");
        }
    }

    private static Attribute attribute(XMLStreamReader reader, Words words) throws XMLStreamException {
        String id = reader.getAttributeValue(null, "id");
        String name = reader.getAttributeValue(null, "name");
        String description = reader.getAttributeValue(null, "description");
        String type = Objects.requireNonNullElse(reader.getAttributeValue(null, "type"), "String");
        String cardinality = Objects.requireNonNullElse(reader.getAttributeValue(null, "cardinality"), "0");
        String required = reader.getAttributeValue(null, "required");
        String defaults = reader.getAttributeValue(null, "default");
        String min = reader.getAttributeValue(null, "min");
        String max = reader.getAttributeValue(null, "max");
        boolean several = Math.abs((long) Integer.parseInt(cardinality)) > 1;
        List<Attribute.Option> options = new ArrayList<>();
        // Its options follow, up to its end.
        while (reader.next() != XMLStreamConstants.END_ELEMENT
                || !reader.getLocalName().equals("AD")) {
            if (reader.isStartElement() && reader.getLocalName().equals("Option")) {
                options.add(new Attribute.Option(
                        reader.getAttributeValue(null, "value"), words.text(reader.getAttributeValue(null, "label"))));
            }
        }
        return new Attribute(
                Objects.requireNonNullElse(id, ""),
                words.text(Objects.requireNonNullElse(name, id)),
                description == null || description.isBlank() ? null : words.text(description),
                type,
                type.equals("Password"),
                several,
                !"false".equals(required),
                defaults == null ? List.of() : several ? split(defaults) : List.of(plain(defaults)),
                options,
                min,
                max);
    }

    /** At commas, but for those behind a backslash. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("(?<!\\\\),")) {
            parts.add(plain(part));
        }
        return parts;
    }

    private static String plain(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private static byte[] bytes(JarFile jar, String name) throws IOException, BrokenPluginException {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(DescriptorReader.LARGEST_FILE + 1);
            if (bytes.length > DescriptorReader.LARGEST_FILE) {
                throw JarCheck.tooLarge(name);
            }
            return bytes;
        }
    }

    /** What stands for a name that begins with a percent sign, in both languages. */
    private record Words(Properties nl, Properties en) {

        static final Words NONE = new Words(new Properties(), new Properties());

        static Words of(JarFile jar, String base) throws IOException, BrokenPluginException {
            if (base == null) {
                return NONE;
            }
            Properties plain = properties(jar, base + ".properties", new Properties());
            return new Words(
                    properties(jar, base + "_nl.properties", plain), properties(jar, base + "_en.properties", plain));
        }

        private static Properties properties(JarFile jar, String name, Properties defaults)
                throws IOException, BrokenPluginException {
            Properties properties = new Properties(defaults);
            properties.load(new InputStreamReader(new ByteArrayInputStream(bytes(jar, name)), StandardCharsets.UTF_8));
            return properties;
        }

        Text text(String name) {
            String known = name == null || name.isBlank() ? "?" : name;
            return known.startsWith("%")
                    ? new Text(nl.getProperty(known.substring(1), known), en.getProperty(known.substring(1), known))
                    : new Text(known, known);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
