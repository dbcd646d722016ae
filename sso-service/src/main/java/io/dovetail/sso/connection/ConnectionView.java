package io.dovetail.sso.connection;

import io.dovetail.sso.keys.Certificate;
import io.dovetail.sso.keys.RefreshState;
import io.dovetail.sso.saml.response.ExpiredCertificates;
import io.dovetail.sso.saml.response.RequiredSignature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    record Copy(
            String companyId,

            @Schema(description = "The draft's, where there is one")
            String spEntityId,

            String acsUrl,

            @Schema(description = "Our metadata as they count now; what the provider of the version in use reads")
            String spMetadataUrl,

            @Schema(
                    description =
                            "Our metadata as they will be once the draft is applied; null where they are the same")
            @Nullable
            String draftSpMetadataUrl,

            List<String> attributes) {}

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
            RequiredSignature requiredSignature,
            @Nullable String ownEntityId,

            @Schema(description = "Whether requests are signed because it was chosen; see also signsRequests")
            boolean signRequests,

            @Schema(description = "Whether requests are signed: chosen, or asked for by the provider's metadata")
            boolean signsRequests,

            @Schema(description = "Whether our metadata offers a key to encrypt assertions to")
            boolean encryptAssertions,

            Instant savedAt,

            @Schema(description = "The keys that answers are checked with now")
            List<Certificate> keys,

            @Schema(
                    description = "How fresh the metadata are; null where they came without an address, and in the list"
                            + " of versions")
            @Nullable
            RefreshState refresh) {

        static VersionView of(ConnectionVersion version, List<X509Certificate> certificates) {
            return of(version, certificates, Optional.empty());
        }

        static VersionView of(
                ConnectionVersion version, List<X509Certificate> certificates, Optional<RefreshState> refresh) {
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
                    version.requiredSignature(),
                    version.ownEntityId().orElse(null),
                    version.isSigningChosen(),
                    version.signsRequests(),
                    version.offersEncryption(),
                    version.savedAt(),
                    Certificate.of(certificates),
                    refresh.orElse(null));
        }
    }

    /** Versions, newest first; {@code next} is the cursor of the page after. */
    @Schema(name = "VersionPage")
    record VersionPage(List<VersionView> items, @Nullable Integer next) {}
}
