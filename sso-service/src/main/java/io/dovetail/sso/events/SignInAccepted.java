package io.dovetail.sso.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deed {@code dovetail.sign-in-accepted.v1}.
 *
 * @param purpose {@code SIGN_IN} or {@code BIND}
 * @param userId whom to bind; null for SIGN_IN
 */
public record SignInAccepted(
        UUID companyId,
        UUID signInId,
        String purpose,
        UUID source,
        String samlId,
        String firstName,
        String lastName,
        @Nullable UUID userId,
        long connectionRevision) {

    /** The key: answers for one identity arrive in order. */
    public String key() {
        return companyId + ":" + samlId;
    }
}
