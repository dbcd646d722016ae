package io.dovetail.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is published. */
@ConfigMapping(prefix = "dovetail.outbox")
public interface RelayConfig {

    /** Whether this process may publish at all; default true. */
    @WithDefault("true")
    boolean relay();

    /** Most records of one round trip to Kafka, 1 to 10,000; default 500. */
    @WithDefault("500")
    int batch();

    /** Longest wait for a notification before looking anyway; default 1 s. */
    @WithDefault("1S")
    Duration idle();

    /** Pause between two tries for the lock, or after a failure; default 500 ms. */
    @WithDefault("0.5S")
    Duration retry();
}
