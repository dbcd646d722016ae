package io.dovetail.bindings.binding;

import java.util.Objects;
import java.util.UUID;

/** A person as one provider knows them: company + source + {@code saml_id}, compared exactly (security.md H4, H7). */
record Identity(UUID companyId, UUID source, String samlId) {
    Identity {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(source);
        if (samlId.isEmpty()) {
            throw new IllegalArgumentException("an identity has a saml_id");
        }
    }
}
