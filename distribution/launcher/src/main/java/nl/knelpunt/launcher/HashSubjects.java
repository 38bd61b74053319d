package nl.knelpunt.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** {@code knelpunt hash-subjects}: a list of own subjects for recognition help, hashed where its owner has it, without a server. */
final class HashSubjects {

    private static final String HASHED_LIST = "nl.knelpunt.sdk.HashedList";

    private HashSubjects() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var words = asked.words(2, 2, "hash-subjects takes the file with the key, and the list");
        var keyFile = Asked.absolute(words.get(0));
        var list = Asked.absolute(words.get(1));
        for (var file : new Path[] {keyFile, list}) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new Failure(file + " is not a file that can be read.");
            }
        }
        var key = Json.read(Files.readAllBytes(keyFile));
        var hex = key.path("key").asText();
        if (!hex.matches("[0-9a-f]{64}") || key.path("period").asText().isEmpty()) {
            throw new Failure(keyFile + " holds no key. Save the answer of POST"
                    + " /v1/participants/<participant>/recognition-key there.");
        }
        try (var platform = Try.platform()) {
            var wrong = (String) Class.forName(HASHED_LIST, true, platform)
                    .getMethod("write", Path.class, String.class, byte[].class, PrintStream.class)
                    .invoke(
                            null,
                            list,
                            key.path("period").asText(),
                            HexFormat.of().parseHex(hex),
                            Main.OUT);
            if (wrong != null) {
                throw new Failure("The list is not whole; don't use what was written. " + wrong);
            }
        } catch (InvocationTargetException e) {
            throw new Failure(
                    "The list can't be read: " + e.getCause().getClass().getSimpleName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return Main.DONE;
    }
}
