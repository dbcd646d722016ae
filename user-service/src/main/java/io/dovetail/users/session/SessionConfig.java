package io.dovetail.users.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sessions and their tokens are good. */
@ConfigMapping(prefix = "dovetail.session")
public interface SessionConfig {

    /** From sign-in to sign-in. Default 12 hours. */
    @WithDefault("12H")
    Duration life();

    /** The same after a recovery code, which is good for the company's connection alone. Default 1 hour. */
    @WithDefault("1H")
    Duration recoveryLife();

    /** How long an access token is good, unless the session ends before. Default 10 minutes. */
    @WithDefault("10M")
    Duration accessTokenLife();

    /** How long a refresh token is good beyond its replacement: tabs refresh at the same time. Default 30 seconds. */
    @WithDefault("30S")
    Duration refreshOverlap();
}
