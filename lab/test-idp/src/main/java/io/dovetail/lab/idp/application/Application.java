package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.SignedParts;

/**
 * One service provider at the test provider, with a key of its own as at JumpCloud.
 *
 * @param idpEntityId free text that the administrator typed: the issuer
 * @param redirectBinding whether the metadata offers the Redirect binding beside POST
 * @param sign which parts of a response are signed
 */
public record Application(
        String id,
        String name,
        String idpEntityId,
        String spEntityId,
        String acsUrl,
        AttributeNames attributes,
        boolean redirectBinding,
        SignedParts sign,
        IdpKeys keys) {

    public String metadataPath() {
        return path("metadata");
    }

    public String ssoPath() {
        return path("sso");
    }

    public String tilePath() {
        return path("tile");
    }

    private String path(String last) {
        return "/applications/" + id + "/" + last;
    }
}
