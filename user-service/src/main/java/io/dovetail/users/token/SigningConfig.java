package io.dovetail.users.token;

import io.smallrye.config.ConfigMapping;

/** Where the key is that signs access tokens. */
@ConfigMapping(prefix = "dovetail.jwt")
public interface SigningConfig {

    /**
     * Path of a file that holds one private JWK (RFC 7517) with a {@code kid}: RSA of 2048 bits or more (RS256) or
     * P-256 (ES256); no default. Its public half is in the mounted key set ({@code mp.jwt.verify.publickey.location}).
     */
    String signingKeyLocation();
}
