package io.dovetail.kit.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a service waits for what it is sent. */
@ConfigMapping(prefix = "dovetail.body")
public interface BodyConfig {

    /** From the head of a request to the end of its body; default one minute. */
    @WithDefault("1M")
    Duration longest();
}
