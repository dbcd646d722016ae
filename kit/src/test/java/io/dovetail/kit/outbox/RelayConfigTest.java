package io.dovetail.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The relay's settings as they are when nobody sets them. */
class RelayConfigTest {

    @Test
    void hasTheDocumentedDefaults() {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RelayConfig.class)
                .build()
                .getConfigMapping(RelayConfig.class);

        var defaults = new RelaySettings(config.relay(), config.batch(), config.idle(), config.retry());
        assertEquals(new RelaySettings(true, 500, Duration.ofSeconds(1), Duration.ofMillis(500)), defaults);
    }
}
