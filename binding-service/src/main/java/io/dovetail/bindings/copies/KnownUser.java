package io.dovetail.bindings.copies;

import java.util.UUID;

/** A user as far as this service has heard. */
public record KnownUser(UUID userId, UUID companyId, String email, boolean deactivated) {

    /** Whether it is the account's address, whatever the case of its letters. */
    public boolean hasEmail(String other) {
        return email.equalsIgnoreCase(other);
    }
}
