package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dovetail.lab.idp.ContentCipher;
import io.dovetail.lab.idp.Encryption;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.KeyPlace;
import io.dovetail.lab.idp.KeyTransport;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Encrypted assertions: what is safe is read, everything else is refused before, or without a hint (B9, B10, E4, E5).
 */
class EncryptedResponseTest {
    private static final Encryption TO_US = Encryption.to(Scene.SP_KEYS.certificate());
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

    static Stream<Arguments> safe() {
        return Stream.of(KeyTransport.RSA_OAEP_SHA1, KeyTransport.RSA_OAEP_SHA256)
                .flatMap(transport -> Stream.of(ContentCipher.AES_128_GCM, ContentCipher.AES_256_GCM)
                        .flatMap(cipher -> Stream.of(KeyPlace.values())
                                .flatMap(place -> Stream.of(
                                                SignedParts.ASSERTION, SignedParts.RESPONSE, SignedParts.BOTH)
                                        .map(signed -> Arguments.of(transport, cipher, place, signed)))));
    }

    @ParameterizedTest
    @MethodSource("safe")
    void acceptsEverySafeWayToEncrypt(
            KeyTransport transport, ContentCipher cipher, KeyPlace place, SignedParts signed) {
        var encryption =
                TO_US.withKeyTransport(transport).withContentCipher(cipher).withKeyPlace(place);

        var verdict = scene(signed, encryption).check();

        var accepted = assertInstanceOf(VerifiedAssertion.class, verdict);
        assertEquals("ada", accepted.samlId());
        assertEquals("_request", accepted.inResponseTo().orElse("none"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentCipher.class,
            names = {"AES_128_CBC", "AES_256_CBC"})
    void acceptsCbcOnlyUnderAVerifiedSignature(ContentCipher cipher) {
        var encryption = TO_US.withContentCipher(cipher);

        var inside = scene(SignedParts.ASSERTION, encryption).check();
        var around = scene(SignedParts.RESPONSE, encryption).check();

        assertEquals(Reason.ALGORITHM_NOT_ALLOWED, reason(inside));
        assertInstanceOf(VerifiedAssertion.class, around);
    }

    @Test
    void refusesTripleDesAndPkcs1KeyTransportWhateverIsSigned() {
        for (var signed : List.of(SignedParts.ASSERTION, SignedParts.RESPONSE, SignedParts.BOTH)) {
            assertEquals(
                    Reason.ALGORITHM_NOT_ALLOWED,
                    reason(scene(signed, TO_US.withContentCipher(ContentCipher.TRIPLE_DES))
                            .check()));
            assertEquals(
                    Reason.ALGORITHM_NOT_ALLOWED,
                    reason(scene(signed, TO_US.withKeyTransport(KeyTransport.RSA_1_5))
                            .check()));
        }
    }

    @Test
    void refusesWhatNobodySignedAlthoughItIsEncryptedToUs() {
        var verdict = scene(SignedParts.NONE, TO_US).check();

        assertEquals(Reason.SIGNATURE_MISSING, reason(verdict));
    }

    @Test
    void decryptsWithEitherKeyOfARotation() {
        var older = IdpKeys.rsa2048();
        var scene = scene(SignedParts.ASSERTION, Encryption.to(older.certificate()));
        var response = ResponseFactory.base64(scene.honest(), Scene.KEYS);
        var trust = scene.trusting(Scene.KEYS.certificate());

        var rotating = scene.check(response, Scene.decrypting(trust, Scene.SP_KEYS.privateKey(), older.privateKey()));
        var after = scene.check(response, trust);

        assertInstanceOf(VerifiedAssertion.class, rotating);
        assertEquals(Reason.DECRYPTION_FAILED, reason(after));
    }

    @Test
    void saysThatEncryptionIsOffWhereTheConnectionHasNoKey() {
        var scene = scene(SignedParts.BOTH, TO_US);
        var response = ResponseFactory.base64(scene.honest(), Scene.KEYS);

        var verdict = scene.check(response, Scene.decrypting(scene.trusting(Scene.KEYS.certificate())));

        assertEquals(Reason.ENCRYPTION_OFF, reason(verdict));
    }

    /** A wrong key, a key that is none, a changed content: one refusal, in the same words. */
    @Test
    void everyFailureOfDecryptionLooksTheSame() {
        var stranger = scene(
                        SignedParts.ASSERTION, Encryption.to(IdpKeys.rsa2048().certificate()))
                .check();
        var brokenKey = checkWithChangedCipherValue(1);
        var brokenContent = checkWithChangedCipherValue(0);
        var honest = scene(SignedParts.ASSERTION, TO_US).check();

        assertEquals(Reason.DECRYPTION_FAILED, reason(stranger));
        assertEquals(stranger, brokenKey);
        assertEquals(stranger, brokenContent);
        assertInstanceOf(VerifiedAssertion.class, honest);
    }

    /** B9: with a bad signature around it, nothing is decrypted, so that a wrong key is not even noticed. */
    @Test
    void looksAtTheSignatureAroundBeforeItDecrypts() {
        var scene = scene(SignedParts.RESPONSE, Encryption.to(IdpKeys.rsa2048().certificate()));
        var response = ResponseFactory.base64(scene.honest(), IdpKeys.rsa2048());

        var verdict = scene.check(response, scene.trusting(Scene.KEYS.certificate()));

        assertEquals(Reason.SIGNATURE_INVALID, reason(verdict));
    }

    /** B10: where the response must be signed and is not, nothing is decrypted either. */
    @Test
    void doesNotDecryptWithoutTheSignatureThatIsDue() {
        var scene = scene(SignedParts.ASSERTION, Encryption.to(IdpKeys.rsa2048().certificate()))
                .requiring(RequiredSignature.RESPONSE);

        assertEquals(Reason.SIGNATURE_NOT_THE_REQUIRED_ONE, reason(scene.check()));
    }

    @Test
    void refusesAnIdThatStandsOutsideAndInside() {
        var scene = new Scene();
        var plan = scene.honest().withSign(SignedParts.ASSERTION).withEncryption(TO_US);
        var verdict = scene.with(plan.withResponseId(plan.assertionId())).check();

        assertEquals(Reason.IDS_AMBIGUOUS, reason(verdict));
    }

    @Test
    void takesAHintToTheOneKeyBesideAndFollowsNoOther() {
        assertInstanceOf(VerifiedAssertion.class, checkWithRetrievalMethod("#_key"));
        assertEquals(Reason.ENCRYPTION_FORM, reason(checkWithRetrievalMethod("#_other")));
        assertEquals(Reason.ENCRYPTION_FORM, reason(checkWithRetrievalMethod("https://elsewhere.example/key")));
    }

    private static Verdict checkWithChangedCipherValue(int index) {
        var scene = scene(SignedParts.ASSERTION, TO_US.withKeyPlace(KeyPlace.BESIDE));
        var document = ResponseFactory.document(scene.honest(), Scene.KEYS);
        var value = Xml.descendants(document, XENC, "CipherValue").get(index);
        var bytes = Base64.getMimeDecoder().decode(value.getTextContent());
        bytes[bytes.length / 2] ^= 1;
        value.setTextContent(Base64.getEncoder().encodeToString(bytes));
        return scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);
    }

    private static Verdict checkWithRetrievalMethod(String uri) {
        var scene = scene(SignedParts.ASSERTION, TO_US.withKeyPlace(KeyPlace.BESIDE));
        var document = ResponseFactory.document(scene.honest(), Scene.KEYS);
        var data = Xml.descendants(document, XENC, "EncryptedData").get(0);
        Xml.descendants(document, XENC, "EncryptedKey").get(0).setAttribute("Id", "_key");
        Xml.descendants(data, Names.DS, "KeyInfo").forEach(data::removeChild);
        var keyInfo = document.createElementNS(Names.DS, "ds:KeyInfo");
        data.insertBefore(keyInfo, Xml.requireChild(data, XENC, "CipherData"));
        Xml.append(keyInfo, Names.DS, "ds:RetrievalMethod").setAttribute("URI", uri);
        return scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);
    }

    private static Scene scene(SignedParts signed, Encryption encryption) {
        var scene = new Scene();
        return scene.with(scene.honest().withSign(signed).withEncryption(encryption));
    }

    private static Reason reason(Verdict verdict) {
        return assertInstanceOf(Refusal.class, verdict).reason();
    }
}
