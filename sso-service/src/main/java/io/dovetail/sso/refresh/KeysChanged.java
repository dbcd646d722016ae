package io.dovetail.sso.refresh;

import io.dovetail.sso.keys.Certificate;
import io.dovetail.sso.keys.KeyChange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deed {@code dovetail.keys-changed.v1}: which keys count from now on, and which no longer; at most 20 of either.
 *
 * @param foremost whether people come in by the version or, before there is such a one, will
 */
record KeysChanged(
        UUID companyId, int version, @Nullable Boolean foremost, List<Certificate> added, List<Certificate> ended) {
    private static final int MOST = 20;

    static KeysChanged of(UUID companyId, int version, boolean foremost, KeyChange change) {
        return new KeysChanged(companyId, version, foremost, few(change.added()), few(change.ended()));
    }

    private static List<Certificate> few(List<Certificate> certificates) {
        return certificates.stream().limit(MOST).toList();
    }
}
