package io.dovetail.bindings.binding;

import java.util.Objects;
import java.util.UUID;

/** A person as one provider knows them: company + source + {@code saml_id}, compared exactly (security.md H4, H7). */
record Identity(UUID companyId, UUID source, String samlId) {
    /** Twice what SAML Core 8.3.7 allows a persistent identifier; a database index holds no endless one. */
    static final int LONGEST_SAML_ID = 512;

    Identity {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(source);
        if (samlId.isEmpty() || samlId.length() > LONGEST_SAML_ID) {
            throw new IllegalArgumentException("a saml_id has 1 to " + LONGEST_SAML_ID + " characters");
        }
    }
}
