package io.dovetail.users.token;

import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.users.user.UserProfile;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Signs access tokens (design.md, section 6). */
@ApplicationScoped
public class AccessTokens {
    private final TokenKeys keys;
    private final PublicUrl publicUrl;

    AccessTokens(TokenKeys keys, PublicUrl publicUrl) {
        this.keys = keys;
        this.publicUrl = publicUrl;
    }

    public String sign(UserProfile user, UUID session, Instant from, Instant until) {
        var key = keys.signingKey();
        return Jwt.issuer(publicUrl.origin())
                .subject(user.id().toString())
                .groups(user.role().name())
                .claim("company", user.companyId().toString())
                .claim("sid", session.toString())
                .issuedAt(from)
                .expiresAt(until)
                .jws()
                .keyId(key.id())
                .algorithm(key.algorithm())
                .sign(key.key());
    }
}
