package io.dovetail.sso.connection;

import io.dovetail.sso.saml.response.ExpiredCertificates;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api/sso/{company}} answers. */
record ConnectionView(
        UUID companyId,
        SingleSignOn state,

        @Schema(description = "When a trial without a session rolls back by itself; null when nothing will") @Nullable
        Instant trialEndsAt,

        @Schema(description = "Whether the operator lets the company have single sign-on")
        boolean allowed,

        Copy copy,
        @Nullable VersionView draft,
        @Nullable VersionView current) {

    /** What the administrator copies to the provider. */
    record Copy(String companyId, String spEntityId, String acsUrl, String spMetadataUrl, List<String> attributes) {}

    /** One version and what was read from its metadata. */
    record VersionView(
            int version,
            Provider provider,
            @Nullable String metadataUrl,
            String idpEntityId,
            String ssoUrl,

            @Schema(description = "Whose identities these are; bindings hold for one source")
            UUID source,

            Map<String, String> attributes,
            long clockSkewSeconds,
            IdpInitiated idpInitiated,
            ExpiredCertificates expiredCertificates,
            Instant savedAt,
            List<KeyView> keys) {

        static VersionView of(ConnectionVersion version, List<X509Certificate> certificates) {
            return new VersionView(
                    version.version(),
                    version.provider(),
                    version.metadataUrl().orElse(null),
                    version.idpEntityId(),
                    version.ssoUrl().toString(),
                    version.source(),
                    Map.of(
                            "first_name", version.attributes().firstName(),
                            "last_name", version.attributes().lastName(),
                            "saml_id", version.attributes().samlId()),
                    version.clockSkew().toSeconds(),
                    version.idpInitiated(),
                    version.expiredCertificates(),
                    version.savedAt(),
                    certificates.stream().map(KeyView::of).toList());
        }
    }

    /** Versions, newest first; {@code next} is the cursor of the page after. */
    @Schema(name = "VersionPage")
    record VersionPage(List<VersionView> items, @Nullable Integer next) {}

    /** A trusted key: SHA-256 over its certificate, and the certificate's end. */
    record KeyView(
            @Schema(description = "SHA-256 of the certificate, in hexadecimal")
            String fingerprint,

            @Schema(description = "The certificate's end") Instant notAfter) {
        static KeyView of(X509Certificate certificate) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
                return new KeyView(
                        HexFormat.of().formatHex(digest),
                        certificate.getNotAfter().toInstant());
            } catch (CertificateEncodingException | NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
