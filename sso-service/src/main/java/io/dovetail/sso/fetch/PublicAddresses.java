package io.dovetail.sso.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to public addresses only (security.md I1, I3).
 *
 * <p>The client connects to exactly the addresses that come from here, so that a second answer of the name server
 * changes nothing.
 */
final class PublicAddresses implements DnsResolver {
    private final boolean privateToo;

    PublicAddresses(boolean privateToo) {
        this.privateToo = privateToo;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!privateToo && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
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

    /** IANA's special-purpose registry, besides what the JDK knows: this network, carriers, tests, reserved. */
    private static boolean isPublic4(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var third = bytes[2] & 0xff;
        return first != 0
                && first < 224
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0)
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113);
    }

    /** Global unicast only, and there neither 6to4, Teredo, documentation nor NAT64 (which hold IPv4 addresses). */
    private static boolean isPublic6(Inet6Address address) {
        var bytes = address.getAddress();
        var first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        var second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        var isGlobal = (first & 0xe000) == 0x2000;
        return isGlobal && first != 0x2002 && !(first == 0x2001 && (second == 0 || second == 0xdb8));
    }
}
