package io.dovetail.sso.fetch;

import static io.dovetail.sso.fetch.Fetchers.INSIDE;
import static io.dovetail.sso.fetch.Fetchers.LARGEST;
import static io.dovetail.sso.fetch.Fetchers.fetched;
import static io.dovetail.sso.fetch.Fetchers.secure;
import static io.dovetail.sso.fetch.Fetchers.strict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A redirect leads no further than an administrator's own address could (security.md I2). */
class RedirectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:PORT/",
                "//127.0.0.2:PORT/",
                "http://[::ffff:127.0.0.2]:PORT/",
                "http://2130706434:PORT/",
                "http://localhost.localdomain.:PORT/",
                "file:///etc/hostname",
                "ftp://127.0.0.1/",
                "http://somebody@127.0.0.1:PORT/",
                "::not an address",
                "http://[broken",
                ""
            })
    void checksWhereARedirectLeads(String target) throws IOException {
        try (var inside = Site.on(INSIDE, Site.text("secret"));
                var site = Site.on("127.0.0.1", (path, out) -> {
                    var location = path.equals("/honest") ? "/file" : target.replace("PORT", "" + inside.port());
                    (path.equals("/file") ? Site.text("metadata") : Site.redirect(location)).write(path, out);
                })) {
            var address = "http://127.0.0.1:" + site.port();
            var fetcher = strict(true);

            assertThrows(FetchRefused.class, () -> fetcher.fetch(address + "/hostile", LARGEST));

            assertEquals(List.of(), inside.requests());
            assertEquals("metadata", fetched(fetcher, address + "/honest"));
        }
    }

    @Test
    void followsNoRedirectFromHttpsToHttp() throws IOException {
        try (var plain = Site.on("127.0.0.1", Site.text("metadata"));
                var target = secure(Site.text("metadata"));
                var secure = secure((path, out) -> {
                    var location = path.equals("/honest")
                            ? "https://localhost:" + target.port() + "/"
                            : "http://127.0.0.1:" + plain.port() + "/";
                    Site.redirect(location).write(path, out);
                })) {
            var address = "https://localhost:" + secure.port();
            var fetcher = strict(false, SelfSigned.tls());

            assertThrows(FetchRefused.class, () -> fetcher.fetch(address + "/hostile", LARGEST));

            assertEquals(List.of(), plain.requests());
            assertEquals("metadata", fetched(fetcher, address + "/honest"));
        }
    }

    @Test
    void followsThreeRedirectsAndNoFourth() throws IOException {
        try (var site = Site.on("127.0.0.1", (path, out) -> {
            var left = Integer.parseInt(path.substring(1));
            (left == 0 ? Site.text("metadata") : Site.redirect("/" + (left - 1))).write(path, out);
        })) {
            var address = "http://127.0.0.1:" + site.port() + "/";

            assertEquals("metadata", fetched(strict(true), address + 3));
            assertThrows(FetchRefused.class, () -> strict(true).fetch(address + 4, LARGEST));
        }
    }
}
