package io.dovetail.notifications.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a mail waits between two tries; the pause doubles each time, and the link's end ends it. */
@ConfigMapping(prefix = "dovetail.mail.retry")
public interface RetryConfig {

    /** Pause after the first try; default 5 s. */
    @WithDefault("PT5S")
    Duration firstPause();

    /** Longest pause; default 15 min. */
    @WithDefault("PT15M")
    Duration longestPause();
}
