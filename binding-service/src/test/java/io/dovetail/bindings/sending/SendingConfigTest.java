package io.dovetail.bindings.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

/** The default that the documentation promises. */
class SendingConfigTest {

    @Test
    void aJobTakesFiveHundredPeopleInOneStep() {
        var builder = new SmallRyeConfigBuilder().withMapping(SendingConfig.class);

        var config = builder.build().getConfigMapping(SendingConfig.class);

        assertEquals(500, config.batch());
    }
}
