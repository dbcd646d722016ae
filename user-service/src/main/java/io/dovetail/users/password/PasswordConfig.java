package io.dovetail.users.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many passwords are hashed at the same time. */
@ConfigMapping(prefix = "dovetail.password")
public interface PasswordConfig {

    /** How many hashes are computed at the same time, each with some 40 MiB and one core; at least 1. Default 2. */
    @WithDefault("2")
    int parallelHashes();

    /** How many calls may wait for their hash; whoever comes then is asked to try again. Default 64. */
    @WithDefault("64")
    int waitingHashes();

    /** How long a call waits for its hash before it is asked to try again. Default 10 seconds. */
    @WithDefault("10S")
    Duration longestWait();
}
