package io.dovetail.sso.saml.response;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Every signature in the document must be the direct child of the response or the assertion, and verify with a key that
 * the connection trusts; keys inside the message are never looked at (security.md A, B).
 */
final class Signatures {
    private static final int WEAKEST_RSA_BITS = 2_048;
    private static final int WEAKEST_EC_BITS = 256;

    private final ConnectionTrust trust;
    private final Instant now;
    private final List<X509Certificate> strong;
    private final List<X509Certificate> signers = new ArrayList<>();

    /** Of several certificates of one key, the one that lasts longest speaks for it. */
    Signatures(ConnectionTrust trust, Instant now) {
        this.trust = trust;
        this.now = now;
        this.strong = trust.certificates().stream()
                .filter(certificate -> isStrong(certificate.getPublicKey()))
                .sorted(Comparator.comparing(X509Certificate::getNotAfter).reversed())
                .toList();
    }

    /** Opens the envelope: every signature in it must verify, the outer one before anything is decrypted. */
    Message verify(Envelope envelope) {
        return envelope.isEncrypted() ? verifyEncrypted(envelope) : verifyPlain(envelope);
    }

    /** The certificates of the keys that signed, one or two. */
    List<X509Certificate> signers() {
        return signers;
    }

    private Message verifyPlain(Envelope envelope) {
        var message = envelope.message();
        requireLawfulPlaces(envelope.document(), message.response(), message.assertion());
        verify(message.response());
        verify(message.assertion());
        requireWhatIsRequired(message);
        return message;
    }

    private Message verifyEncrypted(Envelope envelope) {
        var response = envelope.response();
        var keys = trust.decryptionKeys().get();
        if (keys.isEmpty()) {
            throw Reason.ENCRYPTION_OFF.refuse("a plain assertion", "an encrypted one");
        }
        requireLawfulPlaces(envelope.document(), response);
        verify(response);
        if (!response.isSigned() && trust.requiredSignature().includesResponse()) {
            throw notTheRequired("an unsigned response");
        }
        var form = EncryptedForm.of(envelope.carried(), response.isSigned());
        var decrypted = new Decryption(keys).decrypt(form);
        var message = new Message(response, DecryptedAssertion.read(decrypted, envelope.document()));
        requireLawfulPlaces(decrypted, message.assertion());
        verify(message.assertion());
        requireWhatIsRequired(message);
        return message;
    }

    /** A signature may stand once in each of these, and nowhere else. */
    private static void requireLawfulPlaces(Document document, Part... carriers) {
        var all = document.getElementsByTagNameNS(SignatureConstants.XMLSIG_NS, "Signature");
        for (var i = 0; i < all.getLength(); i++) {
            var parent = all.item(i).getParentNode();
            if (Arrays.stream(carriers).noneMatch(carrier -> carrier.element() == parent)) {
                throw Reason.SIGNATURE_MISPLACED.refuse(
                        "a child of the response or the assertion", parent == null ? "none" : parent.getNodeName());
            }
        }
        if (Arrays.stream(carriers).filter(Part::isSigned).count() != all.getLength()) {
            throw Reason.SIGNATURE_MISPLACED.refuse("at most one signature each", all.getLength() + " signatures");
        }
    }

    private void requireWhatIsRequired(Message message) {
        var response = message.response().isSigned();
        var assertion = message.assertion().isSigned();
        if (!response && !assertion) {
            throw Reason.SIGNATURE_MISSING.refuse("a signature", "none");
        }
        if ((trust.requiredSignature().includesResponse() && !response)
                || (trust.requiredSignature().includesAssertion() && !assertion)) {
            throw notTheRequired(response ? "RESPONSE" : "ASSERTION");
        }
    }

    private Refused notTheRequired(String signed) {
        return Reason.SIGNATURE_NOT_THE_REQUIRED_ONE.refuse(
                trust.requiredSignature().name(), signed);
    }

    private void verify(Part carrier) {
        carrier.signature().ifPresent(signature -> verify(signature, carrier.element()));
    }

    private void verify(Element signature, Element signed) {
        var keyAlgorithm = SignatureForm.check(signature, signed);
        if (strong.isEmpty()) {
            throw Reason.KEY_TOO_WEAK.refuse(
                    "RSA of 2048 bits or EC P-256 at least", "weaker keys only, or such for RSASSA-PSS");
        }
        var signer = signer(signature, signed, keyAlgorithm);
        if (trust.expiredCertificates() == ExpiredCertificates.REFUSE && isOver(signer, now)) {
            throw Reason.CERTIFICATE_EXPIRED.refuse(
                    "a certificate that has not ended",
                    "one that ended at " + signer.getNotAfter().toInstant());
        }
        signers.add(signer);
    }

    static boolean isOver(X509Certificate certificate, Instant now) {
        return certificate.getNotAfter().toInstant().isBefore(now);
    }

    private X509Certificate signer(Element signature, Element signed, String keyAlgorithm) {
        for (var certificate : strong) {
            var key = certificate.getPublicKey();
            if (key.getAlgorithm().equals(keyAlgorithm) && verifies(signature, signed, key)) {
                return certificate;
            }
        }
        throw Reason.SIGNATURE_INVALID.refuse(
                "one of the " + trust.certificates().size() + " trusted keys", "another key, or a changed message");
    }

    /**
     * Whether the key made the signature, and what it signed is the very element that is read.
     *
     * <p>Santuario stumbles over values that no ECDSA signature can have, hence the second exception.
     */
    private static boolean verifies(Element signature, Element signed, PublicKey key) {
        try {
            var isOfCurve = key instanceof ECPublicKey;
            var xml = new XMLSignature(signature, "", true, isOfCurve ? CurveKeys.PROVIDER : null);
            return xml.checkSignatureValue(isOfCurve ? CurveKeys.of(key) : key)
                    && xml.getSignedInfo()
                                    .item(0)
                                    .getContentsBeforeTransformation()
                                    .getSubNode()
                            == signed;
        } catch (XMLSecurityException | GeneralSecurityException | RuntimeException notThisKey) {
            return false;
        }
    }

    /** A key for RSASSA-PSS alone verifies no signature whose algorithm is allowed. */
    private static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA".equals(rsa.getAlgorithm()) && rsa.getModulus().bitLength() >= WEAKEST_RSA_BITS;
        }
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() >= WEAKEST_EC_BITS;
    }
}
