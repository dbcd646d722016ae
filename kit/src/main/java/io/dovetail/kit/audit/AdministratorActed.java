package io.dovetail.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deed {@code dovetail.administrator-acted.v1}; from where, stands in the event's envelope.
 *
 * @param userId null if nobody acted, but something came by itself
 * @param about the number or id of what it was done to; null if there is but one such thing
 */
record AdministratorActed(
        UUID companyId,
        @Nullable UUID userId,
        String act,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String about) {}
