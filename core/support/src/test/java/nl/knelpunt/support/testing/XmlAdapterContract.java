package nl.knelpunt.support.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.Hostile;
import org.junit.jupiter.api.Test;

/** What holds of every adapter that reads XML. */
public abstract class XmlAdapterContract extends AdapterContract {

    /** Begin of a message, inside its root element. */
    protected abstract String begin();

    @Test
    void deepNestingIsRefused() {
        isLocated(assertThrows(
                MessageException.class,
                () -> adapter().read(Hostile.repeated(begin(), "<a>", 100_000, ""), draft -> {})));
    }

    @Test
    void anEntityBombIsRefused() {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"xxxxxxxxxx\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        String begin = begin();
        int root = begin.indexOf('<', begin.startsWith("<?") ? begin.indexOf("?>") : 0);
        String message = begin.substring(0, root) + bomb + begin.substring(root) + "<x>&c;</x>";
        isLocated(assertThrows(MessageException.class, () -> adapter().read(Hostile.message(message), draft -> {})));
    }

    @Test
    void aTagWithoutEndIsRefusedBeforeItFillsTheMemory() {
        isLocated(assertThrows(
                MessageException.class,
                () -> adapter().read(Hostile.repeated(begin() + "<a b='", "x", 1L << 28, ""), draft -> {})));
    }

    @Test
    void bytesOfAnotherEncodingAreRefusedWithTheirPlace() {
        byte[] wrong = (begin() + "<x>caf\u00e9</x>").getBytes(StandardCharsets.ISO_8859_1);
        isLocated(assertThrows(MessageException.class, () -> Drafts.of(adapter(), wrong)));
    }
}
