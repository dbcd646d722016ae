package io.dovetail.sso.expiry;

import java.time.Instant;
import java.util.UUID;

/**
 * Deed {@code dovetail.certificate-expiring.v1}.
 *
 * @param days how many are left at most: 60, 30, 7 or 1
 */
record CertificateExpiring(
        UUID companyId, int version, String fingerprint, String subject, Instant notAfter, int days) {}
