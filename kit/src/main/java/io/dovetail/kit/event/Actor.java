package io.dovetail.kit.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who caused an event, in the words of CloudEvents' Auth Context extension (authtype, authid). */
public record Actor(String type, @Nullable String id) {

    public static Actor user(UUID userId) {
        return new Actor("app_user", userId.toString());
    }

    /** The team that runs the product, known by its operator key. */
    public static Actor operator() {
        return new Actor("api_key", "operator");
    }

    public static Actor system() {
        return new Actor("system", null);
    }

    public static Actor anonymous() {
        return new Actor("unauthenticated", null);
    }
}
