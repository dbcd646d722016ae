package io.dovetail.sso.saml.response;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Document;

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

    /** Of several certificates of one key, the one that lasts longest speaks for it. */
    Signatures(ConnectionTrust trust, Instant now) {
        this.trust = trust;
        this.now = now;
        this.strong = trust.certificates().stream()
                .filter(certificate -> isStrong(certificate.getPublicKey()))
                .sorted(Comparator.comparing(X509Certificate::getNotAfter).reversed())
                .toList();
    }

    /** @return the certificates of the keys that signed, one or two */
    List<X509Certificate> verify(Document document, Message message) {
        var response = message.response();
        var assertion = message.assertion();
        var signers = new ArrayList<X509Certificate>();
        requireLawfulPlaces(document, response, assertion);
        verify(response, signers);
        verify(assertion, signers);
        requireWhatIsRequired(response.isSigned(), assertion.isSigned());
        return signers;
    }

    private static void requireLawfulPlaces(Document document, Response response, Assertion assertion) {
        var all = document.getElementsByTagNameNS(SignatureConstants.XMLSIG_NS, "Signature");
        for (var i = 0; i < all.getLength(); i++) {
            var parent = all.item(i).getParentNode();
            if (parent != response.getDOM() && parent != assertion.getDOM()) {
                throw Reason.SIGNATURE_MISPLACED.refuse(
                        "a child of the response or the assertion", parent == null ? "none" : parent.getNodeName());
            }
        }
        var signed = (response.isSigned() ? 1 : 0) + (assertion.isSigned() ? 1 : 0);
        if (signed != all.getLength()) {
            throw Reason.SIGNATURE_MISPLACED.refuse("at most one signature each", all.getLength() + " signatures");
        }
        if (signed == 0) {
            throw Reason.SIGNATURE_MISSING.refuse("a signature", "none");
        }
    }

    private void requireWhatIsRequired(boolean response, boolean assertion) {
        var enough = switch (trust.requiredSignature()) {
            case EITHER -> true;
            case ASSERTION -> assertion;
            case RESPONSE -> response;
            case BOTH -> assertion && response;
        };
        if (!enough) {
            throw Reason.SIGNATURE_NOT_THE_REQUIRED_ONE.refuse(
                    trust.requiredSignature().name(), response ? "RESPONSE" : "ASSERTION");
        }
    }

    private void verify(SignableSAMLObject object, List<X509Certificate> signers) {
        var signature = object.getSignature();
        if (signature == null) {
            return;
        }
        var element = signature.getDOM();
        var signed = object.getDOM();
        if (element == null || signed == null) {
            throw Reason.SIGNATURE_FORM.refuse("a signature in the document", "none");
        }
        var keyAlgorithm = SignatureForm.check(element, signed);
        if (strong.isEmpty()) {
            throw Reason.KEY_TOO_WEAK.refuse("RSA of 2048 bits or EC P-256 at least", "weaker keys only");
        }
        try {
            new SAMLSignatureProfileValidator().validate(signature);
        } catch (SignatureException wrongForm) {
            throw Reason.SIGNATURE_FORM.refuse("the SAML signature profile", "another form");
        }
        var signer = signer(signature, keyAlgorithm);
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

    private X509Certificate signer(Signature signature, String keyAlgorithm) {
        for (var certificate : strong) {
            var key = certificate.getPublicKey();
            if (key.getAlgorithm().equals(keyAlgorithm) && verifies(signature, key)) {
                return certificate;
            }
        }
        throw Reason.SIGNATURE_INVALID.refuse(
                "one of the " + trust.certificates().size() + " trusted keys", "another key, or a changed message");
    }

    private static boolean verifies(Signature signature, PublicKey key) {
        try {
            SignatureValidator.validate(signature, new BasicCredential(key));
            return true;
        } catch (SignatureException notThisKey) {
            return false;
        }
    }

    private static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= WEAKEST_RSA_BITS;
        }
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() >= WEAKEST_EC_BITS;
    }
}
