package io.dovetail.sso.saml.metadata;

/** Why a file is not usable as a provider's metadata; both texts are for the administrator. */
public final class MetadataRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final MetadataReason reason;

    MetadataRefused(MetadataReason reason) {
        super(reason.advice());
        this.reason = reason;
    }

    public MetadataReason reason() {
        return reason;
    }
}
