package io.dovetail.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * Fresh keys for one test run: the tokens' signing key, its public set, and a ticket key for every pair of services.
 */
final class TestKeys {
    private static final List<String> SERVICES =
            List.of("sso-service", "binding-service", "user-service", "notification-service");

    private TestKeys() {}

    static Map<String, String> configuration() {
        try {
            var folder = Files.createTempDirectory("dovetail-test-keys");
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            key.setAlgorithm("RS256");
            key.setUse("sig");
            var configuration = new HashMap<String, String>();
            configuration.put(
                    "dovetail.jwt.signing-key-location",
                    write(folder, "signing-key.json", key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE)));
            configuration.put(
                    "mp.jwt.verify.publickey.location",
                    "file:"
                            + write(
                                    folder,
                                    "jwks.json",
                                    new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
            for (var from : SERVICES) {
                for (var to : SERVICES) {
                    configuration.put("dovetail.tickets.keys.\"" + from + "." + to + "\".current", randomKey());
                }
            }
            return configuration;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JoseException failure) {
            throw new IllegalStateException("no keys for the tests", failure);
        }
    }

    private static String write(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String randomKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
