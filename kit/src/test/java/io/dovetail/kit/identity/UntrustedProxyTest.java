package io.dovetail.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a call comes from is not for everybody to say. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
@TestProfile(UntrustedProxyTest.ProxyElsewhere.class)
class UntrustedProxyTest {

    /** The proxy stands at another address than the tests. */
    public static class ProxyElsewhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dovetail.trusted-proxies", "192.0.2.1");
        }
    }

    @Test
    void whatAClientSaysOfItselfDoesNotCount() {
        var token = TestTokens.member(UUID.randomUUID(), UUID.randomUUID());

        given().auth()
                .oauth2(token)
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.7")
                .get("/api/identity/address")
                .then()
                .statusCode(200)
                .body(is("127.0.0.1"));
    }
}
