package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.keys.content.X509Data;
import org.apache.xml.security.utils.EncryptionConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * How an Assertion is encrypted for a service provider; each {@code with…} answers a changed copy.
 *
 * @param key the service provider's
 * @param certificate what the KeyInfo of EncryptedKey shows, or null for no KeyInfo there
 */
public record Encryption(
        PublicKey key,
        @Nullable X509Certificate certificate,
        KeyTransport keyTransport,
        ContentCipher contentCipher,
        KeyPlace keyPlace) {

    static {
        Init.init();
    }

    /** AES-256-GCM under RSA-OAEP, the key in KeyInfo, for the holder of a certificate. */
    public static Encryption to(X509Certificate certificate) {
        return to(certificate.getPublicKey()).withCertificate(certificate);
    }

    /** As above, for the holder of a key. */
    public static Encryption to(PublicKey key) {
        return new Encryption(key, null, KeyTransport.RSA_OAEP_SHA1, ContentCipher.AES_256_GCM, KeyPlace.INSIDE);
    }

    public Encryption withCertificate(@Nullable X509Certificate value) {
        return new Encryption(key, value, keyTransport, contentCipher, keyPlace);
    }

    public Encryption withKeyTransport(KeyTransport value) {
        return new Encryption(key, certificate, value, contentCipher, keyPlace);
    }

    public Encryption withContentCipher(ContentCipher value) {
        return new Encryption(key, certificate, keyTransport, value, keyPlace);
    }

    public Encryption withKeyPlace(KeyPlace value) {
        return new Encryption(key, certificate, keyTransport, contentCipher, value);
    }

    /**
     * Replaces an Assertion, or whatever else stands there, by an EncryptedAssertion.
     *
     * @param recipient the entity id that a key {@link KeyPlace#BESIDE} names
     * @return the EncryptedAssertion
     */
    public Element encrypt(Element part, String recipient) {
        inherit(part);
        return replace(part, recipient, (cipher, encrypted) -> {
            encrypted.appendChild(part);
            cipher.doFinal(part.getOwnerDocument(), part);
        });
    }

    /** As above, but what is encrypted is a text of one's own, which need not be XML. */
    public Element encryptText(Element part, String text, String recipient) {
        InputStream octets = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return replace(part, recipient, (cipher, encrypted) -> {
            EncryptedData data = cipher.encryptData(part.getOwnerDocument(), EncryptionConstants.TYPE_ELEMENT, octets);
            encrypted.appendChild(cipher.martial(data));
        });
    }

    /** Encrypts into the element that has taken the part's place. */
    @FunctionalInterface
    private interface Content {
        void encryptInto(XMLCipher cipher, Element encrypted) throws Exception;
    }

    private Element replace(Element part, String recipient, Content content) {
        Document document = part.getOwnerDocument();
        String prefix = part.lookupPrefix(Names.SAML);
        Element encrypted = document.createElementNS(
                Names.SAML, prefix == null ? "EncryptedAssertion" : prefix + ":EncryptedAssertion");
        encrypted.setAttributeNS(Names.XMLNS, prefix == null ? "xmlns" : "xmlns:" + prefix, Names.SAML);
        part.getParentNode().replaceChild(encrypted, part);
        try {
            SecretKey secret = secret();
            XMLCipher cipher = XMLCipher.getInstance(contentCipher.algorithm());
            cipher.init(XMLCipher.ENCRYPT_MODE, secret);
            EncryptedData data = cipher.getEncryptedData();
            data.setId(SamlIds.next());
            EncryptedKey wrapped = wrapped(document, secret);
            if (keyPlace == KeyPlace.INSIDE) {
                KeyInfo keyInfo = new KeyInfo(document);
                keyInfo.add(wrapped);
                data.setKeyInfo(keyInfo);
            }
            content.encryptInto(cipher, encrypted);
            if (keyPlace == KeyPlace.BESIDE) {
                wrapped.setRecipient(recipient);
                encrypted.appendChild(cipher.martial(document, wrapped));
            }
            return encrypted;
        } catch (Exception e) {
            throw new IllegalStateException("The Assertion could not be encrypted", e);
        }
    }

    /** Decrypted text is read alone: the prefixes that it uses must be declared in it. */
    private static void inherit(Element part) {
        for (Node around = part.getParentNode(); around instanceof Element; around = around.getParentNode()) {
            NamedNodeMap attributes = around.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Node attribute = attributes.item(i);
                if (Names.XMLNS.equals(attribute.getNamespaceURI()) && !part.hasAttribute(attribute.getNodeName())) {
                    part.setAttributeNS(Names.XMLNS, attribute.getNodeName(), attribute.getNodeValue());
                }
            }
        }
    }

    private SecretKey secret() throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance(contentCipher.key());
        generator.init(contentCipher.bits());
        return generator.generateKey();
    }

    private EncryptedKey wrapped(Document document, SecretKey secret) throws XMLSecurityException {
        XMLCipher cipher = XMLCipher.getInstance(keyTransport.algorithm(), null, keyTransport.digest());
        cipher.init(XMLCipher.WRAP_MODE, key);
        EncryptedKey wrapped = cipher.encryptKey(document, secret, keyTransport.mask(), null);
        wrapped.setId(SamlIds.next());
        if (certificate != null) {
            X509Data data = new X509Data(document);
            data.addCertificate(certificate);
            KeyInfo keyInfo = new KeyInfo(document);
            keyInfo.add(data);
            wrapped.setKeyInfo(keyInfo);
        }
        return wrapped;
    }
}
