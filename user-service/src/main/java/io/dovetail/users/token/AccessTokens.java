package io.dovetail.users.token;

import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.users.user.UserProfile;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
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
        return sign(claims(user, session, from, until).groups(user.role().name()));
    }

    /** For a session that a recovery code opened: without groups, its scope is the company's connection. */
    public String signForTheConnectionAlone(UserProfile user, UUID session, Instant from, Instant until) {
        return sign(claims(user, session, from, until).claim("scope", "connection"));
    }

    private JwtClaimsBuilder claims(UserProfile user, UUID session, Instant from, Instant until) {
        return Jwt.issuer(publicUrl.origin())
                .subject(user.id().toString())
                .claim("company", user.companyId().toString())
                .claim("sid", session.toString())
                .issuedAt(from)
                .claim("iat_ms", from.toEpochMilli())
                .expiresAt(until);
    }

    private String sign(JwtClaimsBuilder claims) {
        var key = keys.signingKey();
        return claims.jws().keyId(key.id()).algorithm(key.algorithm()).sign(key.key());
    }
}
