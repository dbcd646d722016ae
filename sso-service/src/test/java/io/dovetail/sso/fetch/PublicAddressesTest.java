package io.dovetail.sso.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a public address (security.md I1, I3). */
class PublicAddressesTest {

    /** Each row: an address that leads inside, and its nearest neighbour that leads outside. */
    @ParameterizedTest(name = "{0}, not {1}")
    @CsvSource({
        "0.0.0.0, 1.0.0.0",
        "0.1.2.3, 1.1.1.1",
        "10.255.255.255, 11.0.0.0",
        "100.64.0.0, 100.63.255.255",
        "100.100.100.200, 100.128.0.0",
        "127.0.0.1, 126.255.255.255",
        "127.255.255.255, 128.0.0.1",
        "168.63.129.16, 168.63.129.17",
        "169.254.169.254, 169.253.255.255",
        "169.254.170.2, 169.255.0.1",
        "172.16.0.1, 172.15.255.255",
        "172.31.255.255, 172.32.0.0",
        "192.0.0.192, 192.0.78.24",
        "192.0.2.1, 192.0.3.1",
        "192.88.99.1, 192.88.98.1",
        "192.168.0.1, 192.167.255.255",
        "198.18.0.1, 198.17.255.255",
        "198.19.255.255, 198.20.0.0",
        "198.51.100.7, 198.51.101.7",
        "203.0.113.7, 203.0.114.7",
        "224.0.0.1, 223.255.255.255",
        "240.0.0.1, 223.0.0.1",
        "255.255.255.255, 8.8.8.8",
        "::, 2606:4700::1111",
        "::1, 2a00:1450::1",
        "::ffff:127.0.0.1, ::ffff:8.8.8.8",
        "::ffff:a9fe:a9fe, ::ffff:0808:0808",
        "::10.0.0.1, 2a00:1450::2",
        "64:ff9b::169.254.169.254, 2600::1",
        "64:ff9b:1::10.0.0.1, 2600::2",
        "fe80::1, 2600::3",
        "fec0::1, 2600::4",
        "fc00::1, 2600::5",
        "fd00:ec2::254, 2600::6",
        "fd20:ce::254, 2600::7",
        "ff02::1, 2600::8",
        "100::1, 2600::9",
        "2001::1, 2001:200::1",
        "2001:2::1, 2001:4860::8888",
        "2001:10::1, 2001:470::1",
        "2001:20::1, 2001:500::1",
        "2001:db8::1, 2001:db9::1",
        "2002:7f00:1::, 2003::1",
        "2002:a9fe:a9fe::, 2400::1",
        "3fff:fff::1, 3fff:1000::1",
        "5f00::1, 3ffe::1"
    })
    void letsNobodyInAndEverybodyOut(String inside, String outside) throws UnknownHostException {
        var guard = new PublicAddresses(PublicAddresses::isPublic, InetAddress::getAllByName);

        assertThrows(UnknownHostException.class, () -> guard.resolve(inside));

        assertEquals(InetAddress.getByName(outside), guard.resolve(outside)[0]);
    }

    @Test
    void refusesANameOfWhoseAddressesOneLeadsInside() throws UnknownHostException {
        var outside = InetAddress.getByName("8.8.8.8");
        var inside = InetAddress.getByName("10.0.0.1");

        var mixed = new PublicAddresses(PublicAddresses::isPublic, host -> new InetAddress[] {outside, inside});
        var twin = new PublicAddresses(PublicAddresses::isPublic, host -> new InetAddress[] {outside, outside});

        assertThrows(UnknownHostException.class, () -> mixed.resolve("idp.example"));
        assertEquals(2, twin.resolve("idp.example").length);
    }

    /** A second question could get a second answer: what was checked is what is handed over. */
    @Test
    void handsOverTheAddressesThatItCheckedAndAsksOnce() throws UnknownHostException {
        var outside = InetAddress.getByName("8.8.8.8");
        var asked = new ArrayList<String>();
        var guard = new PublicAddresses(PublicAddresses::isPublic, host -> {
            asked.add(host);
            return new InetAddress[] {asked.size() == 1 ? outside : InetAddress.getLoopbackAddress()};
        });

        var resolved = guard.resolve("idp.example");

        assertArrayEquals(new InetAddress[] {outside}, resolved);
        assertEquals(1, asked.size());
        assertThrows(UnknownHostException.class, () -> guard.resolve("idp.example"));
    }

    @Test
    void letsALocalInstallationAllowEverything() throws UnknownHostException {
        var local = new PublicAddresses(any -> true, InetAddress::getAllByName);

        assertTrue(local.resolve("localhost")[0].isLoopbackAddress());
    }
}
