package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a response says and who signs which part of it; each {@code with…} answers a changed copy.
 *
 * @param issuer the provider's entity id, in the Response and in the Assertion
 * @param inResponseTo the id of the request that is answered, or null when nobody asked (a tile)
 * @param destination the ACS, or null to leave the attribute out (PingFederate does)
 * @param recipient the ACS, as the bearer confirmation names it
 * @param attributes name to values; empty: no AttributeStatement at all, as JumpCloud does without configuration
 * @param notBefore when the Conditions begin, or null to leave it out
 * @param notOnOrAfter when the Conditions and the bearer confirmation end
 * @param signatureAlgorithm an XML Signature algorithm, or null for the one with SHA-256 that fits the key
 * @param form how it is spelled
 * @param encryption for whom and how the Assertion is encrypted once it is signed, or null to leave it in the open
 */
public record ResponsePlan(
        String responseId,
        String assertionId,
        String issuer,
        String audience,
        @Nullable String destination,
        String recipient,
        @Nullable String inResponseTo,
        String nameId,
        String nameIdFormat,
        Map<String, List<String>> attributes,
        Instant issueInstant,
        @Nullable Instant notBefore,
        Instant notOnOrAfter,
        @Nullable Instant sessionNotOnOrAfter,
        SignedParts sign,
        @Nullable String signatureAlgorithm,
        String digestAlgorithm,
        ResponseForm form,
        @Nullable Encryption encryption) {

    /** How long before and after its making a response of JumpCloud is good. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    /**
     * A response in JumpCloud's likeness: the Assertion alone is signed, Conditions of five minutes to either side.
     *
     * @param spEntityId the audience
     * @param acsUrl the destination and the recipient
     * @param now the issue instant
     */
    public static ResponsePlan jumpCloud(
            String idpEntityId,
            String spEntityId,
            String acsUrl,
            @Nullable String inResponseTo,
            String nameId,
            Map<String, List<String>> attributes,
            Instant now) {
        return new ResponsePlan(
                SamlIds.next(),
                SamlIds.next(),
                idpEntityId,
                spEntityId,
                acsUrl,
                acsUrl,
                inResponseTo,
                nameId,
                Names.NAME_ID_UNSPECIFIED,
                attributes,
                now,
                now.minus(LIFE),
                now.plus(LIFE),
                null,
                SignedParts.ASSERTION,
                null,
                Names.SHA256,
                ResponseForm.PLAIN,
                null);
    }

    public ResponsePlan withResponseId(String value) {
        return with(draft -> draft.responseId = value);
    }

    public ResponsePlan withAssertionId(String value) {
        return with(draft -> draft.assertionId = value);
    }

    /** The same answer under new ids, as a provider gives it when it is asked again. */
    public ResponsePlan withFreshIds() {
        return withResponseId(SamlIds.next()).withAssertionId(SamlIds.next());
    }

    public ResponsePlan withIssuer(String value) {
        return with(draft -> draft.issuer = value);
    }

    public ResponsePlan withAudience(String value) {
        return with(draft -> draft.audience = value);
    }

    public ResponsePlan withDestination(@Nullable String value) {
        return with(draft -> draft.destination = value);
    }

    public ResponsePlan withRecipient(String value) {
        return with(draft -> draft.recipient = value);
    }

    public ResponsePlan withInResponseTo(@Nullable String value) {
        return with(draft -> draft.inResponseTo = value);
    }

    public ResponsePlan withNameId(String value) {
        return with(draft -> draft.nameId = value);
    }

    public ResponsePlan withNameIdFormat(String value) {
        return with(draft -> draft.nameIdFormat = value);
    }

    public ResponsePlan withAttributes(Map<String, List<String>> value) {
        return with(draft -> draft.attributes = value);
    }

    public ResponsePlan withIssueInstant(Instant value) {
        return with(draft -> draft.issueInstant = value);
    }

    public ResponsePlan withNotBefore(@Nullable Instant value) {
        return with(draft -> draft.notBefore = value);
    }

    public ResponsePlan withNotOnOrAfter(Instant value) {
        return with(draft -> draft.notOnOrAfter = value);
    }

    public ResponsePlan withSessionNotOnOrAfter(@Nullable Instant value) {
        return with(draft -> draft.sessionNotOnOrAfter = value);
    }

    public ResponsePlan withSign(SignedParts value) {
        return with(draft -> draft.sign = value);
    }

    public ResponsePlan withSignatureAlgorithm(@Nullable String value) {
        return with(draft -> draft.signatureAlgorithm = value);
    }

    public ResponsePlan withDigestAlgorithm(String value) {
        return with(draft -> draft.digestAlgorithm = value);
    }

    public ResponsePlan withForm(ResponseForm value) {
        return with(draft -> draft.form = value);
    }

    public ResponsePlan withEncryption(@Nullable Encryption value) {
        return with(draft -> draft.encryption = value);
    }

    private ResponsePlan with(Consumer<ResponsePlanDraft> change) {
        ResponsePlanDraft draft = new ResponsePlanDraft(this);
        change.accept(draft);
        return draft.plan();
    }
}
