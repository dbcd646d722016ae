package io.dovetail.sso.signin;

import java.util.Objects;
import java.util.UUID;

/**
 * What binding-service vouches for when a person starts from their binding link: who, for which source, in which
 * browser.
 */
record Intent(UUID companyId, UUID userId, UUID linkId, UUID source, String browserHash) {
    Intent {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(linkId);
        Objects.requireNonNull(source);
        Objects.requireNonNull(browserHash);
    }
}
