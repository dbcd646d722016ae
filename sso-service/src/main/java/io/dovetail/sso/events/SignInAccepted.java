package io.dovetail.sso.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deed {@code dovetail.sign-in-accepted.v1}.
 *
 * @param purpose {@code SIGN_IN} or {@code BIND}
 * @param userId whom to bind; null for SIGN_IN
 * @param linkId the binding link by which a BIND began; null when an administrator linked their own account
 * @param beforeEnable whether a BIND was made through a draft, so that it changes nothing else
 * @param email the provider's word on the person's address, which identifies nobody; null if it says none
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
        long connectionRevision,
        @Nullable UUID linkId,
        boolean beforeEnable,
        @Nullable String email) {

    /** The key: answers for one identity arrive in order. */
    public String key() {
        return companyId + ":" + samlId;
    }
}
