package io.dovetail.kit.ticket;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** The keys of each pair of services: {@code dovetail.tickets.keys."<from>.<to>".current} and {@code .previous}. */
@ConfigMapping(prefix = "dovetail.tickets")
public interface TicketConfig {

    /** By {@code <from>.<to>}; none by default, and a pair without keys seals and opens nothing. */
    Map<String, Keys> keys();

    /** One key, and during a rotation two: both open, the current one seals. */
    interface Keys {

        /** 32 random bytes, base64url. */
        String current();

        /** The key before, or the one to come, for the time of a rotation; none by default. */
        Optional<String> previous();
    }
}
