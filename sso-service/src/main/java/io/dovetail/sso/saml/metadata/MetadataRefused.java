package io.dovetail.sso.saml.metadata;

import java.util.List;

/** Why a file is not usable as a provider's metadata; both texts are for the administrator. */
public final class MetadataRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final MetadataReason reason;

    @SuppressWarnings("serial")
    private final List<String> entities;

    MetadataRefused(MetadataReason reason) {
        this(reason, List.of());
    }

    /** @param entities the entity IDs to choose from */
    MetadataRefused(MetadataReason reason, List<String> entities) {
        super(reason.advice());
        this.reason = reason;
        this.entities = List.copyOf(entities);
    }

    /** From which one is to be chosen; empty where that is not the question. At most 1,000, of 1,024 characters. */
    public List<String> entities() {
        return entities;
    }

    public MetadataReason reason() {
        return reason;
    }
}
