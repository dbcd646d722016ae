package io.dovetail.bindings.binding;

import java.util.UUID;

/** Data of {@code dovetail.binding-changed.v1}: a binding as it is at present, BOUND or REMOVED. */
public record BindingChanged(
        UUID bindingId, UUID companyId, UUID userId, UUID source, String samlId, String state, long revision) {}
