package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.likeness.Likeness;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a new application.
 *
 * @param idpEntityId left out: JumpCloud's placeholder, which a real administrator sometimes forgets to replace
 * @param likeness left out: JumpCloud
 * @param sign left out: what the likeness signs
 * @param encrypt needs an encryption key in the SP's metadata; wantSignedRequests a signing key
 * @param spMetadataXml the SP's metadata, or else both {@code spEntityId} and {@code acsUrl}
 * @param attributes left out: the three usual names; an empty object: none is sent
 */
record ApplicationDraft(
        @Nullable String name,
        @Nullable String idpEntityId,
        @Nullable String spMetadataXml,
        @Nullable String spEntityId,
        @Nullable String acsUrl,
        @Nullable AttributeNames attributes,
        @Nullable Likeness likeness,
        @Nullable Boolean redirectBinding,
        @Nullable SignedParts sign,
        @Nullable Boolean wantSignedRequests,
        @Nullable Boolean encrypt) {

    private static final String PLACEHOLDER = "IdP Entity ID";

    Application application() {
        ServiceProvider sp = serviceProvider();
        web(sp.acsUrl());
        if (isTrue(encrypt)) {
            sp.requireEncryptionCertificate();
        }
        if (isTrue(wantSignedRequests) && sp.signingCertificates().isEmpty()) {
            throw Refused.malformed("Signed requests need the SP's metadata with a signing key.");
        }
        return new Application(
                UUID.randomUUID().toString(),
                name == null ? "Application" : name,
                idpEntityId == null ? PLACEHOLDER : idpEntityId,
                sp,
                attributes == null ? AttributeNames.USUAL : attributes,
                likeness == null ? Likeness.JUMPCLOUD : likeness,
                isTrue(redirectBinding),
                sign,
                isTrue(wantSignedRequests),
                isTrue(encrypt),
                IdpKeys.rsa2048(),
                IdpKeys.rsa2048());
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private ServiceProvider serviceProvider() {
        if (spMetadataXml != null) {
            return ServiceProvider.read(spMetadataXml);
        }
        if (spEntityId == null || acsUrl == null) {
            throw Refused.malformed("Give spMetadataXml, or both spEntityId and acsUrl.");
        }
        return new ServiceProvider(spEntityId, acsUrl, List.of(), List.of());
    }

    private static void web(String address) {
        try {
            String scheme = String.valueOf(URI.create(address).getScheme());
            if (scheme.equals("https") || scheme.equals("http")) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("The ACS URL is no address: " + e.getMessage());
        }
        throw Refused.malformed("The ACS URL must begin with https:// or http://.");
    }
}
