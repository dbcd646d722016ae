package io.dovetail.kit.testing;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Access tokens as user-service would sign them. */
public final class TestTokens {
    private TestTokens() {}

    public static String admin(UUID companyId, UUID userId) {
        return token(companyId, userId, "ADMIN");
    }

    public static String member(UUID companyId, UUID userId) {
        return token(companyId, userId, "MEMBER");
    }

    private static String token(UUID companyId, UUID userId, String group) {
        var config = ConfigProvider.getConfig();
        var file = Path.of(config.getValue("dovetail.jwt.signing-key-location", String.class));
        try {
            var key = new RsaJsonWebKey(JsonUtil.parseJson(Files.readString(file)));
            return Jwt.issuer(config.getValue("dovetail.public-url", String.class))
                    .subject(userId.toString())
                    .groups(group)
                    .claim("company", companyId.toString())
                    .claim("sid", UUID.randomUUID().toString())
                    .expiresIn(Duration.ofMinutes(10))
                    .jws()
                    .keyId(key.getKeyId())
                    .sign(key.getPrivateKey());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JoseException failure) {
            throw new IllegalStateException("no token for the tests", failure);
        }
    }
}
