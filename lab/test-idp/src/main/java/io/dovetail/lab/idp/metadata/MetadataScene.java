package io.dovetail.lab.idp.metadata;

import io.dovetail.lab.idp.IdpKeys;
import java.time.Instant;
import java.util.List;

/**
 * The provider whose metadata are asked for.
 *
 * @param keys what it signs with
 * @param next a key that it does not sign with yet
 * @param ended its key under a certificate that has ended
 * @param address where these metadata are served, for redirects back to it
 */
public record MetadataScene(
        String entityId, IdpKeys keys, IdpKeys next, IdpKeys ended, String ssoUrl, String address, Instant now) {

    /** The honest metadata, spelled plainly. */
    public String honest() {
        return listing(keys);
    }

    /** The same, which list another key. */
    String listing(IdpKeys other) {
        return new PlainMetadata(entityId, List.of(other.certificate()), ssoUrl).write();
    }
}
