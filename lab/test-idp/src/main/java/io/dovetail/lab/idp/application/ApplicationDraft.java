package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.http.Refused;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a new application.
 *
 * @param idpEntityId left out: JumpCloud's placeholder, which a real administrator sometimes forgets to replace
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
        @Nullable Boolean redirectBinding,
        @Nullable SignedParts sign) {

    private static final String PLACEHOLDER = "IdP Entity ID";

    Application application() {
        SpMetadata sp = sp();
        return new Application(
                UUID.randomUUID().toString(),
                name == null ? "Application" : name,
                idpEntityId == null ? PLACEHOLDER : idpEntityId,
                sp.entityId(),
                web(sp.acsUrl()),
                attributes == null ? AttributeNames.USUAL : attributes,
                redirectBinding != null && redirectBinding,
                sign == null ? SignedParts.ASSERTION : sign,
                IdpKeys.rsa2048());
    }

    private SpMetadata sp() {
        if (spMetadataXml != null) {
            return SpMetadata.read(spMetadataXml);
        }
        if (spEntityId == null || acsUrl == null) {
            throw Refused.malformed("Give spMetadataXml, or both spEntityId and acsUrl.");
        }
        return new SpMetadata(spEntityId, acsUrl);
    }

    private static String web(String address) {
        try {
            String scheme = String.valueOf(URI.create(address).getScheme());
            if (scheme.equals("https") || scheme.equals("http")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("The ACS URL is no address: " + e.getMessage());
        }
        throw Refused.malformed("The ACS URL must begin with https:// or http://.");
    }
}
