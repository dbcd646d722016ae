package io.dovetail.sso.saml.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What an encrypted assertion must look like before anything is decrypted: one EncryptedData with one EncryptedKey,
 * both with their cipher value in place, safe algorithms, nothing that points elsewhere (security.md B5, E4, E5).
 *
 * <p>The decrypter of OpenSAML 4.0.1 follows references (OSJ-367), hence this look at the DOM and another decrypter.
 *
 * @param contentBits of the key that the content's algorithm takes
 */
record EncryptedForm(Element data, Element key, String contentAlgorithm, int contentBits) {
    private static final String XENC = EncryptionConstants.XMLENC_NS;
    private static final String DS = SignatureConstants.XMLSIG_NS;

    private static final Map<String, Integer> AUTHENTICATED = Map.of(
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128_GCM, 128,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES192_GCM, 192,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM, 256);

    /** Whoever can change these learns the content by asking often; under a signature nobody can. */
    private static final Map<String, Integer> MALLEABLE = Map.of(
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128, 128,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES192, 192,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256, 256);

    private static final Set<String> KEY_TRANSPORTS = Set.of(
            EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP, EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP11);

    /** In OAEP these hash a label and make a mask; collisions in SHA-1 matter for neither. */
    private static final Set<String> OAEP_DIGESTS = Set.of(
            SignatureConstants.ALGO_ID_DIGEST_SHA1,
            EncryptionConstants.ALGO_ID_DIGEST_SHA256,
            SignatureConstants.ALGO_ID_DIGEST_SHA384,
            EncryptionConstants.ALGO_ID_DIGEST_SHA512);

    private static final Set<String> OAEP_MASKS = Set.of(
            EncryptionConstants.ALGO_ID_MGF1_SHA1,
            EncryptionConstants.ALGO_ID_MGF1_SHA256,
            EncryptionConstants.ALGO_ID_MGF1_SHA384,
            EncryptionConstants.ALGO_ID_MGF1_SHA512);

    /** @param ciphertextIsSigned whether a verified signature covers the ciphertext */
    static EncryptedForm of(Element encryptedAssertion, boolean ciphertextIsSigned) {
        var parts = children(encryptedAssertion);
        var data = only(parts, XENC, "EncryptedData");
        var keyInfo = optional(children(data), DS, "KeyInfo");
        var keys = new ArrayList<>(named(parts, XENC, "EncryptedKey"));
        keyInfo.forEach(hints -> keys.addAll(named(children(hints), XENC, "EncryptedKey")));
        if (keys.size() != 1 || named(parts, XENC, "EncryptedKey").size() != parts.size() - 1) {
            throw form("one EncryptedData with one EncryptedKey");
        }
        var key = keys.get(0);
        requireNothingElsewhere(encryptedAssertion, key);
        requireCipherValue(data);
        requireCipherValue(key);
        keyTransport(method(key));
        var content = method(data).getAttribute("Algorithm");
        return new EncryptedForm(data, key, content, contentBits(content, ciphertextIsSigned));
    }

    private static int contentBits(String algorithm, boolean ciphertextIsSigned) {
        var bits = AUTHENTICATED.getOrDefault(algorithm, ciphertextIsSigned ? MALLEABLE.get(algorithm) : null);
        if (bits == null) {
            throw Reason.ALGORITHM_NOT_ALLOWED.refuse(
                    MALLEABLE.containsKey(algorithm)
                            ? "AES-GCM, or a signed response around AES-CBC"
                            : "AES-GCM for the content",
                    algorithm);
        }
        return bits;
    }

    private static void keyTransport(Element method) {
        var algorithm = method.getAttribute("Algorithm");
        if (!KEY_TRANSPORTS.contains(algorithm)) {
            throw Reason.ALGORITHM_NOT_ALLOWED.refuse("RSA-OAEP for the content's key", algorithm);
        }
        for (var parameter : children(method)) {
            var chosen = parameter.getAttribute("Algorithm");
            var known = ("DigestMethod".equals(parameter.getLocalName()) && OAEP_DIGESTS.contains(chosen))
                    || ("MGF".equals(parameter.getLocalName()) && OAEP_MASKS.contains(chosen));
            if (!known) {
                throw Reason.ALGORITHM_NOT_ALLOWED.refuse(
                        "RSA-OAEP with a known digest and mask", parameter.getLocalName() + " " + chosen);
            }
        }
    }

    /** References are never followed; the one that only says where the one key stands is common, and passed over. */
    private static void requireNothingElsewhere(Element encryptedAssertion, Element key) {
        for (var name : List.of("CipherReference", "Transforms", "KeyInfoReference", "AgreementMethod", "DerivedKey")) {
            if (encryptedAssertion.getElementsByTagNameNS("*", name).getLength() > 0) {
                throw form("no " + name);
            }
        }
        var retrievals = encryptedAssertion.getElementsByTagNameNS(DS, "RetrievalMethod");
        for (var i = 0; i < retrievals.getLength(); i++) {
            var uri = ((Element) retrievals.item(i)).getAttribute("URI");
            if (key.getAttribute("Id").isEmpty() || !uri.equals("#" + key.getAttribute("Id"))) {
                throw form("no RetrievalMethod but to the EncryptedKey beside it");
            }
        }
        for (var name : List.of("EncryptedData", "EncryptedKey")) {
            if (encryptedAssertion.getElementsByTagNameNS(XENC, name).getLength() != 1) {
                throw form("one " + name);
            }
        }
    }

    private static void requireCipherValue(Element encrypted) {
        var cipher = children(only(children(encrypted), XENC, "CipherData"));
        var value = only(cipher, XENC, "CipherValue");
        for (Node node = value.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() != Node.TEXT_NODE) {
                throw form("plain text in CipherValue");
            }
        }
    }

    private static Element method(Element encrypted) {
        return only(children(encrypted), XENC, "EncryptionMethod");
    }

    private static Element only(List<Element> elements, String namespace, String name) {
        var found = named(elements, namespace, name);
        if (found.size() != 1) {
            throw form("one " + name);
        }
        return found.get(0);
    }

    private static List<Element> optional(List<Element> elements, String namespace, String name) {
        var found = named(elements, namespace, name);
        if (found.size() > 1) {
            throw form("one " + name);
        }
        return found;
    }

    private static List<Element> named(List<Element> elements, String namespace, String name) {
        return elements.stream()
                .filter(element -> namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName()))
                .toList();
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Refused form(String expected) {
        return Reason.ENCRYPTION_FORM.refuse(expected, "another form");
    }
}
