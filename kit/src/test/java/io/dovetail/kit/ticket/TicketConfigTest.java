package io.dovetail.kit.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ticket keys' settings as documented. */
class TicketConfigTest {

    @Test
    void hasNoKeysByDefault() {
        assertTrue(config(Map.of()).keys().isEmpty());
    }

    @Test
    void readsThePairsKeysByItsName() {
        var config = config(Map.of("dovetail.tickets.keys.\"sso-service.user-service\".current", "abc"));

        var keys = config.keys().get(new Pair("sso-service", "user-service").name());

        assertEquals("abc", keys.current());
        assertTrue(keys.previous().isEmpty());
    }

    private static TicketConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(TicketConfig.class)
                .build()
                .getConfigMapping(TicketConfig.class);
    }
}
