package io.dovetail.sso.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates as the database keeps them: their DER, one after the other. */
final class StoredCertificates {
    private StoredCertificates() {}

    static byte[] bytes(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] bytes(List<X509Certificate> certificates) {
        var all = new ByteArrayOutputStream();
        certificates.forEach(certificate -> all.writeBytes(bytes(certificate)));
        return all.toByteArray();
    }

    static X509Certificate one(byte[] der) {
        return all(der).get(0);
    }

    static List<X509Certificate> all(byte[] der) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(der)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException impossible) {
            throw new IllegalStateException("a stored certificate can't be read", impossible);
        }
    }
}
