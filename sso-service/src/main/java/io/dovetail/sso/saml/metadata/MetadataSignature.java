package io.dovetail.sso.saml.metadata;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;

/**
 * Finds files that were changed after they were signed (security.md I9).
 *
 * <p>Nobody is trusted for a signature: it must fit the certificate that it carries, and one that carries none that can
 * be read is no better than none.
 */
final class MetadataSignature {
    private MetadataSignature() {}

    static void check(SignableSAMLObject part) throws MetadataRefused {
        var signature = part.getSignature();
        if (signature == null) {
            return;
        }
        var certificate = certificate(signature.getKeyInfo());
        if (certificate.isEmpty()) {
            return;
        }
        SigningKeys.requireBounded(certificate.get());
        try {
            new SAMLSignatureProfileValidator().validate(signature);
            SignatureValidator.validate(signature, new BasicX509Credential(certificate.get()));
        } catch (SignatureException | RuntimeException bad) {
            // Not even a signature's form is certain: no schema was asked
            throw new MetadataRefused(MetadataReason.SIGNATURE_BAD);
        }
    }

    /** Nobody bounds what a DSA key may cost. */
    private static boolean isVerifiable(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        return key instanceof RSAPublicKey || key instanceof ECPublicKey;
    }

    private static Optional<X509Certificate> certificate(@Nullable KeyInfo keyInfo) {
        if (keyInfo == null || keyInfo.getX509Datas().isEmpty()) {
            return Optional.empty();
        }
        try {
            return SigningKeys.certificate(keyInfo.getX509Datas().get(0)).filter(MetadataSignature::isVerifiable);
        } catch (MetadataRefused unreadable) {
            return Optional.empty();
        }
    }
}
