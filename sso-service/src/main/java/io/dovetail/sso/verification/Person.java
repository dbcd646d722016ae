package io.dovetail.sso.verification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who came back from the provider.
 *
 * @param email the provider's word on their address, which identifies nobody; null if it says none
 */
@Schema(name = "VerifiedPerson")
public record Person(
        String samlId,
        String firstName,
        String lastName,

        @Schema(description = "As the provider has it; shown beside the account's own, and never believed") @Nullable
        String email) {}
