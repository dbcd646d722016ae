package io.dovetail.users.wayin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often people who do not get in are mailed. */
@ConfigMapping(prefix = "dovetail.way-in")
public interface WayInConfig {
    /** How much time lies between two links that someone asks for at the sign-in page. Default 1 minute. */
    @WithDefault("1M")
    Duration pauseBetweenLinks();

    /**
     * How long a link of somebody without a password, such as an invitation, is let be when a new password is asked for
     * with their bare address. Default 1 day.
     */
    @WithDefault("1D")
    Duration restOfLinks();

    /** How much time lies between two mails that say where to sign in instead. Default 10 minutes. */
    @WithDefault("10M")
    Duration pauseBetweenDirections();
}
