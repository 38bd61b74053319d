package nl.knelpunt.support;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.support.csv.CsvReader;
import nl.knelpunt.support.edifact.EdifactReader;
import nl.knelpunt.support.json.JsonReader;
import nl.knelpunt.support.xml.XmlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Once a message was read nothing of ours leads to it any more. */
class NothingIsHeldTest {

    private static final int TIMES = 50;

    private interface Reading {
        void read(InputStream message) throws Exception;
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("XML", "<a><b>1</b></a>", (Reading) message -> {
                    XmlReader xml = new XmlReader(message, Map.of("", ""));
                    xml.enter("a");
                    while (xml.next()) {
                        xml.text();
                    }
                }),
                Arguments.of("JSON", "{\"a\":\"1\"}", (Reading) message -> {
                    JsonReader json = new JsonReader(message);
                    json.object();
                    while (json.next()) {
                        json.string();
                    }
                }),
                Arguments.of(
                        "EDIFACT",
                        "UNB+UNOA:4+A:ZZ+B:ZZ+260511:0930+1'UNH+1+PAXLST:D:05B:UN'BGM+745'UNT+3+1'UNZ+1+1'",
                        (Reading) message -> {
                            EdifactReader edi = new EdifactReader(message);
                            while (edi.next()) {
                                edi.segment();
                            }
                        }),
                Arguments.of("CSV", "a;b\n1;2\n", (Reading) message -> {
                    CsvReader csv = new CsvReader(
                            message, new CsvReader.Layout(';', StandardCharsets.UTF_8, true), Set.of("a"));
                    while (csv.next()) {
                        csv.text("a");
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void ofAMessageThatWasRead(String format, String content, Reading reading) throws Exception {
        WeakReference<InputStream> message = read(content, reading);
        for (int i = 0; i < TIMES && message.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(message.get(), format);
    }

    /** In a method of its own, so that no variable of the test leads to the message. */
    private static WeakReference<InputStream> read(String content, Reading reading) throws Exception {
        InputStream message = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        reading.read(message);
        return new WeakReference<>(message);
    }
}
