package io.dovetail.sso.saml.response;

import io.dovetail.sso.saml.OpenSaml;
import java.security.Key;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.encryption.XMLEncryptionException;
import org.w3c.dom.Document;

/**
 * Decrypts an assertion whose form was checked (XML Encryption 1.1).
 *
 * <p>Every failure is the same refusal, and a key that can't be unwrapped is replaced by a random one: which step
 * failed shows neither in the answer nor in the time it takes (security.md B10).
 */
final class Decryption {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Our present key, and during a rotation a second one. */
    private final List<PrivateKey> keys;

    Decryption(List<PrivateKey> keys) {
        this.keys = keys;
    }

    /** @return the content as a document of its own; of what it is made has still to be checked */
    Document decrypt(EncryptedForm form) {
        try {
            var cipher = XMLCipher.getInstance(form.contentAlgorithm());
            cipher.setSecureValidation(true);
            cipher.init(XMLCipher.DECRYPT_MODE, contentKey(form));
            return OpenSaml.parse(cipher.decryptToByteArray(form.data()));
        } catch (XMLEncryptionException | XMLParserException | RuntimeException notForUs) {
            throw Reason.DECRYPTION_FAILED.refuse("content that our key opens", "content that it does not open");
        }
    }

    private Key contentKey(EncryptedForm form) {
        for (var key : keys) {
            try {
                var cipher = XMLCipher.getInstance();
                cipher.setSecureValidation(true);
                cipher.init(XMLCipher.UNWRAP_MODE, key);
                var encrypted = cipher.loadEncryptedKey(form.key().getOwnerDocument(), form.key());
                var unwrapped = cipher.decryptKey(encrypted, form.contentAlgorithm());
                if (unwrapped.getEncoded().length * 8 == form.contentBits()) {
                    return unwrapped;
                }
            } catch (XMLEncryptionException | RuntimeException notWithThisKey) {
                // the other key of a rotation may open it
            }
        }
        var random = new byte[form.contentBits() / 8];
        RANDOM.nextBytes(random);
        return new SecretKeySpec(random, "AES");
    }
}
