package io.dovetail.sso.saml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Certificates as they are stored and shown. */
public final class Certificates {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Certificates() {}

    /** DER. */
    public static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** DER, one after the other. */
    public static byte[] encoded(List<X509Certificate> certificates) {
        var all = new ByteArrayOutputStream();
        certificates.forEach(certificate -> all.writeBytes(encoded(certificate)));
        return all.toByteArray();
    }

    /** From the DER of one; the JDK remembers what it read before. */
    public static X509Certificate decoded(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException impossible) {
            throw unreadable(impossible);
        }
    }

    /** From the DER of several. */
    public static List<X509Certificate> allDecoded(byte[] der) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(der)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException impossible) {
            throw unreadable(impossible);
        }
    }

    private static IllegalStateException unreadable(CertificateException impossible) {
        return new IllegalStateException("a stored certificate can't be read", impossible);
    }

    /** SHA-256 of the certificate, in lower-case hexadecimal, as most providers show it. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(certificate)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** RFC 7468. */
    public static String pem(X509Certificate certificate) {
        return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(encoded(certificate))
                + "\n-----END CERTIFICATE-----\n";
    }
}
