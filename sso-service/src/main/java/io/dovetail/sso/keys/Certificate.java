package io.dovetail.sso.keys;

import io.dovetail.sso.saml.Certificates;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider's certificate, as people tell it from others. */
public record Certificate(
        @Schema(description = "SHA-256 of the certificate, in hexadecimal")
        String fingerprint,

        @Schema(description = "Whom it names, at most 200 characters of it")
        String subject,

        Instant notBefore,

        @Schema(description = "The certificate's end") Instant notAfter) {
    private static final int LONGEST = 200;

    public static Certificate of(X509Certificate certificate) {
        return new Certificate(
                Certificates.fingerprint(certificate),
                plain(certificate.getSubjectX500Principal().getName()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    public static List<Certificate> of(List<X509Certificate> certificates) {
        return certificates.stream().map(Certificate::of).toList();
    }

    /** Whoever made the certificate chose the name: no line breaks, nothing that a database refuses. */
    private static String plain(String name) {
        var line = name.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
