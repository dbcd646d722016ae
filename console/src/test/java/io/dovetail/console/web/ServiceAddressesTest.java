package io.dovetail.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which service a call of the console goes to. */
class ServiceAddressesTest {
    private static final Pattern ROUTE =
            Pattern.compile("- path: (/api/\\S+)\\s+pathType: Prefix\\s+backend: \\{service: \\{name: ([a-z-]+),");

    @Test
    void eachCallGoesWhereTheIngressWouldLeadIt() throws IOException {
        var addresses = new ServiceAddresses("http://{service}");
        var ingress = Files.readString(Path.of("../deploy/base/ingress.yaml"));

        var routes = ROUTE.matcher(ingress).results().toList();

        assertTrue(routes.size() > 10, ingress);
        for (var route : routes) {
            for (var rest : new String[] {"", "/c1/jobs", "?cursor=1"}) {
                var path = route.group(1) + rest;
                assertEquals(URI.create("http://" + route.group(2) + path), addresses.of(path));
            }
        }
    }

    @Test
    void oneAddressIsOneForAll() {
        var addresses = new ServiceAddresses("http://localhost:8080");

        assertEquals(URI.create("http://localhost:8080/api/sso/c1?a=b"), addresses.of("/api/sso/c1?a=b"));
    }
}
