package nl.knelpunt.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where deliveries may go. */
class NetworksTest {

    private static final Networks NOTHING_ELSE = new Networks("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/",
                "https://[::ffff:169.254.169.254]/",
                "https://[fe80::1]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://127.1/",
                "https://localhost./",
                "https://a.localhost/",
                "https://0.0.0.0/"
            })
    void anAddressThatIsRefusedIsSeenFromItselfWhenItIsRegistered(String url) {
        try {
            assertFalse(NOTHING_ELSE.mayReach(Target.of(url)));
        } catch (nl.knelpunt.engine.gate.InvalidException e) {
            assertEquals("url", e.field());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://zaken.example/",
                "https://10.1.2.3/",
                "https://[2001:db8::1]/",
                "http://127.0.0.1:8080/",
                "http://localhost/",
                "http://[::1]/"
            })
    void anOrdinaryOneIsNot(String url) {
        assertTrue(NOTHING_ELSE.mayReach(Target.of(url)));
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.10", "10.1.2.3", "172.16.0.9", "192.168.1.1", "2001:db8::1", "fd12:3456::1"})
    void whereParticipantsSystemsStand(String literal) throws UnknownHostException {
        assertTrue(NOTHING_ELSE.mayReach(address(literal), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "fd00:ec2::254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "::169.254.169.254",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1"
            })
    void whereMachinesAnswerAboutThemselvesOrNobodyStands(String literal) throws UnknownHostException {
        assertFalse(NOTHING_ELSE.mayReach(address(literal), false));
        assertFalse(NOTHING_ELSE.mayReach(address(literal), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
    void thisMachineOnlyWhenItWasNamedSo(String literal) throws UnknownHostException {
        assertTrue(NOTHING_ELSE.mayReach(address(literal), true));
        assertFalse(NOTHING_ELSE.mayReach(address(literal), false), "another name must not lead here");
    }

    @Test
    void whatCallsItselfThisMachineLeadsNowhereElse() throws UnknownHostException {
        assertFalse(NOTHING_ELSE.mayReach(address("192.0.2.10"), true));
    }

    @Test
    void aNetworkCanBeAllowed() throws UnknownHostException {
        Networks networks = new Networks(" 169.254.7.0/24 , fe80::/64");
        assertTrue(networks.mayReach(address("169.254.7.200"), false));
        assertFalse(networks.mayReach(address("169.254.8.1"), false));
        assertTrue(networks.mayReach(address("fe80::1"), false));
        assertEquals(false, networks.mayReach(address("169.254.169.254"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.nl/8", "10.0.0.0/x", "/8", "10.0.0.0/8/8", "::/129"})
    void aMistakeIsNoNetwork(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Networks(text));
    }
}
