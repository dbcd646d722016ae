package io.dovetail.bindings.binding;

import java.util.UUID;

/** Data of {@code dovetail.binding-completed.v1}: a user was bound to an identity. */
public record BindingCompleted(
        UUID bindingId, UUID companyId, UUID userId, UUID source, String samlId, UUID signInId) {}
