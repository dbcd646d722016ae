package io.dovetail.bindings.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user of a company and how far they are with being bound.
 *
 * @param reason why the last try was refused; null unless FAILED
 * @param providerEmail the person's address by the word of the provider; null unless it is another than the account's
 * @param linkIssuedAt when the open link was sent; null when there is none
 * @param samlId the identity's name at the provider; null unless BOUND
 */
public record Person(
        UUID userId,
        String email,
        String firstName,
        String lastName,
        String role,
        PersonStatus status,

        @Schema(description = "With FAILED: why the last try was refused") @Nullable
        String reason,

        @Nullable UUID bindingId,
        @Nullable String samlId,
        @Nullable Instant boundAt,

        @Schema(description = "The person's address by the word of the provider; absent unless it differs")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String providerEmail,

        @Nullable Instant linkIssuedAt,
        @Nullable Instant linkExpiresAt) {}
