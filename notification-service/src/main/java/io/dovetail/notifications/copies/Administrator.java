package io.dovetail.notifications.copies;

import java.util.UUID;

/** An active administrator as far as this service has heard. */
public record Administrator(UUID userId, String email, String firstName, String companyName) {

    /** Without the person: records are printed by accident. */
    @Override
    public String toString() {
        return "Administrator[userId=" + userId + "]";
    }
}
