package io.dovetail.sso.keys;

import io.dovetail.sso.saml.metadata.IdpMetadata;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a version takes its provider to be.
 *
 * @param ssoUrl where its sign-ins are sent
 */
public record KnownProvider(String entityId, URI ssoUrl, boolean sendsByRedirect) {

    /** Nothing, or what has to be held. A key that stays under a renewed certificate is a key that stays. */
    Set<Change> changesIn(IdpMetadata fresh, List<X509Certificate> trusted) {
        var changes = EnumSet.noneOf(Change.class);
        if (!entityId.equals(fresh.entityId())) {
            changes.add(Change.ENTITY_ID);
        }
        var sameAddress = sendsByRedirect ? fresh.redirectSsoUrl() : fresh.postSsoUrl();
        if (!sameAddress.equals(Optional.of(ssoUrl))) {
            changes.add(Change.SIGN_IN_ADDRESS);
        }
        var keys = trusted.stream().map(X509Certificate::getPublicKey).toList();
        if (fresh.certificates().stream().map(X509Certificate::getPublicKey).noneMatch(keys::contains)) {
            changes.add(Change.EVERY_KEY);
        }
        return changes;
    }
}
