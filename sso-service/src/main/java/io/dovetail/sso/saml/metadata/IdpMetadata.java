package io.dovetail.sso.saml.metadata;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What we take from a provider's metadata; at least one of the two addresses is there, and at least one certificate.
 *
 * @param certificates of every signing key, in the order of the file
 * @param text the whole file, of whatever encoding it was
 */
public record IdpMetadata(
        String entityId,
        Optional<URI> redirectSsoUrl,
        Optional<URI> postSsoUrl,
        List<X509Certificate> certificates,
        Optional<Instant> validUntil,
        Optional<Duration> cacheDuration,
        boolean wantsSignedRequests,
        String text) {

    /** The address that requests go to: by redirect where the provider takes it, which needs no script. */
    public URI ssoUrl() {
        return redirectSsoUrl.or(() -> postSsoUrl).orElseThrow();
    }
}
