package io.dovetail.sso.saml.response;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What of a connection the check needs.
 *
 * @param acsUrl this company's address, which Destination and Recipient must be, character by character
 * @param certificates of every key that is trusted now; the certificate itself proves nothing
 * @param clockSkew 0 to 10 minutes
 * @param decryptionKeys what assertions may be encrypted to, the present key first; none: none may be encrypted. Asked
 *     for only when one is
 */
public record ConnectionTrust(
        String spEntityId,
        String acsUrl,
        String idpEntityId,
        List<X509Certificate> certificates,
        AttributeNames attributes,
        Duration clockSkew,
        RequiredSignature requiredSignature,
        ExpiredCertificates expiredCertificates,
        Supplier<List<PrivateKey>> decryptionKeys) {

    /** No connection forgives more. */
    public static final Duration LARGEST_SKEW = Duration.ofMinutes(10);

    public ConnectionTrust {
        certificates = List.copyOf(certificates);
    }
}
