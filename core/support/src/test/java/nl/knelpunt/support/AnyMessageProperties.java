package nl.knelpunt.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.json.JsonReader;
import nl.knelpunt.support.xml.XmlReader;

/** Whatever arrives is read or refused: a reader throws nothing but a MessageException. */
class AnyMessageProperties {

    private interface Reading {
        void run() throws MessageException, IOException;
    }

    private static void isReadOrRefused(Reading reading) throws IOException {
        try {
            reading.run();
        } catch (MessageException refused) {
            assert !refused.where().isBlank();
        }
    }

    private static void everything(XmlReader xml) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name().length() % 3) {
                case 0 -> xml.text();
                case 1 -> everything(xml);
                default -> xml.attribute("a");
            }
        }
    }

    private static void everything(JsonReader json) throws MessageException, IOException {
        json.each();
        while (json.next()) {
            json.object();
            while (json.next()) {
                switch (json.name().length() % 4) {
                    case 0 -> json.string();
                    case 1 -> everything(json);
                    case 2 -> json.number();
                    default -> json.whole();
                }
            }
        }
    }

    @Provide
    Arbitrary<byte[]> anything() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    }

    @Provide
    Arbitrary<String> nearlyXml() {
        return Arbitraries.of(
                        "<a>",
                        "</a>",
                        "<bcd x='1'>",
                        "</bcd>",
                        "<p:q xmlns:p='u'>",
                        "</p:q>",
                        "<e/>",
                        "text",
                        "&amp;",
                        "&#1;",
                        "&x;",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<?pi",
                        "?>",
                        "<!DOCTYPE a [",
                        "]>",
                        "\"",
                        "<?xml version='1.0'?>",
                        "<?xml version='1.1' encoding='UTF-8'?>",
                        "\u0000",
                        "\ufffe",
                        "\ud83d\ude00",
                        " ",
                        "\n",
                        "<",
                        ">",
                        "&",
                        "xmlns=''",
                        "%p;",
                        "<!ENTITY x 'y'>")
                .list()
                .ofMaxSize(25)
                .map(parts -> "<a>" + String.join("", parts));
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"a\"",
                        "\"bc\"",
                        "\"def\":",
                        "\"ghij\":",
                        "1",
                        "-1.5e3",
                        "1e999",
                        "true",
                        "false",
                        "null",
                        "NaN",
                        "\\u0000",
                        "\"\\ud800\"",
                        "\"",
                        "\\",
                        "\u0001",
                        " ",
                        "\n",
                        "/*",
                        "#",
                        "'",
                        "\ufeff",
                        "{}",
                        "[]",
                        "\"a\":1")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Property
    void anyBytes(@ForAll("anything") byte[] message) throws IOException {
        isReadOrRefused(() -> everything(new XmlReader(new ByteArrayInputStream(message), Map.of("", ""))));
        isReadOrRefused(() -> everything(new JsonReader(new ByteArrayInputStream(message))));
    }

    @Property
    void nearlyXml(@ForAll("nearlyXml") String message) throws IOException {
        for (var charset : new java.nio.charset.Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
            isReadOrRefused(() -> everything(new XmlReader(Hostile.message(message, charset), Map.of("", ""))));
        }
    }

    @Property
    void nearlyJson(@ForAll("nearlyJson") String message) throws IOException {
        isReadOrRefused(() -> everything(new JsonReader(Hostile.message(message))));
    }
}
