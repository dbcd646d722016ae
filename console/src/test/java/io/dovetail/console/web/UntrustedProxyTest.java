package io.dovetail.console.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a browser says of its own address is not believed. */
@QuarkusTest
@QuarkusTestResource(value = Services.class, restrictToAnnotatedClass = true)
@TestProfile(UntrustedProxyTest.SomebodyElse.class)
class UntrustedProxyTest {

    /** The proxy is somebody else than who calls here. */
    public static class SomebodyElse implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dovetail.trusted-proxies", "192.0.2.1");
        }
    }

    @Test
    void theAddressIsThatOfTheConnection() {
        Services.reset();

        given().header("X-Forwarded-For", "203.0.113.7")
                .redirects()
                .follow(false)
                .get("/auth/complete?ticket=t1");

        assertEquals(List.of("127.0.0.1"), Services.last("POST /api/sessions").forwardedFor());
    }
}
