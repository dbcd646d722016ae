package io.dovetail.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a call comes from, as the proxy on this machine tells it. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class ClientAddressTest {
    private final String token = TestTokens.member(UUID.randomUUID(), UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.7", "2001:db8::7, 2001:db8:0:0:0:0:0:7", "unknown, null"})
    void isWhatATrustedProxySays(String forwarded, String address) {
        given().auth()
                .oauth2(token)
                .header("X-Forwarded-For", forwarded)
                .get("/api/identity/address")
                .then()
                .statusCode(200)
                .body(is(address));
    }

    @Test
    void isTheConnectionsWithoutAProxy() {
        given().auth().oauth2(token).get("/api/identity/address").then().body(is("127.0.0.1"));
    }
}
