package io.dovetail.sso.saml.metadata;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.signature.X509Data;

/**
 * The keys by which a provider signs, as its metadata list them.
 *
 * <p>Strangers' answers are tried with each of them, so that neither their number nor the work of one is without bound.
 */
final class SigningKeys {
    private static final int MOST = 20;
    private static final int SMALLEST_RSA_BITS = 2_048;
    private static final int LARGEST_RSA_BITS = 8_192;
    private static final int LARGEST_EXPONENT_BITS = 64;
    private static final int SMALLEST_EC_BITS = 256;

    private SigningKeys() {}

    /** No {@code use} means both uses; encryption keys are passed over (security.md I5), and so are weak ones. */
    static List<X509Certificate> of(IDPSSODescriptor provider) throws MetadataRefused {
        var all = new LinkedHashSet<X509Certificate>();
        for (var descriptor : provider.getKeyDescriptors()) {
            if (descriptor.getUse() != UsageType.ENCRYPTION && descriptor.getKeyInfo() != null) {
                for (var data : descriptor.getKeyInfo().getX509Datas()) {
                    certificate(data).ifPresent(all::add);
                    if (all.size() > MOST) {
                        throw new MetadataRefused(MetadataReason.TOO_MANY_KEYS);
                    }
                }
            }
        }
        if (all.isEmpty()) {
            throw new MetadataRefused(MetadataReason.NO_KEY);
        }
        for (var certificate : all) {
            requireBounded(certificate);
        }
        var strong = all.stream().filter(SigningKeys::isStrong).toList();
        if (strong.isEmpty()) {
            throw new MetadataRefused(MetadataReason.WEAK_KEY);
        }
        return strong;
    }

    /** The first is the key's own; authorities that follow it would sign for anyone (XML Signature 4.5.4). */
    static Optional<X509Certificate> certificate(X509Data data) throws MetadataRefused {
        if (data.getX509Certificates().isEmpty()) {
            return Optional.empty();
        }
        var text = Objects.requireNonNullElse(data.getX509Certificates().get(0).getValue(), "");
        try {
            var encoded = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
            var factory = CertificateFactory.getInstance("X.509");
            return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            throw new MetadataRefused(MetadataReason.CERTIFICATE_UNREADABLE);
        }
    }

    /** Far larger ones the JDK itself refuses to read. */
    static void requireBounded(X509Certificate certificate) throws MetadataRefused {
        var isTooLarge = certificate.getPublicKey() instanceof RSAPublicKey rsa
                && (rsa.getModulus().bitLength() > LARGEST_RSA_BITS
                        || rsa.getPublicExponent().bitLength() > LARGEST_EXPONENT_BITS);
        if (isTooLarge) {
            throw new MetadataRefused(MetadataReason.KEY_TOO_LARGE);
        }
    }

    /** A key of the algorithm RSASSA-PSS is one of RSA as well, but no signature that we accept verifies by it. */
    private static boolean isStrong(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        return (key instanceof RSAPublicKey rsa
                        && "RSA".equals(rsa.getAlgorithm())
                        && rsa.getModulus().bitLength() >= SMALLEST_RSA_BITS)
                || (key instanceof ECPublicKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() >= SMALLEST_EC_BITS);
    }
}
