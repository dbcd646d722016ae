package io.dovetail.kit.ticket;

import io.dovetail.kit.identity.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of a test's pairs. */
final class TicketKeys implements TicketConfig {

    private record OfPair(String current, Optional<String> previous) implements Keys {}

    private final Map<String, Keys> keys = new HashMap<>();

    static String newKey() {
        return Secrets.newToken();
    }

    TicketKeys with(Pair pair, String current, @Nullable String previous) {
        keys.put(pair.name(), new OfPair(current, Optional.ofNullable(previous)));
        return this;
    }

    @Override
    public Map<String, Keys> keys() {
        return keys;
    }
}
