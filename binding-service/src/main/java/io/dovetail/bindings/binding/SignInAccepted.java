package io.dovetail.bindings.binding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the event {@code dovetail.sign-in-accepted.v1}.
 *
 * @param email the person's address by the word of the provider; null if it said none
 */
record SignInAccepted(
        UUID companyId,
        UUID signInId,
        String purpose,
        UUID source,
        String samlId,
        @Nullable UUID userId,
        @Nullable UUID linkId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String email) {
    SignInAccepted {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(signInId);
        Objects.requireNonNull(source);
        Objects.requireNonNull(samlId);
        if ("BIND".equals(purpose)) {
            new Identity(companyId, source, samlId);
            Objects.requireNonNull(userId, "a sign-in that binds names its user");
        }
    }
}
