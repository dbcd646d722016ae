package io.dovetail.kit.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event, in the words of CloudEvents' Auth Context extension (authtype, authid, authclaims).
 *
 * @param address the client's network address, if it is known
 */
public record Actor(
        String type, @Nullable String id, @Nullable String address) {

    private static final String USER = "app_user";

    public static Actor user(UUID userId) {
        return new Actor(USER, userId.toString(), null);
    }

    /** The team that runs the product, known by its operator key. */
    public static Actor operator() {
        return new Actor("api_key", "operator", null);
    }

    public static Actor system() {
        return new Actor("system", null, null);
    }

    public static Actor anonymous() {
        return new Actor("unauthenticated", null, null);
    }

    /** @throws IllegalStateException if it is no user who acted */
    public UUID userId() {
        if (id == null || !type.equals(USER)) {
            throw new IllegalStateException("no user acted but " + type);
        }
        return UUID.fromString(id);
    }

    /** The same, acting from this address. */
    public Actor from(@Nullable String clientAddress) {
        return new Actor(type, id, clientAddress);
    }
}
