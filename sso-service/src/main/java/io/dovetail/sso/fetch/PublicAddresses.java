package io.dovetail.sso.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to allowed addresses only (security.md I1, I3).
 *
 * <p>The client connects to exactly the addresses that come from here, so that a second answer of the name server
 * changes nothing.
 */
final class PublicAddresses implements DnsResolver {

    /** Where a name's addresses come from. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Predicate<InetAddress> allowed;
    private final Lookup lookup;

    PublicAddresses(Predicate<InetAddress> allowed, Lookup lookup) {
        this.allowed = allowed;
        this.lookup = lookup;
    }

    /** One address that is not allowed spoils the name: which of them is used would be chance. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = lookup.addresses(host);
        if (!Arrays.stream(addresses).allMatch(allowed)) {
            throw new UnknownHostException("not a public address");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet4Address ? isPublic4(address.getAddress()) : isPublic6((Inet6Address) address);
    }

    /**
     * IANA's special-purpose registry, besides what the JDK knows: this network, carriers, protocols, tests, 6to4
     * relays, reserved; and the one metadata service that has a public address (Azure's 168.63.129.16).
     */
    private static boolean isPublic4(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var third = bytes[2] & 0xff;
        return first != 0
                && first < 224
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 168 && second == 63 && third == 129 && bytes[3] == 16)
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 192 && second == 88 && third == 99)
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113);
    }

    /**
     * Global unicast only, and there neither 6to4, the protocols of 2001::/23 (Teredo among them) nor documentation.
     * NAT64 and every other form that holds an IPv4 address lie outside; a mapped one the JDK hands over as IPv4.
     */
    private static boolean isPublic6(Inet6Address address) {
        var bytes = address.getAddress();
        var first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        var second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        var isGlobal = (first & 0xe000) == 0x2000;
        var isDocumentation = (first == 0x2001 && second == 0xdb8) || (first == 0x3fff && second < 0x1000);
        return isGlobal && first != 0x2002 && !(first == 0x2001 && second < 0x200) && !isDocumentation;
    }
}
