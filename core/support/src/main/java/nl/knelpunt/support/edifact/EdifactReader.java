package nl.knelpunt.support.edifact;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Characters;
import nl.knelpunt.support.internal.Reasons;
import nl.knelpunt.support.internal.Values;

/**
 * Walks through one UN/EDIFACT interchange, segment by segment. An adapter names the segments and elements that it wants; of what it does
 * not ask for nothing is copied:
 *
 * <pre>{@code
 * EdifactReader edi = new EdifactReader(message);
 * while (edi.next()) {
 *     switch (edi.segment()) {
 *         case "UNH" -> edi.expect("BAPLIE");
 *         case "EQD" -> container = edi.value(2, 1);
 *         case "DTM" -> arrival = edi.date(1);
 *         case "UNT" -> drafts.accept(…);
 *     }
 * }
 * }</pre>
 *
 * <p>Takes the character sets of UNOA to UNOF, UNOK, UNOW and UNOY, and of the airlines. Refuses whatever is outside a message, an interchange
 * that is not closed, and counts and references that do not fit, so that half an interchange is none. What can't be read is a {@link MessageException}
 * with the number of the segment, and never quotes the message. What the stream itself throws is passed on. For one thread.
 */
public final class EdifactReader {

    private static final EDIInputFactory FACTORY = factory();

    private final Transcoded source;
    private final EDIStreamReader parser;
    private final Envelope envelope = new Envelope();

    /** The segment where the reader stands: elements of components; null until somebody asks. */
    private List<List<String>> elements;

    private String segment = "";
    private long number;
    private int line = 1;
    private int column = 1;

    /** @param message not closed */
    public EdifactReader(InputStream message) throws MessageException, IOException {
        try {
            this.source = new Transcoded(Characters.ofEdifact(message));
        } catch (Characters.NotReadable e) {
            throw new MessageException(e.where(), Reasons.EDIFACT_ENCODING);
        }
        try {
            this.parser = FACTORY.createEDIStreamReader(source, "UTF-8");
        } catch (EDIStreamException | RuntimeException e) {
            throw unreadable();
        }
    }

    /** Goes to the next segment, those of the envelope among them. False at the end of an interchange that is whole. */
    public boolean next() throws MessageException, IOException {
        rest();
        EDIStreamEvent event = step();
        while (event != null && event != EDIStreamEvent.START_SEGMENT) {
            event = step();
        }
        if (event == null) {
            if (!envelope.isClosed()) {
                throw error(Reasons.EDIFACT_INCOMPLETE);
            }
            return false;
        }
        source.nextPiece();
        number++;
        segment = parser.getText();
        elements = null;
        if (segment.equals("UNA") && number == 1) {
            // The separators, which the parser has taken.
            number = 0;
            collect();
            return next();
        }
        Text wrong = envelope.follow(segment, this::value);
        if (wrong != null) {
            throw error(wrong);
        }
        return true;
    }

    /** Tag of the segment, such as {@code NAD}. */
    public String segment() {
        return segment;
    }

    /** At UNH: refuses another type of message than this, such as {@code PAXLST}. */
    public void expect(String type) throws MessageException, IOException {
        if (!segment.equals("UNH") || !type.equals(value(2, 1))) {
            throw error(Reasons.otherMessage(type));
        }
    }

    /** A simple element, or the first component of a composite; counted from 1 behind the tag; null when absent or empty. */
    public String value(int element) throws MessageException, IOException {
        return value(element, 1);
    }

    /** A component of an element, both counted from 1; null when absent or empty. Of a repeated element the first one. */
    public String value(int element, int component) throws MessageException, IOException {
        if (elements == null) {
            collect();
        }
        if (element > elements.size() || component > elements.get(element - 1).size()) {
            return null;
        }
        String value = elements.get(element - 1).get(component - 1);
        if (value == null) {
            return null;
        }
        if (!Values.isClean(value)) {
            throw error(Reasons.CONTROL_CHARACTER);
        }
        String stripped = value.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** Day of a composite as in DTM: qualifier, value, code of its form; null when there is none. */
    public LocalDate date(int element) throws MessageException, IOException {
        LocalDateTime moment = moment(element);
        return moment == null ? null : moment.toLocalDate();
    }

    /** Time of day of such a composite; null when its form has none. The message does not say in which zone. */
    public LocalTime time(int element) throws MessageException, IOException {
        String value = value(element, 2);
        LocalDateTime moment = moment(element);
        return moment == null || value.length() <= 8 ? null : moment.toLocalTime();
    }

    /** An error at the segment where the reader stands. */
    public MessageException error(Text reason) {
        return new MessageException("segment " + number + ", " + Characters.at(line, column), reason);
    }

    private LocalDateTime moment(int element) throws MessageException, IOException {
        String value = value(element, 2);
        if (value == null) {
            return null;
        }
        LocalDateTime moment = EdifactTime.read(value, value(element, 3));
        if (moment == null) {
            throw error(Reasons.NO_EDIFACT_DATE);
        }
        return moment;
    }

    private void collect() throws MessageException, IOException {
        List<List<String>> found = new ArrayList<>();
        while (true) {
            EDIStreamEvent event = step();
            if (event == null || event == EDIStreamEvent.END_SEGMENT) {
                break;
            }
            if (event == EDIStreamEvent.ELEMENT_DATA) {
                Location at = parser.getLocation();
                if (at.getElementOccurrence() <= 1) {
                    put(found, at.getElementPosition(), Math.max(at.getComponentPosition(), 1), parser.getText());
                }
            }
        }
        elements = found;
    }

    private static void put(List<List<String>> elements, int element, int component, String text) {
        while (elements.size() < element) {
            elements.add(new ArrayList<>(1));
        }
        List<String> components = elements.get(element - 1);
        while (components.size() < component) {
            components.add(null);
        }
        components.set(component - 1, text);
    }

    /** Passes over what was not read of the segment. */
    private void rest() throws MessageException, IOException {
        if (number > 0 && elements == null) {
            EDIStreamEvent event = step();
            while (event != null && event != EDIStreamEvent.END_SEGMENT) {
                event = step();
            }
        }
    }

    /** Null at the end. */
    private EDIStreamEvent step() throws MessageException, IOException {
        try {
            if (!parser.hasNext()) {
                return null;
            }
            EDIStreamEvent event = parser.next();
            Location at = parser.getLocation();
            line = at.getLineNumber();
            column = at.getColumnNumber();
            if (event.isError()) {
                throw error(Reasons.NOT_EDIFACT);
            }
            return event;
        } catch (EDIStreamException | RuntimeException e) {
            throw unreadable();
        }
    }

    private MessageException unreadable() throws IOException {
        try {
            source.rethrow();
        } catch (Characters.NotReadable wrongByte) {
            return new MessageException(wrongByte.where(), Reasons.EDIFACT_ENCODING);
        }
        if (source.isPieceTooLong()) {
            return error(Reasons.TOO_LONG);
        }
        return error(source.isAtEnd() ? Reasons.EDIFACT_INCOMPLETE : Reasons.NOT_EDIFACT);
    }

    private static EDIInputFactory factory() {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        // Its envelope check needs the library's schemas from the class path, and goes on after what it finds; Envelope
        // does not.
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        return factory;
    }
}
