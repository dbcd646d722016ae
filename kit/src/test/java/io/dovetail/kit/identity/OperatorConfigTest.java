package io.dovetail.kit.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

/** The operator's settings as they are when nobody sets them. */
class OperatorConfigTest {

    @Test
    void hasNoKeyByDefaultSoThatNoOperatorCallIsAnswered() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(OperatorConfig.class)
                .build()
                .getConfigMapping(OperatorConfig.class);

        assertTrue(config.keyHashes().isEmpty());
    }
}
