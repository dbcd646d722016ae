package io.dovetail.kit.outbox;

import java.time.Duration;

/** How a relay of the tests publishes. */
record RelaySettings(boolean relay, int batch, Duration idle, Duration retry) implements RelayConfig {

    static RelaySettings usual() {
        return new RelaySettings(true, 500, Duration.ofSeconds(1), Duration.ofMillis(100));
    }

    RelaySettings withIdle(Duration other) {
        return new RelaySettings(relay, batch, other, retry);
    }
}
