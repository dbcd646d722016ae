package io.dovetail.sso.fetch;

import static io.dovetail.sso.fetch.Fetchers.INSIDE;
import static io.dovetail.sso.fetch.Fetchers.LARGEST;
import static io.dovetail.sso.fetch.Fetchers.defaultTls;
import static io.dovetail.sso.fetch.Fetchers.fetched;
import static io.dovetail.sso.fetch.Fetchers.secure;
import static io.dovetail.sso.fetch.Fetchers.strict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator's address may lead to (security.md I1 to I3); each refusal beside its honest twin. */
class GuardedFetcherTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.2", "[::1]", "[::ffff:127.0.0.2]", "[::ffff:7f00:2]", "0.0.0.0", "10.0.0.1",
                "169.254.169.254", "[fd00:ec2::254]", "[64:ff9b::7f00:2]", "[fe80::1]", "2130706434", "0x7f000002",
                "0x7f.0.0.2", "0177.0.0.2", "127.2", "127.0.2", "localhost.localdomain.", "%31%32%37.0.0.2",
                "127。0。0。2", "127.0.0.2%00.example"
            })
    void refusesEveryWayToWriteAnAddressInside(String host) throws IOException {
        try (var inside = Site.on(INSIDE, Site.text("secret"));
                var outside = Site.on("127.0.0.1", Site.text("metadata"))) {
            var fetcher = strict(true);

            assertThrows(
                    FetchRefused.class, () -> fetcher.fetch("http://" + host + ":" + inside.port() + "/", LARGEST));

            assertEquals(List.of(), inside.requests());
            assertEquals("metadata", fetched(fetcher, "http://127.0.0.1:" + outside.port() + "/"));
        }
    }

    @Test
    void reachesPrivateAddressesWhereTheInstallationAllowsIt() throws Exception {
        try (var inside = Site.on(INSIDE, Site.text("local"))) {
            var address = "http://" + INSIDE + ":" + inside.port() + "/";
            var local = new GuardedFetcher(config(true, true));
            var production = new GuardedFetcher(config(true, false));

            assertEquals("local", fetched(local, address));
            assertThrows(FetchRefused.class, () -> production.fetch(address, LARGEST));
            assertEquals(1, inside.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "idp.example",
                "//127.0.0.1/",
                "http:",
                "https://",
                "https:///x",
                "file:///etc/hostname",
                "ftp://127.0.0.1/",
                "jar:https://127.0.0.1/x!/y",
                "gopher://127.0.0.1/",
                "data:text/xml,x",
                "https://somebody@127.0.0.1/",
                "https://127.0.0.1:99999/",
                "https://127.0.0.1:0/",
                "https://127.0.0.1:-1/",
                "https://127.0.0.1/ x",
                "https://127.0.0.1/\r\nHost: x",
                "https://127.0.0.1/\u0000",
                "https://[::1",
                "https://exa_mple..x/"
            })
    void refusesWhatIsNoAddressOfAFile(String address) {
        assertThrows(FetchRefused.class, () -> strict(true).fetch(address, LARGEST));
    }

    @Test
    void refusesPlainHttpUnlessTheInstallationAllowsIt() throws IOException {
        try (var site = Site.on("127.0.0.1", Site.text("metadata"))) {
            var address = "http://127.0.0.1:" + site.port() + "/";

            var refused = assertThrows(FetchRefused.class, () -> strict(false).fetch(address, LARGEST));

            assertTrue(String.valueOf(refused.getMessage()).contains("https://"));
            assertEquals(List.of(), site.requests());
            assertEquals("metadata", fetched(strict(true), address));
        }
    }

    /** The name server says another thing each time: the address that was checked is the one that is used. */
    @Test
    void connectsToTheAddressThatWasCheckedAndAsksTheNameServerOnce() throws IOException {
        try (var site = Site.on("127.0.0.1", Site.text("metadata"));
                var inside = Site.on(INSIDE, Site.text("secret"))) {
            var asked = new AtomicInteger();
            var fetcher = new GuardedFetcher(
                    true,
                    new PublicAddresses(
                            address -> address.getHostAddress().equals("127.0.0.1"),
                            host -> InetAddress.getAllByName(asked.incrementAndGet() == 1 ? "127.0.0.1" : INSIDE)),
                    Duration.ofSeconds(5),
                    defaultTls());

            assertEquals("metadata", fetched(fetcher, "http://rebinding.example:" + site.port() + "/"));

            assertEquals(1, asked.get());
            assertThrows(
                    FetchRefused.class,
                    () -> fetcher.fetch("http://rebinding.example:" + inside.port() + "/", LARGEST));
            assertEquals(List.of(), inside.requests());
        }
    }

    @Test
    void trustsOnlyTheCertificatesThatTheInstallationTrusts() throws IOException {
        try (var secure = secure(Site.text("metadata"))) {
            var address = "https://localhost:" + secure.port() + "/";

            assertThrows(FetchRefused.class, () -> strict(false).fetch(address, LARGEST));

            assertFalse(secure.requests().stream().anyMatch(request -> request.startsWith("GET")));
            assertEquals("metadata", fetched(strict(false, SelfSigned.tls()), address));
            var otherName = "https://127.0.0.1:" + secure.port() + "/";
            assertThrows(
                    FetchRefused.class, () -> strict(false, SelfSigned.tls()).fetch(otherName, LARGEST));
        }
    }

    @Test
    void carriesNothingFromOneFetchToTheNextAndAsksForNoCompression() throws IOException {
        try (var site = Site.on(
                "127.0.0.1",
                (path, out) -> Site.write(
                        out,
                        "HTTP/1.1 200 OK\r\nConnection: close\r\nSet-Cookie: a=b\r\nContent-Length: 1\r\n\r\nx"))) {
            var fetcher = strict(true);
            var address = "http://127.0.0.1:" + site.port() + "/";

            fetched(fetcher, address);
            fetched(fetcher, address);

            var second = site.requests().get(1).toLowerCase(Locale.ROOT);
            assertFalse(second.contains("cookie:"), second);
            assertFalse(second.contains("accept-encoding:"), second);
            assertFalse(second.contains("authorization:"), second);
        }
    }

    private static SsoConfig config(boolean insecure, boolean privateToo) {
        return new SsoConfig() {
            @Override
            public boolean allowPrivateAddresses() {
                return privateToo;
            }

            @Override
            public boolean allowInsecureProviders() {
                return insecure;
            }
        };
    }
}
