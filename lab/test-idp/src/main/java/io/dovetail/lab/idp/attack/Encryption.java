package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.xml.Names;
import java.security.cert.X509Certificate;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.keys.KeyInfo;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Encrypts an Assertion: AES-256-GCM under RSA-OAEP. */
final class Encryption {

    static {
        Init.init();
    }

    private Encryption() {}

    /** Replaces an Assertion by an EncryptedAssertion for the holder of a certificate. */
    static void encrypt(Element assertion, X509Certificate certificate) {
        Document document = assertion.getOwnerDocument();
        Element encrypted = document.createElementNS(Names.SAML, "saml:EncryptedAssertion");
        assertion.getParentNode().replaceChild(encrypted, assertion);
        encrypted.appendChild(assertion);
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            SecretKey secret = generator.generateKey();
            XMLCipher wrapping = XMLCipher.getInstance(XMLCipher.RSA_OAEP);
            wrapping.init(XMLCipher.WRAP_MODE, certificate.getPublicKey());
            EncryptedKey key = wrapping.encryptKey(document, secret);
            XMLCipher cipher = XMLCipher.getInstance(XMLCipher.AES_256_GCM);
            cipher.init(XMLCipher.ENCRYPT_MODE, secret);
            EncryptedData data = cipher.getEncryptedData();
            KeyInfo keyInfo = new KeyInfo(document);
            keyInfo.add(key);
            data.setKeyInfo(keyInfo);
            cipher.doFinal(document, assertion);
        } catch (Exception e) {
            throw new IllegalStateException("The Assertion could not be encrypted", e);
        }
    }
}
