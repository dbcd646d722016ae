package io.dovetail.kit.testing;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
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

    /** The session that a recovery code opens: no group, and good for the company's connection alone. */
    public static String recovery(UUID companyId, UUID userId) {
        return token(companyId, userId, Set.of(), Map.of("scope", "connection"));
    }

    /** A member's token of this session and moment, which it tells to the millisecond. */
    public static String member(UUID companyId, UUID userId, UUID sessionId, Instant issuedAt) {
        var claims = Map.of("sid", sessionId.toString(), "iat_ms", issuedAt.toEpochMilli());
        return token(companyId, userId, Set.of("MEMBER"), claims);
    }

    private static String token(UUID companyId, UUID userId, String group) {
        return token(companyId, userId, Set.of(group), Map.of());
    }

    private static String token(UUID companyId, UUID userId, Set<String> groups, Map<String, ?> more) {
        var config = ConfigProvider.getConfig();
        var file = Path.of(config.getValue("dovetail.jwt.signing-key-location", String.class));
        try {
            var key = new RsaJsonWebKey(JsonUtil.parseJson(Files.readString(file)));
            var claims = Jwt.issuer(config.getValue("dovetail.public-url", String.class))
                    .subject(userId.toString())
                    .groups(groups)
                    .claim("company", companyId.toString())
                    .claim("sid", UUID.randomUUID().toString())
                    .expiresIn(Duration.ofMinutes(10));
            more.forEach((name, value) -> claims.claim(name, value));
            return claims.jws().keyId(key.getKeyId()).sign(key.getPrivateKey());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JoseException failure) {
            throw new IllegalStateException("no token for the tests", failure);
        }
    }
}
