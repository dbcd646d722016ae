package io.dovetail.bindings.binding;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What sso-service vouches for in a ticket of purpose {@code bind}.
 *
 * @param browserHash hash of the cookie of the browser that signed in at the provider; null when an administrator who
 *     has a session links the identity of a verification
 * @param linkId the binding link by which it began; null in the same case
 * @param connectionRevision of the connection by which it was accepted
 * @param notAfter second since 1970 by which the provider ends the session; null if it does not say
 * @param beforeEnable whether single sign-on was still off: then nothing but the binding is made
 * @param email the person's address by the word of the provider; null if it said none
 */
record BindClaims(
        UUID companyId,
        UUID userId,
        UUID source,
        String samlId,
        @Nullable String firstName,
        @Nullable String lastName,
        UUID signInId,
        @Nullable String browserHash,
        @Nullable UUID linkId,
        long connectionRevision,
        @Nullable Long notAfter,
        boolean beforeEnable,
        @Nullable String email) {
    BindClaims {
        new Identity(companyId, source, samlId);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(signInId);
    }

    Identity identity() {
        return new Identity(companyId, source, samlId);
    }
}
