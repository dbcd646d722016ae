package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.likeness.Likeness;
import io.dovetail.lab.idp.likeness.MetadataPlan;
import io.dovetail.lab.idp.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One service provider at the test provider, with a key of its own as at JumpCloud.
 *
 * @param idpEntityId free text that the administrator typed: the issuer
 * @param likeness the provider that it imitates
 * @param redirectBinding whether the metadata in JumpCloud's likeness offers the Redirect binding beside POST
 * @param sign which parts of a response are signed, or null for what the likeness signs
 * @param wantSignedRequests whether requests must be signed with a key of the SP's metadata
 * @param encrypt whether Assertions are encrypted for the SP
 * @param next the keys that come after, where a likeness publishes two certificates
 */
public record Application(
        String id,
        String name,
        String idpEntityId,
        ServiceProvider serviceProvider,
        AttributeNames attributes,
        Likeness likeness,
        boolean redirectBinding,
        @Nullable SignedParts sign,
        boolean wantSignedRequests,
        boolean encrypt,
        IdpKeys keys,
        IdpKeys next) {

    public String spEntityId() {
        return serviceProvider.entityId();
    }

    public String acsUrl() {
        return serviceProvider.acsUrl();
    }

    /** Its metadata, in its likeness. */
    public String metadata(String baseUrl, Instant now) {
        return likeness.metadata(new MetadataPlan(
                idpEntityId, baseUrl + ssoPath(), keys, next, redirectBinding, wantSignedRequests, now));
    }

    /** The honest answer about a person. */
    public ResponsePlan answer(@Nullable String inResponseTo, Person person, Instant now) {
        ResponsePlan plan = likeness.plan(
                idpEntityId,
                spEntityId(),
                acsUrl(),
                inResponseTo,
                likeness.nameId(person.username(), person.email()),
                attributes.of(person),
                now);
        ResponsePlan encrypted =
                encrypt ? likeness.encrypted(plan, serviceProvider.requireEncryptionCertificate()) : plan;
        return sign == null ? encrypted : encrypted.withSign(sign);
    }

    public String metadataPath() {
        return path("metadata");
    }

    public String ssoPath() {
        return path("sso");
    }

    public String tilePath() {
        return path("tile");
    }

    public String switchesPath() {
        return path("switches");
    }

    private String path(String last) {
        return "/applications/" + id + "/" + last;
    }
}
