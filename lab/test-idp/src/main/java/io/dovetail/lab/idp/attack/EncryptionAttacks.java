package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ContentCipher;
import io.dovetail.lab.idp.Encryption;
import io.dovetail.lab.idp.KeyTransport;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** security.md B9, B10, E4, E5: ciphertexts that were changed, are weak, or are not signed as they should be. */
public final class EncryptionAttacks {

    private static final int CBC_BLOCK = 16;

    private EncryptionAttacks() {}

    /** B9: the Assertion is encrypted in an honest way, the signature of the Response is bad. */
    public static String badResponseSignature(AttackScene scene) {
        Hostile hostile = encrypted(scene, scene.encryption(), unchanged -> {});
        hostile.sign(SignedParts.RESPONSE);
        Hostile.spoil(Hostile.signatureOf(hostile.response()));
        return hostile.encoded();
    }

    /** B10: honestly encrypted and signed inside, for a connection that requires the Response to be signed. */
    public static String responseNotSigned(AttackScene scene) {
        return encrypted(scene, scene.encryption(), unchanged -> {}).encoded();
    }

    /** B10: a byte of the ciphertext is another one, in a Response that nobody signed. */
    public static String ciphertextTampered(AttackScene scene) {
        return encrypted(scene, gcm(scene), changingContent(EncryptionAttacks::middleFlipped))
                .encoded();
    }

    /** B10: the same in a Response that the provider signed, so that a decrypter is reached. */
    public static String ciphertextTamperedAndSigned(AttackScene scene) {
        return signed(scene, gcm(scene), changingContent(EncryptionAttacks::middleFlipped));
    }

    /** B10: the authentication tag at the end of the ciphertext is another one. */
    public static String tagTampered(AttackScene scene) {
        return encrypted(scene, gcm(scene), changingContent(bytes -> flipped(bytes, bytes.length - 1, 1)))
                .encoded();
    }

    /** B10: the tag is cut off. */
    public static String tagMissing(AttackScene scene) {
        return encrypted(scene, gcm(scene), changingContent(bytes -> Arrays.copyOf(bytes, bytes.length - CBC_BLOCK)))
                .encoded();
    }

    /** B10: a byte of the encrypted key is another one. */
    public static String keyTampered(AttackScene scene) {
        return encrypted(scene, scene.encryption(), changingKey(EncryptionAttacks::middleFlipped))
                .encoded();
    }

    /** B10: encrypted for somebody else, and signed. */
    public static String wrongKey(AttackScene scene) {
        return signed(scene, Encryption.to(scene.keys().certificate()), unchanged -> {});
    }

    /** B10: the padding claims more than a block, under a good signature. */
    public static String paddingTooLong(AttackScene scene) {
        return signed(scene, cbc(scene), changingContent(bytes -> flipped(bytes, bytes.length - CBC_BLOCK - 1, 0x80)));
    }

    /** B10: the ciphertext ends within a block, under a good signature. */
    public static String notWholeBlocks(AttackScene scene) {
        return signed(scene, cbc(scene), changingContent(bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
    }

    /** B10: the padding is right and what it pads is no XML, under a good signature. */
    public static String paddingRightContentWrong(AttackScene scene) {
        return signed(scene, cbc(scene), changingContent(bytes -> flipped(bytes, 0, 1)));
    }

    /** E4: the key travels by RSA-1_5, under a good signature. */
    public static String rsa15(AttackScene scene) {
        return signed(scene, scene.encryption().withKeyTransport(KeyTransport.RSA_1_5), unchanged -> {});
    }

    /** E4: the same with a changed key, as an attacker asks a decrypter about its padding. */
    public static String rsa15Tampered(AttackScene scene) {
        return encrypted(
                        scene,
                        scene.encryption().withKeyTransport(KeyTransport.RSA_1_5),
                        changingKey(EncryptionAttacks::middleFlipped))
                .encoded();
    }

    /** E5: a cipher without a check of its own, and no verified signature over the ciphertext. */
    public static Recipe uncovered(ContentCipher cipher) {
        return scene -> encrypted(scene, scene.encryption().withContentCipher(cipher), unchanged -> {})
                .encoded();
    }

    /** A14: the Assertion's signature is bad once it is decrypted, the Response's is good. */
    public static String badAssertionSignatureInside(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Hostile.spoil(Hostile.signatureOf(hostile.assertion()));
        scene.encryption().encrypt(hostile.assertion(), scene.honest().audience());
        return hostile.sign(SignedParts.RESPONSE).encoded();
    }

    /** C13: a comment in the middle of the ciphertext, where a signature does not see it. */
    public static String commentInCiphertext(AttackScene scene) {
        return signed(scene, scene.encryption(), encrypted -> {
            Element value = cipherValue(encrypted, "EncryptedData");
            String text = value.getTextContent();
            value.setTextContent(text.substring(0, text.length() / 2));
            value.appendChild(value.getOwnerDocument().createComment("two readers"));
            value.appendChild(value.getOwnerDocument().createTextNode(text.substring(text.length() / 2)));
        });
    }

    /** D3: a ciphertext of that many bytes, of which none means anything. */
    public static Recipe huge(int bytes) {
        return scene -> encrypted(scene, gcm(scene), changingContent(unused -> new byte[bytes]))
                .encoded();
    }

    /** An honestly signed Assertion, encrypted, with the EncryptedAssertion changed afterwards. */
    static Hostile encrypted(AttackScene scene, Encryption encryption, Consumer<Element> change) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        change.accept(encryption.encrypt(hostile.assertion(), scene.honest().audience()));
        return hostile;
    }

    /** The same in a Response that is signed after the change. */
    static String signed(AttackScene scene, Encryption encryption, Consumer<Element> change) {
        return ResponseFactory.encode(
                encrypted(scene, encryption, change).sign(SignedParts.RESPONSE).document());
    }

    /** The CipherValue of EncryptedData or of EncryptedKey. */
    static Element cipherValue(Element encrypted, String owner) {
        Element data = Xml.descendants(encrypted, Names.XENC, owner).get(0);
        Element cipherData = Xml.requireChild(data, Names.XENC, "CipherData");
        return Xml.requireChild(cipherData, Names.XENC, "CipherValue");
    }

    private static Encryption gcm(AttackScene scene) {
        return scene.encryption().withContentCipher(ContentCipher.AES_256_GCM);
    }

    private static Encryption cbc(AttackScene scene) {
        return scene.encryption().withContentCipher(ContentCipher.AES_256_CBC);
    }

    private static Consumer<Element> changingContent(UnaryOperator<byte[]> change) {
        return encrypted -> change(cipherValue(encrypted, "EncryptedData"), change);
    }

    private static Consumer<Element> changingKey(UnaryOperator<byte[]> change) {
        return encrypted -> change(cipherValue(encrypted, "EncryptedKey"), change);
    }

    private static void change(Element value, UnaryOperator<byte[]> change) {
        byte[] bytes = Base64.getMimeDecoder().decode(value.getTextContent());
        value.setTextContent(Base64.getEncoder().encodeToString(change.apply(bytes)));
    }

    private static byte[] middleFlipped(byte[] bytes) {
        return flipped(bytes, bytes.length / 2, 1);
    }

    private static byte[] flipped(byte[] bytes, int index, int bits) {
        byte[] changed = bytes.clone();
        changed[index] ^= (byte) bits;
        return changed;
    }
}
