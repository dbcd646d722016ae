package io.dovetail.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
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

    /** A name would be asked for at every call, and so would an address of IPv6 that is not written as a network. */
    @Test
    void noNameServerIsAskedWhoMaySpeakForOthers() {
        var proxies = ConfigProvider.getConfig().getValues("dovetail.trusted-proxies", String.class);

        assertTrue(proxies.stream().allMatch(proxy -> proxy.matches("[0-9.]+|[0-9a-f.:]+/[0-9]+")), proxies.toString());
    }
}
