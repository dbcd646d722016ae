package io.dovetail.users.passwordlink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long links that create a password are good, and how often they are mailed. */
@ConfigMapping(prefix = "dovetail.link")
public interface LinkConfig {

    /** How long a link is good. Default 72 hours. */
    @WithDefault("72H")
    Duration life();

    /** How much time lies between two links that someone asks for at the sign-in page. Default 1 minute. */
    @WithDefault("1M")
    Duration pauseBetweenResets();
}
