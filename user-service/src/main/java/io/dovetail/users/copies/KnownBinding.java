package io.dovetail.users.copies;

import java.util.UUID;

/** A binding as far as this service has heard. */
public record KnownBinding(
        UUID bindingId, UUID companyId, UUID userId, UUID source, String samlId, State state, long revision) {

    /** A removed binding signs nobody in. */
    public enum State {
        BOUND,
        REMOVED
    }

    public boolean isBound() {
        return state == State.BOUND;
    }
}
