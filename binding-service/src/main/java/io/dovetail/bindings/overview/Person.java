package io.dovetail.bindings.overview;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user of a company and how far they are with being bound.
 *
 * @param reason why the last try was refused; null unless FAILED
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
        @Nullable Instant linkIssuedAt,
        @Nullable Instant linkExpiresAt) {}
