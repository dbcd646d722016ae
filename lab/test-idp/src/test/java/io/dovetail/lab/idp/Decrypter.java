package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.List;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.encryption.XMLEncryptionException;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What Apache Santuario makes of the ciphertexts in a message, with every precaution switched off. */
public final class Decrypter {

    static {
        Init.init();
    }

    private final PrivateKey key;

    public Decrypter(IdpKeys serviceProvider) {
        this.key = serviceProvider.privateKey();
    }

    /** Puts the plaintext in the place of the first EncryptedData, with the first EncryptedKey of its element. */
    public void decryptFirst(Document document) throws XMLSecurityException {
        try {
            forFirst(document).doFinal(document, first(document));
        } catch (XMLSecurityException e) {
            throw e;
        } catch (Exception e) {
            throw new XMLEncryptionException(e);
        }
    }

    /** The plaintext of the first EncryptedData as it is, XML or not. */
    public String textOfFirst(Document document) throws XMLSecurityException {
        return new String(forFirst(document).decryptToByteArray(first(document)), StandardCharsets.UTF_8);
    }

    private static Element first(Document document) {
        return Xml.descendants(document, Names.XENC, "EncryptedData").get(0);
    }

    private XMLCipher forFirst(Document document) throws XMLSecurityException {
        Element data = first(document);
        Element holder = (Element) data.getParentNode();
        Element wrapped = Xml.descendants(holder, Names.XENC, "EncryptedKey").get(0);
        XMLCipher cipher = XMLCipher.getInstance();
        cipher.init(XMLCipher.DECRYPT_MODE, null);
        String algorithm =
                cipher.loadEncryptedData(document, data).getEncryptionMethod().getAlgorithm();
        EncryptedKey encryptedKey = cipher.loadEncryptedKey(document, wrapped);
        XMLCipher unwrapping = XMLCipher.getInstance();
        unwrapping.init(XMLCipher.UNWRAP_MODE, key);
        XMLCipher content = XMLCipher.getInstance();
        content.init(XMLCipher.DECRYPT_MODE, unwrapping.decryptKey(encryptedKey, algorithm));
        return content;
    }

    /** Decrypts whatever there is, and what comes to light, until nothing is encrypted any more. */
    public void decryptAll(Document document) throws XMLSecurityException {
        Xml.descendants(document, "*", "Ciphertext").forEach(element -> element.setIdAttribute("ID", true));
        while (!Xml.descendants(document, Names.XENC, "EncryptedData").isEmpty()) {
            decryptFirst(document);
        }
    }

    /** The algorithms that the first EncryptedData and its EncryptedKey name. */
    static List<String> algorithms(Document document) {
        return Xml.descendants(document, Names.XENC, "EncryptionMethod").stream()
                .map(method -> method.getAttribute("Algorithm"))
                .toList();
    }
}
