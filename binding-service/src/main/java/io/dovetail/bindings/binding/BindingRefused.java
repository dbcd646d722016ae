package io.dovetail.bindings.binding;

import java.util.UUID;

/** Data of {@code dovetail.binding-refused.v1}: a user could not be bound, and nothing changed. */
public record BindingRefused(UUID companyId, UUID userId, UUID signInId, String reason) {}
