package io.dovetail.lab.idp.likeness;

import io.dovetail.lab.idp.IdpKeys;
import java.time.Instant;

/**
 * What is an application's own in its metadata.
 *
 * @param entityId the issuer
 * @param ssoUrl the address of every binding
 * @param keys what signs; metadata publishes its certificate
 * @param next the certificate that comes next, where a provider publishes two
 * @param redirectBinding whether JumpCloud's metadata offers the Redirect binding beside POST; the others always do
 * @param wantSignedRequests whether requests must be signed
 * @param now when it is read
 */
public record MetadataPlan(
        String entityId,
        String ssoUrl,
        IdpKeys keys,
        IdpKeys next,
        boolean redirectBinding,
        boolean wantSignedRequests,
        Instant now) {}
