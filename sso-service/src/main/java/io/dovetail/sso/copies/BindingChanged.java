package io.dovetail.sso.copies;

import java.util.UUID;

/** State event {@code dovetail.binding-changed.v1}. */
record BindingChanged(
        UUID bindingId, UUID companyId, UUID userId, UUID source, String samlId, String state, long revision) {}
