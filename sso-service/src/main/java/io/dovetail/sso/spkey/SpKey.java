package io.dovetail.sso.spkey;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;

/**
 * One key of ours as it is stored.
 *
 * @param sealedKey the private key (PKCS #8), readable for this service alone
 */
record SpKey(
        UUID id,
        UUID companyId,
        KeyUse use,
        KeyState state,
        X509Certificate certificate,
        String sealedKey,
        Instant madeAt) {}
