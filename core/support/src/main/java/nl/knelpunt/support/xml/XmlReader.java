package nl.knelpunt.support.xml;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Characters;
import nl.knelpunt.support.internal.Limits;
import nl.knelpunt.support.internal.Reasons;
import nl.knelpunt.support.internal.Values;

/**
 * Walks through one XML message. An adapter names the elements that it wants; everything else is passed over without
 * being copied:
 *
 * <pre>{@code
 * XmlReader xml = new XmlReader(message, Map.of("b", "http://example.org/boats"));
 * xml.enter("b:Boats");
 * while (xml.next()) {
 *     switch (xml.name()) {
 *         case "b:Berth" -> berth = xml.text();
 *         case "b:Arrival" -> arrival = xml.moment();
 *     }
 * }
 * }</pre>
 *
 * <p>Takes UTF-8, UTF-16 and ISO-8859-1; refuses a DOCTYPE and every entity but the five of XML itself; bounds depth and
 * length. What can't be read is a {@link MessageException} with line and column, and never quotes the message. What the
 * stream itself throws is passed on. For one thread.
 */
public final class XmlReader {

    /** Before the root. A message has one or none. */
    private static final int MOST_INSTRUCTIONS = 10;

    private final BoundedSource source;
    private final XMLStreamReader parser;
    private final Map<String, String> instructions = new HashMap<>();

    /** The caller's prefixes by namespace. */
    private final Map<String, String> prefixes;

    /** Whether the parser stands at an element that was neither read nor entered yet. */
    private boolean pending;

    /** Where the elements stand that are open here, innermost first. */
    private final Deque<Position> open = new ArrayDeque<>();

    private Position where = new Position(1, 1);

    private record Position(int line, int column) {

        private static Position of(Location location) {
            return new Position(location.getLineNumber(), location.getColumnNumber());
        }

        @Override
        public String toString() {
            return Characters.at(line, column);
        }
    }

    /**
     * Stands at the root element.
     *
     * @param message not closed
     * @param namespaces the caller's own prefixes with their namespaces; the empty prefix gives names without one
     */
    public XmlReader(InputStream message, Map<String, String> namespaces) throws MessageException, IOException {
        this(namespaces.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)), message);
    }

    /**
     * Stands at the root element of a message whose namespace differs from version to version, or is left out by some senders.
     *
     * @param message not closed
     * @param prefixes the caller's own prefixes by namespace, several of which may have the same one; the empty namespace is none at all
     */
    public static XmlReader ofVersions(InputStream message, Map<String, String> prefixes)
            throws MessageException, IOException {
        return new XmlReader(prefixes, message);
    }

    private XmlReader(Map<String, String> prefixes, InputStream message) throws MessageException, IOException {
        this.prefixes = Map.copyOf(prefixes);
        try {
            this.source = new BoundedSource(Characters.ofXml(message));
        } catch (Characters.NotReadable e) {
            throw new MessageException(e.where(), Reasons.ENCODING);
        }
        try {
            // Made anew each time: a factory holds on to the last reader that it made, and that to its part of the
            // message.
            this.parser = factory().createXMLStreamReader(source);
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable(e, null);
        }
        int event = step();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.PROCESSING_INSTRUCTION && instructions.size() < MOST_INSTRUCTIONS) {
                instructions.putIfAbsent(parser.getPITarget(), Objects.toString(parser.getPIData(), ""));
            }
            event = step();
        }
    }

    /** What a processing instruction before the root says, such as {@code 1 2} of {@code <?choose 1 2?>}; null when there is none. */
    public String instruction(String target) throws MessageException {
        String said = instructions.get(target);
        return said == null ? null : clean(said);
    }

    /** Name of the element, with the caller's prefix; empty when it is in a namespace that the caller did not name. */
    public String name() {
        return named(parser.getNamespaceURI(), parser.getLocalName());
    }

    private String named(String namespace, String name) {
        String prefix = prefixes.get(namespace == null ? "" : namespace);
        return prefix == null ? "" : prefix.isEmpty() ? name : prefix + ":" + name;
    }

    /**
     * Goes to the next element inside the element entered last; passes over what was not read. At the end leaves that
     * element and says false. The end of the root is also the end of the message: anything behind it is refused.
     */
    public boolean next() throws MessageException, IOException {
        pass();
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (open.isEmpty()) {
                    finish();
                }
                return false;
            }
        }
    }

    /** Goes into the element. */
    public void enter() {
        requirePending();
        pending = false;
    }

    /** Goes into the root element, which has to bear this name. */
    public void enter(String root) throws MessageException {
        if (!root.equals(name())) {
            throw error(Reasons.otherMessage(root));
        }
        enter();
    }

    /**
     * Text without white space around it, of the element or of the first one at the path below it; null when there is none
     * or it is empty. What else is in the element is passed over. The methods below take a path in the same way.
     */
    public String text(String... path) throws MessageException, IOException {
        return first(this::content, path);
    }

    /** A day. */
    public LocalDate date(String... path) throws MessageException, IOException {
        return first(() -> value(Values::date, Reasons.NO_DATE), path);
    }

    /** A day and time in the Netherlands, to the second. */
    public LocalDateTime moment(String... path) throws MessageException, IOException {
        return first(() -> value(Values::moment, Reasons.NO_MOMENT), path);
    }

    /** A number of at most 18 digits before and after the point, without sign or exponent. */
    public BigDecimal decimal(String... path) throws MessageException, IOException {
        return first(() -> value(Values::decimal, Reasons.NO_NUMBER), path);
    }

    /** {@code true} or {@code 1}, {@code false} or {@code 0}. */
    public Boolean flag(String... path) throws MessageException, IOException {
        return first(() -> value(Values::flag, Reasons.NO_BOOLEAN), path);
    }

    /** Value of an attribute of the element where the reader stands, before its content is read; null when absent. */
    public String attribute(String name) throws MessageException {
        if (parser.getEventType() != XMLStreamConstants.START_ELEMENT) {
            throw new IllegalStateException("An attribute is read before the content of its element");
        }
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            String namespace = parser.getAttributeNamespace(i);
            boolean bare = namespace == null || namespace.isEmpty();
            String given = bare ? parser.getAttributeLocalName(i) : named(namespace, parser.getAttributeLocalName(i));
            if (given.equals(name)) {
                return clean(parser.getAttributeValue(i));
            }
        }
        return null;
    }

    /** An error at the element that was reached or left last. */
    public MessageException error(Text reason) {
        return new MessageException(where.toString(), reason);
    }

    private interface Reading<T> {
        T read() throws MessageException, IOException;
    }

    private <T> T first(Reading<T> reading, String... path) throws MessageException, IOException {
        if (path.length == 0) {
            return reading.read();
        }
        T found = null;
        enter();
        while (next()) {
            if (found == null && path[0].equals(name())) {
                found = first(reading, Arrays.copyOfRange(path, 1, path.length));
            }
        }
        return found;
    }

    private String content() throws MessageException, IOException {
        enter();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (step()) {
                case XMLStreamConstants.END_ELEMENT -> {
                    return clean(text.toString());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + parser.getTextLength() > Limits.TEXT) {
                        throw error(Reasons.TOO_LONG);
                    }
                    text.append(parser.getTextCharacters(), parser.getTextStart(), parser.getTextLength());
                }
                case XMLStreamConstants.START_ELEMENT -> throw error(Reasons.NO_TEXT);
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private <T> T value(Function<String, T> reading, Text otherwise) throws MessageException, IOException {
        String text = content();
        if (text == null) {
            return null;
        }
        T value = reading.apply(text);
        if (value == null) {
            throw error(otherwise);
        }
        return value;
    }

    private String clean(String text) throws MessageException {
        if (text.length() > Limits.TEXT) {
            throw error(Reasons.TOO_LONG);
        }
        if (!Values.isClean(text)) {
            throw error(Reasons.CONTROL_CHARACTER);
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private void requirePending() {
        if (!pending) {
            throw new IllegalStateException("This element was read already");
        }
    }

    private void pass() throws MessageException, IOException {
        if (pending) {
            int outside = open.size() - 1;
            while (open.size() > outside) {
                step();
            }
            pending = false;
        }
    }

    private void finish() throws MessageException, IOException {
        while (step() != XMLStreamConstants.END_DOCUMENT) {
            // comments and white space behind the root
        }
    }

    private int step() throws MessageException, IOException {
        source.nextPiece();
        int event;
        try {
            event = parser.next();
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser lets its internal unchecked exceptions through on some malformed input.
            throw unreadable(e, parser.getLocation());
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                where = Position.of(parser.getLocation());
                open.push(where);
                if (open.size() > Limits.DEPTH) {
                    throw error(Reasons.TOO_DEEP);
                }
                pending = true;
            }
            case XMLStreamConstants.END_ELEMENT -> where = open.pop();
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new MessageException(Position.of(parser.getLocation()).toString(), Reasons.DOCTYPE);
            default -> {
                // nothing to keep
            }
        }
        return event;
    }

    private MessageException unreadable(Exception e, Location known) throws IOException {
        try {
            source.rethrow();
        } catch (Characters.NotReadable wrongByte) {
            return new MessageException(wrongByte.where(), Reasons.ENCODING);
        }
        Location location = e instanceof XMLStreamException located && located.getLocation() != null
                ? located.getLocation()
                : known;
        if (location != null && location.getLineNumber() > 0) {
            where = Position.of(location);
        }
        return error(source.isPieceTooLong() ? Reasons.TOO_LONG : Reasons.NOT_XML);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // The JDK's own limits differ between its versions. Those on entities have nothing to bound here: a DOCTYPE is
        // refused before its entities could be used, and what is left to count is &amp; and the like.
        for (String unused : new String[] {
            "maxElementDepth",
            "entityExpansionLimit",
            "entityReplacementLimit",
            "maxGeneralEntitySizeLimit",
            "totalEntitySizeLimit"
        }) {
            factory.setProperty("jdk.xml." + unused, "0");
        }
        factory.setProperty("jdk.xml.maxXMLNameLimit", String.valueOf(Limits.NAME));
        factory.setProperty("jdk.xml.elementAttributeLimit", "1000");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("External entities are not read");
        });
        return factory;
    }
}
