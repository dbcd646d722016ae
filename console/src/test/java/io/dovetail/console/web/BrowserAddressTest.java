package io.dovetail.console.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The services hear where the browser calls from, as the proxy in front of the console says. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class BrowserAddressTest {
    private static final String CALL = "POST /api/sessions";

    @BeforeEach
    void nobodyWasCalled() {
        Services.reset();
    }

    @Test
    void theAddressThatTheProxyGivesGoesOn() {
        signIn(given().header("X-Forwarded-For", "203.0.113.7"));

        assertEquals(List.of("203.0.113.7"), Services.last(CALL).forwardedFor());
    }

    @Test
    void withoutAProxyItIsThatOfTheConnection() {
        signIn(given());

        assertEquals(List.of("127.0.0.1"), Services.last(CALL).forwardedFor());
    }

    private static void signIn(RequestSpecification browser) {
        browser.redirects().follow(false).get("/auth/complete?ticket=t1");
    }

    /** A name would be asked for at every call, and so would an address of IPv6 that is not written as a network. */
    @Test
    void noNameServerIsAskedWhoMaySpeakForOthers() {
        var proxies = ConfigProvider.getConfig().getValues("dovetail.trusted-proxies", String.class);

        assertTrue(proxies.stream().allMatch(proxy -> proxy.matches("[0-9.]+|[0-9a-f.:]+/[0-9]+")), proxies.toString());
    }
}
