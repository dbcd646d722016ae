package io.dovetail.users.token;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access tokens are verified by the published key set alone. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class KeySetTest {
    @Inject
    Scene scene;

    @ConfigProperty(name = "dovetail.jwt.signing-key-location")
    String signingKeyLocation;

    @TempDir
    Path folder;

    @Test
    void publishesWhatVerifiesTheTokens() throws Exception {
        var registered = scene.active();
        String token = Scene.signIn(registered.email(), Scene.PASSWORD).path("accessToken");

        var set = new JsonWebKeySet(given().get("/.well-known/jwks.json").body().asString());

        var claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(set.getJsonWebKeys()))
                .setExpectedIssuer("http://localhost:8080")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
        assertEquals(registered.admin().toString(), claims.getSubject());
        assertEquals(registered.company().toString(), claims.getStringClaimValue("company"));
        assertEquals(List.of("ADMIN"), claims.getStringListClaimValue("groups"));
        assertNotNull(claims.getStringClaimValue("sid"));
        assertEquals(
                600,
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
    }

    @Test
    void publishesNoPrivatePart() {
        var body = given().get("/.well-known/jwks.json").body().asString();

        for (var member : List.of("\"d\"", "\"p\"", "\"q\"", "\"dp\"", "\"dq\"", "\"qi\"", "\"k\"")) {
            assertFalse(body.contains(member), member);
        }
    }

    @Test
    void startsWithEllipticCurvesToo() throws JoseException, IOException {
        var key = withId(EcJwkGenerator.generateJwk(EllipticCurves.P256));

        var keys =
                new TokenKeys(() -> file("key", key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE)), set(key));

        assertEquals("ES256", keys.signingKey().algorithm().name());
    }

    @Test
    void doesNotStartWithAKeyThatNobodyCouldVerify() throws JoseException, IOException {
        var other = set(withId(RsaJwkGenerator.generateJwk(2048)));

        var failure = assertThrows(IllegalStateException.class, () -> new TokenKeys(() -> signingKeyLocation, other));

        assertFalse(failure.getMessage().isBlank());
    }

    @Test
    void doesNotStartWithAWeakKey() throws JoseException, IOException {
        var weak = withId(RsaJwkGenerator.generateJwk(1024));
        var location = file("weak", weak.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));

        assertThrows(IllegalStateException.class, () -> new TokenKeys(() -> location, set(weak)));
    }

    private static PublicJsonWebKey withId(PublicJsonWebKey key) {
        key.setKeyId("of-this-test");
        return key;
    }

    private String set(PublicJsonWebKey key) {
        return file("set", new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    private String file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name + ".json"), content).toString();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
