package io.dovetail.users.token;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The key that signs and the public set by which everyone verifies; both are mounted files, read once at the start.
 *
 * <p>A signing key that nobody could verify stops the start (docs/decisions/0003).
 */
@Startup
@ApplicationScoped
class TokenKeys {
    private static final int FEWEST_RSA_BITS = 2_048;

    private final SigningKey signingKey;
    private final Map<String, Object> publicKeys;

    TokenKeys(SigningConfig config, @ConfigProperty(name = "mp.jwt.verify.publickey.location") String keySetLocation) {
        try {
            var own = PublicJsonWebKey.Factory.newPublicJwk(read(config.signingKeyLocation()));
            var set = new JsonWebKeySet(read(keySetLocation));
            this.signingKey = signingKey(own);
            if (set.getJsonWebKeys().stream().noneMatch(key -> sameKey(key, own))) {
                throw new IllegalStateException("the key set at mp.jwt.verify.publickey.location lacks the signing key"
                        + " of dovetail.jwt.signing-key-location kid=" + own.getKeyId());
            }
            this.publicKeys = JsonUtil.parseJson(set.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        } catch (JoseException notKeys) {
            throw new IllegalStateException("the files of the token keys do not hold JWKs", notKeys);
        }
    }

    SigningKey signingKey() {
        return signingKey;
    }

    /** The set as JSON (RFC 7517, section 5), without private parts. */
    Map<String, Object> publicKeys() {
        return publicKeys;
    }

    private static SigningKey signingKey(PublicJsonWebKey own) {
        if (own.getPrivateKey() == null || own.getKeyId() == null) {
            throw new IllegalStateException("dovetail.jwt.signing-key-location needs a private JWK with a kid");
        }
        if (own instanceof RsaJsonWebKey rsa
                && rsa.getRsaPublicKey().getModulus().bitLength() >= FEWEST_RSA_BITS) {
            return new SigningKey(own.getKeyId(), own.getPrivateKey(), SignatureAlgorithm.RS256);
        }
        if (own instanceof EllipticCurveJsonWebKey curve && "P-256".equals(curve.getCurveName())) {
            return new SigningKey(own.getKeyId(), own.getPrivateKey(), SignatureAlgorithm.ES256);
        }
        throw new IllegalStateException("dovetail.jwt.signing-key-location needs RSA of 2048 bits or P-256");
    }

    private static boolean sameKey(JsonWebKey key, PublicJsonWebKey own) {
        return own.getKeyId().equals(key.getKeyId()) && own.getPublicKey().equals(key.getKey());
    }

    private static String read(String location) {
        try {
            return Files.readString(location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location));
        } catch (IOException failure) {
            throw new UncheckedIOException("a key file was not read: " + location, failure);
        }
    }
}
