package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final String PATH = "/v1/participants/politie-noord/messages";

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static Messages.Message message(Object[] arguments) {
        return (Messages.Message) arguments[2];
    }

    @Test
    void aMessageBecomesDrafts() throws Exception {
        api.messages.when("deliver", a -> {
            assertEquals("<incident/>", new String(message(a).body().readAllBytes(), StandardCharsets.UTF_8));
            return new Messages.Delivered(List.of(Api.done("DRAFT", 1), new Done(Api.ID, Done.DESTROYED, 0)), 1);
        });

        Reply reply = api.send(api.request(PATH + "?format=nibrs-4.2")
                .header("Content-Type", "Application/XML; charset=utf-8")
                .POST(BodyPublishers.ofString("<incident/>")));

        assertEquals(201, reply.status(), reply::text);
        assertEquals(1, reply.json().get("repeated").asInt());
        assertEquals("/v1/signals/" + Api.ID, reply.json().at("/signals/0/href").asText());
        assertFalse(reply.json().at("/signals/1").has("href"), "what was destroyed since is nowhere");
        assertEquals("politie-noord", api.messages.last().arguments().get(1));
        Messages.Message message = api.messages.last().argument(2, Messages.Message.class);
        assertEquals("application/xml", message.mediaType());
        assertEquals("nibrs-4.2", message.format());
        assertNull(message.fileEnding());
    }

    @Test
    void aFormIsAMessageLikeAnyOther() throws Exception {
        api.messages.when("deliver", a -> {
            assertEquals("format=other", new String(message(a).body().readAllBytes(), StandardCharsets.UTF_8));
            return new Messages.Delivered(List.of(), 0);
        });
        Reply reply = api.send(api.request(PATH + "?format=mine")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("format=other")));
        assertEquals(201, reply.status());
        assertEquals(
                "mine", api.messages.last().argument(2, Messages.Message.class).format());
    }

    @Test
    void aMessageIsReadWhileItIsStillBeingSent() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        api.messages.when("deliver", a -> {
            InputStream body = message(a).body();
            assertEquals("begin", new String(body.readNBytes(5), StandardCharsets.UTF_8));
            begun.countDown();
            assertEquals("end", new String(body.readAllBytes(), StandardCharsets.UTF_8));
            return new Messages.Delivered(List.of(), 0);
        });
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head("Transfer-Encoding: chunked"));
            out.write("5\r\nbegin\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertTrue(begun.await(20, TimeUnit.SECONDS), "the beginning is read before the end was sent");
            out.write("3\r\nend\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertEquals("HTTP/1.1 201", status(socket));
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", api.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static byte[] head(String length) {
        return ("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Api.TOKEN + "\r\n" + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    @Test
    void whatSaysToBeTooLargeIsRefusedUnread() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("Content-Length: " + (Messages.MOST_BYTES + 1)));
            assertEquals("HTTP/1.1 413", status(socket));
        }
        assertTrue(api.messages.asked().isEmpty());
    }

    @Test
    void whatDoesNotSayHowLargeItIsIsCounted() throws Exception {
        api.messages.when("deliver", a -> {
            try {
                message(a).body().readAllBytes();
            } catch (IOException e) {
                throw new MessageException("line 1", new Text("Afgebroken.", "Broken off."));
            }
            return new Messages.Delivered(List.of(), 0);
        });
        MessageResource resource = new MessageResource(api.use, 10);

        assertEquals(201, resource.deliver(exchange("0123456789")).status());
        ProblemException refused =
                assertThrows(ProblemException.class, () -> resource.deliver(exchange("0123456789+")));
        assertEquals(413, refused.status());
    }

    /** A request whose length is not known. */
    private Exchange exchange(String body) {
        InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII));
        ServletInputStream input = new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(jakarta.servlet.ReadListener listener) {
                throw new IllegalStateException();
            }
        };
        HttpServletRequest request = new Fake<>(HttpServletRequest.class)
                .when("getContentLengthLong", a -> -1L)
                .when("getHeader", a -> null)
                .when("getContentType", a -> null)
                .when("getQueryString", a -> null)
                .when("getRemoteAddr", a -> "127.0.0.1")
                .when("getInputStream", a -> input)
                .service();
        Route route = new RouteTable(api.use, new HealthResource(api.use, "1"))
                .match("POST", "/v1", "/participants/p/messages")
                .route();
        return new Exchange(
                request,
                new RouteTable.Match(route, Map.of("participant", "p")),
                Locale.ENGLISH,
                UUID.randomUUID(),
                Api.CALLER,
                Api.TOKEN);
    }

    @Test
    void aBrokenMessageSaysWhere() throws Exception {
        api.messages.when("deliver", a -> {
            throw new MessageException("line 12, column 4", new Text("Geen datum.", "No date."));
        });
        Reply reply =
                api.send(api.request(PATH).header("Accept-Language", "en").POST(BodyPublishers.ofString("<broken")));
        assertEquals(422, reply.status());
        assertEquals("line 12, column 4", reply.json().get("where").asText());
        assertEquals("No date.", reply.json().get("detail").asText());
    }

    @Test
    void whoIsStillSendingABrokenMessageCanReadWhatIsWrong() throws Exception {
        api.messages.when("deliver", a -> {
            message(a).body().readNBytes(5);
            throw new MessageException("line 1", new Text("Geen datum.", "No date."));
        });
        byte[] message = new byte[8 << 20];
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("Content-Length: " + message.length));
            socket.getOutputStream().write(message);
            assertEquals("HTTP/1.1 422", status(socket));
        }
    }

    @Test
    void aPackedMessageIsNotUnpacked() throws Exception {
        Reply reply =
                api.send(api.request(PATH).header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("x")));
        assertEquals(415, reply.status());
        assertTrue(api.messages.asked().isEmpty());
    }
}
