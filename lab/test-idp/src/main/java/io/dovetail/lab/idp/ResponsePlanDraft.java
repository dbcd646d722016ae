package io.dovetail.lab.idp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan while one of its values changes. */
final class ResponsePlanDraft {

    String responseId;
    String assertionId;
    String issuer;
    String audience;

    @Nullable
    String destination;

    String recipient;

    @Nullable
    String inResponseTo;

    String nameId;
    String nameIdFormat;
    Map<String, List<String>> attributes;
    Instant issueInstant;

    @Nullable
    Instant notBefore;

    Instant notOnOrAfter;

    @Nullable
    Instant sessionNotOnOrAfter;

    SignedParts sign;

    @Nullable
    String signatureAlgorithm;

    String digestAlgorithm;
    ResponseForm form;

    @Nullable
    Encryption encryption;

    ResponsePlanDraft(ResponsePlan plan) {
        responseId = plan.responseId();
        assertionId = plan.assertionId();
        issuer = plan.issuer();
        audience = plan.audience();
        destination = plan.destination();
        recipient = plan.recipient();
        inResponseTo = plan.inResponseTo();
        nameId = plan.nameId();
        nameIdFormat = plan.nameIdFormat();
        attributes = plan.attributes();
        issueInstant = plan.issueInstant();
        notBefore = plan.notBefore();
        notOnOrAfter = plan.notOnOrAfter();
        sessionNotOnOrAfter = plan.sessionNotOnOrAfter();
        sign = plan.sign();
        signatureAlgorithm = plan.signatureAlgorithm();
        digestAlgorithm = plan.digestAlgorithm();
        form = plan.form();
        encryption = plan.encryption();
    }

    ResponsePlan plan() {
        return new ResponsePlan(
                responseId,
                assertionId,
                issuer,
                audience,
                destination,
                recipient,
                inResponseTo,
                nameId,
                nameIdFormat,
                attributes,
                issueInstant,
                notBefore,
                notOnOrAfter,
                sessionNotOnOrAfter,
                sign,
                signatureAlgorithm,
                digestAlgorithm,
                form,
                encryption);
    }
}
