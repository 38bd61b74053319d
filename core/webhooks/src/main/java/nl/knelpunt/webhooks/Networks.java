package nl.knelpunt.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where deliveries may go. Refused are the addresses at which machines and clouds answer about themselves, and those that are
 * nobody's; the machine itself is reached only by who names it so. Private networks are where participants' systems stand.
 */
final class Networks {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** Names of the machine itself that are no such names here, and numbers that some take for an address. */
    private static final Pattern THIS_MACHINE = Pattern.compile(
            "(.*\\.)?localhost\\.?|(.*\\.)?localhost\\.localdomain\\.?|(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    /** Of nobody, of this link only (with the clouds' metadata), to many, and metadata that stand elsewhere. */
    private static final List<Network> REFUSED = networks(
            "0.0.0.0/8, 169.254.0.0/16, 224.0.0.0/4, 240.0.0.0/4, 100.100.100.200/32, 168.63.129.16/32, 192.0.0.0/24,"
                    + " ::/128, fe80::/10, fec0::/10, ff00::/8, fd00:ec2::/32");

    /** IPv6 addresses that hold one of IPv4, and where it stands in them. */
    private static final List<Network> TRANSLATED = networks("64:ff9b::/96, 2002::/16, ::/96");

    private static final int[] TRANSLATED_AT = {12, 2, 12};
    private static final int IPV4_BYTES = 4;

    private record Network(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i & 7);
                if ((address[i >> 3] & mask) != (other[i >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> allowed;

    /**
     * @param allowed networks that may be reached although they are refused otherwise, such as {@code 169.254.7.0/24}, with
     *     commas between them
     * @throws IllegalArgumentException one of them is no network
     */
    Networks(String allowed) {
        this.allowed = networks(allowed);
    }

    private static List<Network> networks(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Networks::network)
                .toList();
    }

    private static Network network(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2
                || !LITERAL.matcher(parts[0]).matches()
                || !NUMBER.matcher(parts[1]).matches()) {
            throw new IllegalArgumentException("No network");
        }
        try {
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            if (bits > address.length * Byte.SIZE) {
                throw new IllegalArgumentException("No network");
            }
            return new Network(address, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("No network", e);
        }
    }

    /** Whether nothing in the address itself says that it is refused; a name is looked up at each delivery. */
    boolean mayReach(Target target) {
        String host = target.host();
        if (!LITERAL.matcher(host).matches()) {
            return target.onThisMachine() || !THIS_MACHINE.matcher(host).matches();
        }
        if (host.indexOf(':') < 0 && !DOTTED.matcher(host).matches()) {
            return false;
        }
        try {
            return mayReach(InetAddress.getByName(host), target.onThisMachine());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    boolean mayReach(InetAddress address, boolean onThisMachine) {
        byte[] bytes = address.getAddress();
        if (allowed.stream().anyMatch(n -> n.contains(bytes))) {
            return true;
        }
        if (onThisMachine || address.isLoopbackAddress()) {
            return onThisMachine && address.isLoopbackAddress();
        }
        return REFUSED.stream().noneMatch(n -> n.contains(bytes))
                && (!(address instanceof Inet6Address) || mayReachWithin(bytes));
    }

    private boolean mayReachWithin(byte[] bytes) {
        for (int i = 0; i < TRANSLATED.size(); i++) {
            if (TRANSLATED.get(i).contains(bytes)) {
                byte[] inner = Arrays.copyOfRange(bytes, TRANSLATED_AT[i], TRANSLATED_AT[i] + IPV4_BYTES);
                try {
                    return mayReach(InetAddress.getByAddress(inner), false);
                } catch (UnknownHostException e) {
                    throw new IllegalStateException("Four bytes are an address", e);
                }
            }
        }
        return true;
    }
}
