package nl.knelpunt.benchmarks.swap;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A message over HTTP in two halves, so that whoever reads it is busy with it for as long as the caller wants. */
final class SlowPost {

    private SlowPost() {}

    /**
     * @param expected status
     * @return the body of the answer
     */
    static String send(URI address, Map<String, String> headers, String id, int late, int millis, int expected)
            throws IOException, InterruptedException {
        byte[] message = ("soak " + id + " " + late + " end\n").getBytes(StandardCharsets.US_ASCII);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(60_000);
        connection.setFixedLengthStreamingMode(message.length);
        headers.forEach(connection::setRequestProperty);
        try (var out = connection.getOutputStream()) {
            out.write(message, 0, 4);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(millis);
            out.write(message, 4, message.length - 4);
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String answer = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status != expected) {
                throw new IOException(status + " " + answer);
            }
            return answer;
        }
    }
}
