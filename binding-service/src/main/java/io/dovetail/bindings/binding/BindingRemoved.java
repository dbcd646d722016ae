package io.dovetail.bindings.binding;

import java.util.UUID;

/** Data of {@code dovetail.binding-removed.v1}: an administrator unbound a user. */
public record BindingRemoved(UUID bindingId, UUID companyId, UUID userId, UUID source, String samlId) {}
