package io.dovetail.bindings.binding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service vouches for in a ticket of purpose {@code bound}, so that the session waits for no event. */
record BoundClaims(
        UUID bindingId,
        UUID companyId,
        UUID userId,
        UUID source,
        String samlId,
        @Nullable String firstName,
        @Nullable String lastName,
        long revision,
        long connectionRevision,
        @Nullable Long notAfter,
        UUID signInId,
        @Nullable String browserHash) {

    /** @param asked the ticket's claims; its sign-in and browser are those that come for the session */
    static BoundClaims of(Binding binding, BindClaims asked) {
        return new BoundClaims(
                binding.id(),
                asked.companyId(),
                binding.userId(),
                asked.source(),
                asked.samlId(),
                asked.firstName(),
                asked.lastName(),
                binding.revision(),
                asked.connectionRevision(),
                asked.notAfter(),
                asked.signInId(),
                asked.browserHash());
    }
}
