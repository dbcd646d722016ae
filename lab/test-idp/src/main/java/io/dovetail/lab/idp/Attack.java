package io.dovetail.lab.idp;

import static io.dovetail.lab.idp.Attack.Proof.FOREIGN;
import static io.dovetail.lab.idp.Attack.Proof.INSIDE;
import static io.dovetail.lab.idp.Attack.Proof.NONE;
import static io.dovetail.lab.idp.Attack.Proof.SIGNED_INFO;
import static io.dovetail.lab.idp.Attack.Proof.WHOLE;
import static io.dovetail.lab.idp.Twin.BOTH_SIGNED;
import static io.dovetail.lab.idp.Twin.ENCRYPTED;
import static io.dovetail.lab.idp.Twin.ENCRYPTED_BOTH_SIGNED;

import io.dovetail.lab.idp.attack.AddressAttacks;
import io.dovetail.lab.idp.attack.AlgorithmAttacks;
import io.dovetail.lab.idp.attack.CarrierAttacks;
import io.dovetail.lab.idp.attack.ContentAttacks;
import io.dovetail.lab.idp.attack.DecrypterAttacks;
import io.dovetail.lab.idp.attack.DocumentAttacks;
import io.dovetail.lab.idp.attack.EncryptionAttacks;
import io.dovetail.lab.idp.attack.ExhaustionAttacks;
import io.dovetail.lab.idp.attack.KeyAttacks;
import io.dovetail.lab.idp.attack.PlaintextAttacks;
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
    A1_ORIGINAL_RESPONSE_IN_SIGNATURE(WHOLE, WrappingAttacks::originalResponseInSignature),
    A2_ORIGINAL_RESPONSE_BEFORE_SIGNATURE(WHOLE, WrappingAttacks::originalResponseBeforeSignature),
    A3_FORGED_ASSERTION_FIRST(WHOLE, WrappingAttacks::forgedAssertionFirst),
    A4_SIGNED_ASSERTION_INSIDE_FORGED(WHOLE, WrappingAttacks::signedAssertionInsideForged),
    A5_FORGED_ASSERTION_CARRIES_SIGNATURE(WHOLE, WrappingAttacks::forgedAssertionCarriesSignature),
    A6_ORIGINAL_ASSERTION_IN_SIGNATURE(WHOLE, WrappingAttacks::originalAssertionInSignature),
    A7_FORGED_COPY_IN_EXTENSIONS(WHOLE, WrappingAttacks::forgedCopyInExtensions),
    A7_FORGED_COPY_IN_EXTENSIONS_WITH_SAME_ID(WHOLE, WrappingAttacks::forgedCopyInExtensionsWithSameId),
    A8_ORIGINAL_ASSERTION_IN_OBJECT(WHOLE, WrappingAttacks::originalAssertionInObject),
    A9_UNSIGNED_ASSERTION_FIRST(WHOLE, WrappingAttacks::unsignedAssertionFirst),
    A9_UNSIGNED_ASSERTION_LAST(WHOLE, WrappingAttacks::unsignedAssertionLast),
    A10_RESPONSE_SIGNATURE_COVERS_EXTENSIONS(WHOLE, WrappingAttacks::signatureStandsInResponseAndCoversExtensions),
    A10_ASSERTION_SIGNATURE_COVERS_EXTENSIONS(WHOLE, WrappingAttacks::signatureStandsInAssertionAndCoversExtensions),
    A11_SIGNED_CARRIER_IN_ADVICE(WHOLE, WrappingAttacks::signedCarrierInAdvice),
    A11_SIGNED_CARRIER_IN_STATUS_DETAIL(WHOLE, WrappingAttacks::signedCarrierInStatusDetail),
    A11_SIGNED_CARRIER_IN_CONFIRMATION_DATA(WHOLE, WrappingAttacks::signedCarrierInSubjectConfirmationData),
    A11_SIGNED_CARRIER_IN_EXTENSIONS(WHOLE, WrappingAttacks::signedCarrierInExtensions),
    A12_SIGNED_ERROR_RESPONSE_AS_CARRIER(WHOLE, CarrierAttacks::signedErrorResponse),
    A12_TWO_RESPONSES(WHOLE, CarrierAttacks::twoResponses),
    A13_SIGNED_METADATA_AS_CARRIER(WHOLE, CarrierAttacks::signedMetadata),
    A13_SIGNED_LOGOUT_RESPONSE_AS_CARRIER(WHOLE, CarrierAttacks::signedLogoutResponse),
    A13_ASSERTION_FOR_ANOTHER_COMPANY_AS_CARRIER(WHOLE, CarrierAttacks::assertionForAnotherCompany),
    A14_BAD_ASSERTION_SIGNATURE(WHOLE, CarrierAttacks::badAssertionSignatureInSignedResponse),
    A14_BAD_RESPONSE_SIGNATURE(WHOLE, CarrierAttacks::badResponseSignatureAroundSignedAssertion),
    A14_STRAY_SIGNATURE_IN_EXTENSIONS(WHOLE, CarrierAttacks::straySignature),

    B1_NOTHING_SIGNED(NONE, KeyAttacks::nothingSigned),
    /** For a connection that requires the Response, or both, to be signed. */
    B2_ONLY_ASSERTION_SIGNED(WHOLE, KeyAttacks::onlyAssertionSigned, BOTH_SIGNED),
    /** For a connection that requires the Assertion, or both, to be signed. */
    B2_ONLY_RESPONSE_SIGNED(WHOLE, KeyAttacks::onlyResponseSigned, BOTH_SIGNED),
    B3_ENCRYPTED_AND_UNSIGNED(NONE, KeyAttacks::encryptedAndUnsigned, ENCRYPTED),
    B4_FOREIGN_CERTIFICATE_IN_KEY_INFO(FOREIGN, KeyAttacks::foreignCertificateInKeyInfo),
    B6_HMAC_WITH_PUBLIC_KEY(NONE, KeyAttacks::hmacWithPublicKey),
    B6_HMAC_WITH_CERTIFICATE(NONE, KeyAttacks::hmacWithCertificate),
    B6_HMAC_OUTPUT_LENGTH(NONE, KeyAttacks::hmacOutputLength),
    B7_FOREIGN_KEY(FOREIGN, KeyAttacks::foreignKey),

    C1_SECOND_DIGEST_VALUE(SIGNED_INFO, ReferenceAttacks::secondDigestValue),
    C1_SECOND_REFERENCE(SIGNED_INFO, ReferenceAttacks::secondReference),
    C2_COMMENT_IN_DIGEST_VALUE(SIGNED_INFO, ReferenceAttacks::commentInDigestValue),
    C3_FORGED_SIGNED_INFO_FIRST(SIGNED_INFO, ReferenceAttacks::forgedSignedInfoFirst),
    C3_FORGED_SIGNED_INFO_LAST(SIGNED_INFO, ReferenceAttacks::forgedSignedInfoLast),
    C3_SIGNED_INFO_WRAPPED(SIGNED_INFO, ReferenceAttacks::signedInfoWrapped),
    C4_NO_REFERENCE(SIGNED_INFO, ReferenceAttacks::noReference),
    C4_SEVERAL_REFERENCES(WHOLE, ReferenceAttacks::severalReferences),
    C4_MANIFEST(WHOLE, ReferenceAttacks::manifest),
    C5_EMPTY_URI(WHOLE, ReferenceAttacks::emptyUri),
    C5_EXTERNAL_URI(SIGNED_INFO, ReferenceAttacks::externalUri),
    C5_FILE_URI(SIGNED_INFO, ReferenceAttacks::fileUri),
    C5_XPOINTER(WHOLE, ReferenceAttacks::xpointer),
    C5_ANOTHER_ID(WHOLE, ReferenceAttacks::anotherId),
    C6_XSLT(WHOLE, TransformAttacks::xslt),
    C6_XPATH(WHOLE, TransformAttacks::xpath),
    C6_BASE64(SIGNED_INFO, TransformAttacks::base64),
    C6_MORE_THAN_TWO_TRANSFORMS(WHOLE, TransformAttacks::moreThanTwo),
    C6_INCLUSIVE_CANONICALIZATION(WHOLE, TransformAttacks::inclusive),
    C7_RELATIVE_NAMESPACE(SIGNED_INFO, TransformAttacks::relativeNamespace),
    C7_DIGEST_OF_EMPTY_STRING(SIGNED_INFO, TransformAttacks::digestOfEmptyString),
    C8_DUPLICATE_ID(WHOLE, DocumentAttacks::duplicateId),
    C8_ID_IN_MIXED_CASE(WHOLE, DocumentAttacks::idInMixedCase),
    C8_ID_IN_LOWER_CASE(WHOLE, DocumentAttacks::idInLowerCase),
    C8_XML_ID(WHOLE, DocumentAttacks::xmlId),
    C8_NAMESPACED_ID(WHOLE, DocumentAttacks::namespacedId),
    C9_DOCTYPE(WHOLE, DocumentAttacks::doctype),
    C9_DOCTYPE_DECLARING_IDS(WHOLE, DocumentAttacks::doctypeDeclaringIds),
    C11_SIGNED_INFO_WITH_COMMENTS(WHOLE, TransformAttacks::signedInfoWithComments),
    C11_ASSERTION_WITH_COMMENTS(WHOLE, TransformAttacks::assertionWithComments),
    C12_NUL(WHOLE, DocumentAttacks::nul),
    C12_SECOND_ROOT(WHOLE, DocumentAttacks::secondRoot),
    C12_TRAILING_BYTES(WHOLE, DocumentAttacks::trailingBytes),
    C12_DOUBLE_BASE64(WHOLE, DocumentAttacks::doubleBase64),
    C12_DEFLATED(WHOLE, DocumentAttacks::deflated),

    D1_FILE_ENTITY(WHOLE, ExhaustionAttacks::fileEntity),
    D1_WEB_ENTITY(WHOLE, ExhaustionAttacks::webEntity),
    D1_PARAMETER_ENTITY(WHOLE, ExhaustionAttacks::parameterEntity),
    D1_EXTERNAL_DTD(WHOLE, ExhaustionAttacks::externalDtd),
    D2_EXPONENTIAL_ENTITIES(WHOLE, ExhaustionAttacks::exponentialEntities),
    D2_QUADRATIC_ENTITIES(WHOLE, ExhaustionAttacks::quadraticEntities),
    D3_LARGE_BODY(WHOLE, ExhaustionAttacks::largeBody),
    D3_NESTED_ELEMENTS(WHOLE, ExhaustionAttacks::nestedElements),
    D3_NESTED_ELEMENTS_WITHIN_SIZE(WHOLE, ExhaustionAttacks::nestedElementsWithinSize),
    D3_ATTRIBUTES(WHOLE, ExhaustionAttacks::attributes),
    D3_ATTRIBUTES_WITHIN_SIZE(WHOLE, ExhaustionAttacks::attributesWithinSize),
    D3_REFERENCES(WHOLE, ExhaustionAttacks::references),
    D3_REFERENCES_WITHIN_SIZE(WHOLE, ExhaustionAttacks::referencesWithinSize),
    D3_LARGE_VALUE(WHOLE, ExhaustionAttacks::largeValue),

    E1_SHA1_SIGNATURE(WHOLE, AlgorithmAttacks::sha1Signature),
    E1_SHA1_DIGEST(WHOLE, AlgorithmAttacks::sha1Digest),
    E2_MD5_SIGNATURE(SIGNED_INFO, AlgorithmAttacks::md5Signature),
    E2_MD5_DIGEST(SIGNED_INFO, AlgorithmAttacks::md5Digest),
    E2_UNKNOWN_SIGNATURE(SIGNED_INFO, AlgorithmAttacks::unknownSignature),
    E2_UNKNOWN_DIGEST(SIGNED_INFO, AlgorithmAttacks::unknownDigest),
    E3_RSA_1024(WHOLE, AlgorithmAttacks::weakKey),
    E3_EC_P224(SIGNED_INFO, AlgorithmAttacks::weakCurve),
    E3_DSA(WHOLE, AlgorithmAttacks::weakKey),

    F1_DESTINATION_ELSEWHERE(AddressAttacks.destination(AddressAttacks::elsewhere)),
    F1_DESTINATION_OF_ANOTHER_COMPANY(AddressAttacks.destination(AddressAttacks::otherCompany)),
    F1_DESTINATION_EMPTY(AddressAttacks.destination(AddressAttacks::empty)),
    F2_SIGNED_RESPONSE_WITHOUT_DESTINATION(WHOLE, AddressAttacks::signedResponseWithoutDestination),
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
    F15_UNKNOWN_CONDITION(ContentAttacks::unknownCondition),
    F15_DELEGATION_RESTRICTION(ContentAttacks::delegationRestriction),

    /** For a connection that names another issuer. */
    H2_PLACEHOLDER_AS_ISSUER(AddressAttacks.issuer(AddressAttacks::placeholder)),

    A4_ENCRYPTED(INSIDE, DecrypterAttacks.encrypted(WrappingAttacks::signedAssertionInsideForged), ENCRYPTED),
    A6_ENCRYPTED(INSIDE, DecrypterAttacks.encrypted(WrappingAttacks::originalAssertionInSignature), ENCRYPTED),
    A8_ENCRYPTED(INSIDE, DecrypterAttacks.encrypted(WrappingAttacks::originalAssertionInObject), ENCRYPTED),
    A9_PLAIN_ASSERTION_BEFORE_ENCRYPTED(INSIDE, DecrypterAttacks::plainAssertionFirst, ENCRYPTED),
    A9_PLAIN_ASSERTION_AFTER_ENCRYPTED(INSIDE, DecrypterAttacks::plainAssertionLast, ENCRYPTED),
    A9_SEVERAL_ENCRYPTED(INSIDE, DecrypterAttacks.encrypted(WrappingAttacks::unsignedAssertionLast), ENCRYPTED),
    A10_ENCRYPTED_SIGNATURE_COVERS_EXTENSIONS(
            INSIDE,
            DecrypterAttacks.encrypted(WrappingAttacks::signatureStandsInAssertionAndCoversExtensions),
            ENCRYPTED),
    A11_ENCRYPTED_FORGERY_WITH_CARRIER_IN_EXTENSIONS(
            WHOLE, DecrypterAttacks.encrypted(WrappingAttacks::signedCarrierInExtensions), ENCRYPTED),
    A14_ENCRYPTED_BAD_ASSERTION_SIGNATURE(WHOLE, EncryptionAttacks::badAssertionSignatureInside, ENCRYPTED_BOTH_SIGNED),
    B9_BAD_RESPONSE_SIGNATURE_AROUND_ENCRYPTED(INSIDE, EncryptionAttacks::badResponseSignature, ENCRYPTED_BOTH_SIGNED),
    /** For a connection that requires the Response, or both, to be signed. */
    B10_RESPONSE_NOT_SIGNED(INSIDE, EncryptionAttacks::responseNotSigned, ENCRYPTED_BOTH_SIGNED),
    B10_CIPHERTEXT_TAMPERED(NONE, EncryptionAttacks::ciphertextTampered, ENCRYPTED),
    B10_CIPHERTEXT_TAMPERED_AND_SIGNED(WHOLE, EncryptionAttacks::ciphertextTamperedAndSigned, ENCRYPTED_BOTH_SIGNED),
    B10_TAG_TAMPERED(NONE, EncryptionAttacks::tagTampered, ENCRYPTED),
    B10_TAG_MISSING(NONE, EncryptionAttacks::tagMissing, ENCRYPTED),
    B10_KEY_TAMPERED(NONE, EncryptionAttacks::keyTampered, ENCRYPTED),
    B10_WRONG_KEY(WHOLE, EncryptionAttacks::wrongKey, ENCRYPTED_BOTH_SIGNED),
    B10_PADDING_TOO_LONG(WHOLE, EncryptionAttacks::paddingTooLong, ENCRYPTED_BOTH_SIGNED),
    B10_NOT_WHOLE_BLOCKS(WHOLE, EncryptionAttacks::notWholeBlocks, ENCRYPTED_BOTH_SIGNED),
    B10_PADDING_RIGHT_CONTENT_WRONG(WHOLE, EncryptionAttacks::paddingRightContentWrong, ENCRYPTED_BOTH_SIGNED),
    B10_CIPHER_REFERENCE(WHOLE, DecrypterAttacks.cipherReference("EncryptedData"), ENCRYPTED_BOTH_SIGNED),
    B10_CIPHER_REFERENCE_IN_KEY(WHOLE, DecrypterAttacks.cipherReference("EncryptedKey"), ENCRYPTED_BOTH_SIGNED),
    B10_CIPHER_REFERENCE_WITH_TRANSFORM(WHOLE, DecrypterAttacks::cipherReferenceWithTransform, ENCRYPTED_BOTH_SIGNED),
    B10_RETRIEVAL_METHOD(WHOLE, DecrypterAttacks::retrievalMethod, ENCRYPTED_BOTH_SIGNED),
    B10_SEVERAL_KEYS(WHOLE, DecrypterAttacks::severalKeys, ENCRYPTED_BOTH_SIGNED),
    B10_NOT_AN_ASSERTION(WHOLE, DecrypterAttacks::notAnAssertion, ENCRYPTED_BOTH_SIGNED),
    B10_NESTED(WHOLE, DecrypterAttacks::nested, ENCRYPTED_BOTH_SIGNED),
    B10_COMMENT_IN_CIPHERTEXT(WHOLE, EncryptionAttacks::commentInCiphertext, ENCRYPTED_BOTH_SIGNED),
    C9_DOCTYPE_IN_CIPHERTEXT(WHOLE, PlaintextAttacks::doctype, ENCRYPTED_BOTH_SIGNED),
    D1_ENTITY_IN_CIPHERTEXT(WHOLE, PlaintextAttacks::externalEntity, ENCRYPTED_BOTH_SIGNED),
    D2_ENTITIES_IN_CIPHERTEXT(WHOLE, PlaintextAttacks::exponentialEntities, ENCRYPTED_BOTH_SIGNED),
    D3_HUGE_CIPHERTEXT(NONE, EncryptionAttacks.huge(1_000_000), ENCRYPTED),
    D3_HUGE_CIPHERTEXT_WITHIN_SIZE(NONE, EncryptionAttacks.huge(100_000), ENCRYPTED),
    E4_RSA_1_5(WHOLE, EncryptionAttacks::rsa15, ENCRYPTED_BOTH_SIGNED),
    E4_RSA_1_5_TAMPERED(NONE, EncryptionAttacks::rsa15Tampered, ENCRYPTED),
    E5_CBC_NOT_COVERED(INSIDE, EncryptionAttacks.uncovered(ContentCipher.AES_256_CBC), ENCRYPTED),
    E5_TRIPLE_DES_NOT_COVERED(INSIDE, EncryptionAttacks.uncovered(ContentCipher.TRIPLE_DES), ENCRYPTED);

    /** What still verifies in the hostile response, by core validation and with every precaution off. */
    public enum Proof {
        /** A whole signature of the provider, over what the provider signed. */
        WHOLE,
        /** Only the signature value over SignedInfo (a Reference does not hold, or can't be followed). */
        SIGNED_INFO,
        /** A whole signature, by the scene's foreign keys. */
        FOREIGN,
        /** Nothing as it stands; once decrypted, a whole signature of the provider. */
        INSIDE,
        /** Nothing that a public key could verify, nor anything that decryption would bring to light. */
        NONE
    }

    private final Proof proof;
    /** Recipes keep nothing: each is a function of the scene alone. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Recipe recipe;

    private final Twin twin;

    Attack(Proof proof, Recipe recipe, Twin twin) {
        this.proof = proof;
        this.recipe = recipe;
        this.twin = twin;
    }

    Attack(Proof proof, Recipe recipe) {
        this(proof, recipe, Twin.AS_PLANNED);
    }

    /** An attack in the provider's own hand: whatever the honest plan signs is signed. */
    Attack(Recipe recipe) {
        this(WHOLE, recipe);
    }

    /** The line of security.md, such as {@code A3}. */
    public String rule() {
        return name().substring(0, name().indexOf('_'));
    }

    public Proof proof() {
        return proof;
    }

    /** The honest twin, which must be accepted where this attack is refused. */
    public ResponsePlan twin(AttackScene scene) {
        return twin.of(scene);
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

    /**
     * As above, with everything about the attack chosen by the caller but the spelling, which is always the plain one.
     */
    public String apply(AttackScene scene) {
        AttackScene plain = scene.withHonest(scene.honest().withForm(ResponseForm.PLAIN));
        return recipe.make(plain.withKeys(trusted(scene.keys())));
    }

    /** Made when first needed, then kept: RSA keys take long. */
    private static final class WeakKeys {
        static final IdpKeys RSA = IdpKeys.rsa(1024);
        static final IdpKeys EC = IdpKeys.ec("secp224r1");
        static final IdpKeys DSA = IdpKeys.dsa(2048);
    }
}
