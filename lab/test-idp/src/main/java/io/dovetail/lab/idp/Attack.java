package io.dovetail.lab.idp;

import io.dovetail.lab.idp.attack.AddressAttacks;
import io.dovetail.lab.idp.attack.AlgorithmAttacks;
import io.dovetail.lab.idp.attack.CarrierAttacks;
import io.dovetail.lab.idp.attack.ContentAttacks;
import io.dovetail.lab.idp.attack.DocumentAttacks;
import io.dovetail.lab.idp.attack.ExhaustionAttacks;
import io.dovetail.lab.idp.attack.KeyAttacks;
import io.dovetail.lab.idp.attack.Recipe;
import io.dovetail.lab.idp.attack.ReferenceAttacks;
import io.dovetail.lab.idp.attack.TimeAttacks;
import io.dovetail.lab.idp.attack.TransformAttacks;
import io.dovetail.lab.idp.attack.WrappingAttacks;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The hostile responses of security.md, made fresh; each must be refused where its honest plan is accepted. */
public enum Attack {
    A1_ORIGINAL_RESPONSE_IN_SIGNATURE(Proof.WHOLE, WrappingAttacks::originalResponseInSignature),
    A2_ORIGINAL_RESPONSE_BEFORE_SIGNATURE(Proof.WHOLE, WrappingAttacks::originalResponseBeforeSignature),
    A3_FORGED_ASSERTION_FIRST(Proof.WHOLE, WrappingAttacks::forgedAssertionFirst),
    A4_SIGNED_ASSERTION_INSIDE_FORGED(Proof.WHOLE, WrappingAttacks::signedAssertionInsideForged),
    A5_FORGED_ASSERTION_CARRIES_SIGNATURE(Proof.WHOLE, WrappingAttacks::forgedAssertionCarriesSignature),
    A6_ORIGINAL_ASSERTION_IN_SIGNATURE(Proof.WHOLE, WrappingAttacks::originalAssertionInSignature),
    A7_FORGED_COPY_IN_EXTENSIONS(Proof.WHOLE, WrappingAttacks::forgedCopyInExtensions),
    A7_FORGED_COPY_IN_EXTENSIONS_WITH_SAME_ID(Proof.WHOLE, WrappingAttacks::forgedCopyInExtensionsWithSameId),
    A8_ORIGINAL_ASSERTION_IN_OBJECT(Proof.WHOLE, WrappingAttacks::originalAssertionInObject),
    A9_UNSIGNED_ASSERTION_FIRST(Proof.WHOLE, WrappingAttacks::unsignedAssertionFirst),
    A9_UNSIGNED_ASSERTION_LAST(Proof.WHOLE, WrappingAttacks::unsignedAssertionLast),
    A10_RESPONSE_SIGNATURE_COVERS_EXTENSIONS(
            Proof.WHOLE, WrappingAttacks::signatureStandsInResponseAndCoversExtensions),
    A10_ASSERTION_SIGNATURE_COVERS_EXTENSIONS(
            Proof.WHOLE, WrappingAttacks::signatureStandsInAssertionAndCoversExtensions),
    A11_SIGNED_CARRIER_IN_ADVICE(Proof.WHOLE, WrappingAttacks::signedCarrierInAdvice),
    A11_SIGNED_CARRIER_IN_STATUS_DETAIL(Proof.WHOLE, WrappingAttacks::signedCarrierInStatusDetail),
    A11_SIGNED_CARRIER_IN_CONFIRMATION_DATA(Proof.WHOLE, WrappingAttacks::signedCarrierInSubjectConfirmationData),
    A11_SIGNED_CARRIER_IN_EXTENSIONS(Proof.WHOLE, WrappingAttacks::signedCarrierInExtensions),
    A12_SIGNED_ERROR_RESPONSE_AS_CARRIER(Proof.WHOLE, CarrierAttacks::signedErrorResponse),
    A12_TWO_RESPONSES(Proof.WHOLE, CarrierAttacks::twoResponses),
    A13_SIGNED_METADATA_AS_CARRIER(Proof.WHOLE, CarrierAttacks::signedMetadata),
    A13_SIGNED_LOGOUT_RESPONSE_AS_CARRIER(Proof.WHOLE, CarrierAttacks::signedLogoutResponse),
    A13_ASSERTION_FOR_ANOTHER_COMPANY_AS_CARRIER(Proof.WHOLE, CarrierAttacks::assertionForAnotherCompany),
    A14_BAD_ASSERTION_SIGNATURE(Proof.WHOLE, CarrierAttacks::badAssertionSignatureInSignedResponse),
    A14_BAD_RESPONSE_SIGNATURE(Proof.WHOLE, CarrierAttacks::badResponseSignatureAroundSignedAssertion),

    B1_NOTHING_SIGNED(Proof.NONE, KeyAttacks::nothingSigned),
    /** For a connection that requires the Response, or both, to be signed. */
    B2_ONLY_ASSERTION_SIGNED(Proof.WHOLE, KeyAttacks::onlyAssertionSigned),
    /** For a connection that requires the Assertion, or both, to be signed. */
    B2_ONLY_RESPONSE_SIGNED(Proof.WHOLE, KeyAttacks::onlyResponseSigned),
    B3_ENCRYPTED_AND_UNSIGNED(Proof.NONE, KeyAttacks::encryptedAndUnsigned),
    B4_FOREIGN_CERTIFICATE_IN_KEY_INFO(Proof.FOREIGN, KeyAttacks::foreignCertificateInKeyInfo),
    B6_HMAC_WITH_PUBLIC_KEY(Proof.NONE, KeyAttacks::hmacWithPublicKey),
    B6_HMAC_WITH_CERTIFICATE(Proof.NONE, KeyAttacks::hmacWithCertificate),
    B6_HMAC_OUTPUT_LENGTH(Proof.NONE, KeyAttacks::hmacOutputLength),
    B7_FOREIGN_KEY(Proof.FOREIGN, KeyAttacks::foreignKey),

    C1_SECOND_DIGEST_VALUE(Proof.SIGNED_INFO, ReferenceAttacks::secondDigestValue),
    C1_SECOND_REFERENCE(Proof.SIGNED_INFO, ReferenceAttacks::secondReference),
    C2_COMMENT_IN_DIGEST_VALUE(Proof.SIGNED_INFO, ReferenceAttacks::commentInDigestValue),
    C3_FORGED_SIGNED_INFO_FIRST(Proof.SIGNED_INFO, ReferenceAttacks::forgedSignedInfoFirst),
    C3_FORGED_SIGNED_INFO_LAST(Proof.SIGNED_INFO, ReferenceAttacks::forgedSignedInfoLast),
    C3_SIGNED_INFO_WRAPPED(Proof.SIGNED_INFO, ReferenceAttacks::signedInfoWrapped),
    C4_NO_REFERENCE(Proof.SIGNED_INFO, ReferenceAttacks::noReference),
    C4_SEVERAL_REFERENCES(Proof.WHOLE, ReferenceAttacks::severalReferences),
    C4_MANIFEST(Proof.WHOLE, ReferenceAttacks::manifest),
    C5_EMPTY_URI(Proof.WHOLE, ReferenceAttacks::emptyUri),
    C5_EXTERNAL_URI(Proof.SIGNED_INFO, ReferenceAttacks::externalUri),
    C5_FILE_URI(Proof.SIGNED_INFO, ReferenceAttacks::fileUri),
    C5_XPOINTER(Proof.WHOLE, ReferenceAttacks::xpointer),
    C5_ANOTHER_ID(Proof.WHOLE, ReferenceAttacks::anotherId),
    C6_XSLT(Proof.WHOLE, TransformAttacks::xslt),
    C6_XPATH(Proof.WHOLE, TransformAttacks::xpath),
    C6_BASE64(Proof.SIGNED_INFO, TransformAttacks::base64),
    C6_MORE_THAN_TWO_TRANSFORMS(Proof.WHOLE, TransformAttacks::moreThanTwo),
    C6_INCLUSIVE_CANONICALIZATION(Proof.WHOLE, TransformAttacks::inclusive),
    C7_RELATIVE_NAMESPACE(Proof.SIGNED_INFO, TransformAttacks::relativeNamespace),
    C7_DIGEST_OF_EMPTY_STRING(Proof.SIGNED_INFO, TransformAttacks::digestOfEmptyString),
    C8_DUPLICATE_ID(Proof.WHOLE, DocumentAttacks::duplicateId),
    C8_ID_IN_MIXED_CASE(Proof.WHOLE, DocumentAttacks::idInMixedCase),
    C8_ID_IN_LOWER_CASE(Proof.WHOLE, DocumentAttacks::idInLowerCase),
    C8_XML_ID(Proof.WHOLE, DocumentAttacks::xmlId),
    C8_NAMESPACED_ID(Proof.WHOLE, DocumentAttacks::namespacedId),
    C9_DOCTYPE(Proof.WHOLE, DocumentAttacks::doctype),
    C9_DOCTYPE_DECLARING_IDS(Proof.WHOLE, DocumentAttacks::doctypeDeclaringIds),
    C11_SIGNED_INFO_WITH_COMMENTS(Proof.WHOLE, TransformAttacks::signedInfoWithComments),
    C11_ASSERTION_WITH_COMMENTS(Proof.WHOLE, TransformAttacks::assertionWithComments),
    C12_NUL(Proof.WHOLE, DocumentAttacks::nul),
    C12_SECOND_ROOT(Proof.WHOLE, DocumentAttacks::secondRoot),
    C12_TRAILING_BYTES(Proof.WHOLE, DocumentAttacks::trailingBytes),
    C12_DOUBLE_BASE64(Proof.WHOLE, DocumentAttacks::doubleBase64),
    C12_DEFLATED(Proof.WHOLE, DocumentAttacks::deflated),

    D1_FILE_ENTITY(Proof.WHOLE, ExhaustionAttacks::fileEntity),
    D1_WEB_ENTITY(Proof.WHOLE, ExhaustionAttacks::webEntity),
    D1_PARAMETER_ENTITY(Proof.WHOLE, ExhaustionAttacks::parameterEntity),
    D1_EXTERNAL_DTD(Proof.WHOLE, ExhaustionAttacks::externalDtd),
    D2_EXPONENTIAL_ENTITIES(Proof.WHOLE, ExhaustionAttacks::exponentialEntities),
    D2_QUADRATIC_ENTITIES(Proof.WHOLE, ExhaustionAttacks::quadraticEntities),
    D3_LARGE_BODY(Proof.WHOLE, ExhaustionAttacks::largeBody),
    D3_NESTED_ELEMENTS(Proof.WHOLE, ExhaustionAttacks::nestedElements),
    D3_NESTED_ELEMENTS_WITHIN_SIZE(Proof.WHOLE, ExhaustionAttacks::nestedElementsWithinSize),
    D3_ATTRIBUTES(Proof.WHOLE, ExhaustionAttacks::attributes),
    D3_ATTRIBUTES_WITHIN_SIZE(Proof.WHOLE, ExhaustionAttacks::attributesWithinSize),
    D3_REFERENCES(Proof.WHOLE, ExhaustionAttacks::references),
    D3_REFERENCES_WITHIN_SIZE(Proof.WHOLE, ExhaustionAttacks::referencesWithinSize),
    D3_LARGE_VALUE(Proof.WHOLE, ExhaustionAttacks::largeValue),

    E1_SHA1_SIGNATURE(Proof.WHOLE, AlgorithmAttacks::sha1Signature),
    E1_SHA1_DIGEST(Proof.WHOLE, AlgorithmAttacks::sha1Digest),
    E2_MD5_SIGNATURE(Proof.SIGNED_INFO, AlgorithmAttacks::md5Signature),
    E2_MD5_DIGEST(Proof.SIGNED_INFO, AlgorithmAttacks::md5Digest),
    E2_UNKNOWN_SIGNATURE(Proof.SIGNED_INFO, AlgorithmAttacks::unknownSignature),
    E2_UNKNOWN_DIGEST(Proof.SIGNED_INFO, AlgorithmAttacks::unknownDigest),
    E3_RSA_1024(Proof.WHOLE, AlgorithmAttacks::weakKey),
    E3_EC_P224(Proof.SIGNED_INFO, AlgorithmAttacks::weakCurve),
    E3_DSA(Proof.WHOLE, AlgorithmAttacks::weakKey),

    F1_DESTINATION_ELSEWHERE(AddressAttacks.destination(AddressAttacks::elsewhere)),
    F1_DESTINATION_OF_ANOTHER_COMPANY(AddressAttacks.destination(AddressAttacks::otherCompany)),
    F1_DESTINATION_EMPTY(AddressAttacks.destination(AddressAttacks::empty)),
    F2_SIGNED_RESPONSE_WITHOUT_DESTINATION(Proof.WHOLE, AddressAttacks::signedResponseWithoutDestination),
    F3_RECIPIENT_ELSEWHERE(AddressAttacks.recipient(AddressAttacks::elsewhere)),
    F3_RECIPIENT_OF_ANOTHER_COMPANY(AddressAttacks.recipient(AddressAttacks::otherCompany)),
    F3_RECIPIENT_MISSING(AddressAttacks::recipientMissing),
    F3_RECIPIENT_LONGER(AddressAttacks.recipient(AddressAttacks::longer)),
    F3_RECIPIENT_IN_OTHER_CASE(AddressAttacks.recipient(AddressAttacks::otherCase)),
    F3_RECIPIENT_WITH_TRAILING_SLASH(AddressAttacks.recipient(AddressAttacks::trailingSlash)),
    F4_AUDIENCE_ELSEWHERE(AddressAttacks.audience(AddressAttacks::elsewhere)),
    F4_AUDIENCE_WITH_TRAILING_SLASH(AddressAttacks.audience(AddressAttacks::trailingSlash)),
    F4_AUDIENCE_MISSING(AddressAttacks::audienceMissing),
    F4_SECOND_AUDIENCE_RESTRICTION(AddressAttacks::secondAudienceRestriction),
    F5_ISSUER_ELSEWHERE(AddressAttacks.issuer(AddressAttacks::elsewhere)),
    F5_ISSUER_IN_OTHER_CASE(AddressAttacks.issuer(AddressAttacks::otherCase)),
    F5_ISSUER_WITH_TRAILING_SPACE(AddressAttacks.issuer(AddressAttacks::trailingSpace)),
    F5_RESPONSE_ISSUER_UNEQUAL(AddressAttacks::responseIssuerUnequal),
    F5_ASSERTION_ISSUER_UNEQUAL(AddressAttacks::assertionIssuerUnequal),
    F5_SIGNED_RESPONSE_WITHOUT_ISSUER(AddressAttacks::signedResponseWithoutIssuer),
    F5_ASSERTION_WITHOUT_ISSUER(AddressAttacks::assertionWithoutIssuer),
    F8_CONDITIONS_MISSING(TimeAttacks::conditionsMissing),
    F8_NOT_ON_OR_AFTER_MISSING(TimeAttacks.without("Conditions", "NotOnOrAfter")),
    F8_NOT_ON_OR_AFTER_MALFORMED(TimeAttacks.malformed("Conditions", "NotOnOrAfter")),
    F8_NOT_ON_OR_AFTER_PAST(TimeAttacks.past("Conditions", "NotOnOrAfter")),
    F8_NOT_ON_OR_AFTER_JUST_BEYOND_SKEW(TimeAttacks.justPast("Conditions", "NotOnOrAfter")),
    F8_NOT_BEFORE_MALFORMED(TimeAttacks.malformed("Conditions", "NotBefore")),
    F8_NOT_BEFORE_FUTURE(TimeAttacks.future("Conditions", "NotBefore")),
    F8_NOT_BEFORE_JUST_BEYOND_SKEW(TimeAttacks.justFuture("Conditions", "NotBefore")),
    F9_CONFIRMATION_WITHOUT_END(TimeAttacks.without("SubjectConfirmationData", "NotOnOrAfter")),
    F9_CONFIRMATION_PAST(TimeAttacks.past("SubjectConfirmationData", "NotOnOrAfter")),
    F9_CONFIRMATION_JUST_BEYOND_SKEW(TimeAttacks.justPast("SubjectConfirmationData", "NotOnOrAfter")),
    F9_CONFIRMATION_WITH_NOT_BEFORE(TimeAttacks.past("SubjectConfirmationData", "NotBefore")),
    F10_RESPONSE_ISSUED_LONG_AGO(TimeAttacks.responseIssued(false)),
    F10_RESPONSE_ISSUED_IN_THE_FUTURE(TimeAttacks.responseIssued(true)),
    F10_ASSERTION_ISSUED_LONG_AGO(TimeAttacks.past("Assertion", "IssueInstant")),
    F10_ASSERTION_ISSUED_IN_THE_FUTURE(TimeAttacks.future("Assertion", "IssueInstant")),
    F11_SESSION_PAST(TimeAttacks.past("AuthnStatement", "SessionNotOnOrAfter")),
    F12_NO_CONFIRMATION(ContentAttacks::noConfirmation),
    F12_SENDER_VOUCHES(ContentAttacks::senderVouches),
    F13_FAILED_STATUS(ContentAttacks::failedStatus),
    F13_SUCCESS_INSIDE_FAILURE(ContentAttacks::successInsideFailure),
    F13_VERSION_OF_RESPONSE(ContentAttacks::responseVersion),
    F13_VERSION_OF_ASSERTION(ContentAttacks::assertionVersion),
    F14_NO_ASSERTION(ContentAttacks::noAssertion),
    F14_NO_AUTHN_STATEMENT(ContentAttacks.without("AuthnStatement")),
    F14_NO_SUBJECT(ContentAttacks.without("Subject")),
    F14_NO_ATTRIBUTES(ContentAttacks.without("AttributeStatement")),
    F14_BLANK_VALUES(ContentAttacks::blankValues),
    F14_EMPTY_VALUES(ContentAttacks::emptyValues),
    F15_UNKNOWN_CONDITION(ContentAttacks::unknownCondition);

    /** What still verifies in the hostile response, by core validation and with every precaution off. */
    public enum Proof {
        /** A whole signature of the provider, over what the provider signed. */
        WHOLE,
        /** Only the signature value over SignedInfo (a Reference does not hold, or can't be followed). */
        SIGNED_INFO,
        /** A whole signature, by the scene's foreign keys. */
        FOREIGN,
        /** Nothing that a public key could verify. */
        NONE
    }

    private final Proof proof;
    /** Recipes keep nothing: each is a function of the scene alone. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Recipe recipe;

    Attack(Proof proof, Recipe recipe) {
        this.proof = proof;
        this.recipe = recipe;
    }

    /** An attack in the provider's own hand: whatever the honest plan signs is signed. */
    Attack(Recipe recipe) {
        this(Proof.WHOLE, recipe);
    }

    /** The line of security.md, such as {@code A3}. */
    public String rule() {
        return name().substring(0, name().indexOf('_'));
    }

    public Proof proof() {
        return proof;
    }

    /** The attacks of one line of security.md. */
    public static Set<Attack> of(String rule) {
        return EnumSet.allOf(Attack.class).stream()
                .filter(attack -> attack.rule().equals(rule))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Attack.class)));
    }

    /** The keys that the connection trusts during this attack: for E3 a weak pair, else the provider's own. */
    public IdpKeys trusted(IdpKeys honest) {
        return switch (this) {
            case E3_RSA_1024 -> WeakKeys.RSA;
            case E3_EC_P224 -> WeakKeys.EC;
            case E3_DSA -> WeakKeys.DSA;
            default -> honest;
        };
    }

    /** The hostile twin of an honest response, as the form field {@code SAMLResponse} carries it. */
    public String apply(ResponsePlan honest, IdpKeys keys) {
        return apply(AttackScene.of(honest, keys));
    }

    /** As above, with everything about the attack chosen by the caller. */
    public String apply(AttackScene scene) {
        return recipe.make(scene.withKeys(trusted(scene.keys())));
    }

    /** Made when first needed, then kept: RSA keys take long. */
    private static final class WeakKeys {
        static final IdpKeys RSA = IdpKeys.rsa(1024);
        static final IdpKeys EC = IdpKeys.ec("secp224r1");
        static final IdpKeys DSA = IdpKeys.dsa(2048);
    }
}
