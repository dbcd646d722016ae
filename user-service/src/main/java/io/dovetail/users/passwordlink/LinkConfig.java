package io.dovetail.users.passwordlink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long links that create a password are good. */
@ConfigMapping(prefix = "dovetail.link")
public interface LinkConfig {

    /** How long a link is good. Default 72 hours. */
    @WithDefault("72H")
    Duration life();
}
