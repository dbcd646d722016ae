package io.dovetail.sso.refresh;

import io.dovetail.sso.keys.Certificate;
import io.dovetail.sso.keys.Change;
import io.dovetail.sso.keys.HeldChange;
import java.util.List;
import java.util.UUID;

/** Deed {@code dovetail.metadata-held.v1}: the provider's metadata changed so much that an administrator must look. */
record MetadataHeld(
        UUID companyId,
        int version,
        UUID heldId,
        List<Change> changes,
        String idpEntityId,
        String ssoUrl,
        List<Certificate> keys) {
    private static final int MOST_KEYS = 20;

    static MetadataHeld of(UUID companyId, int version, HeldChange held) {
        return new MetadataHeld(
                companyId,
                version,
                held.id(),
                held.changes(),
                held.idpEntityId(),
                held.ssoUrl(),
                held.keys().stream().limit(MOST_KEYS).toList());
    }
}
