package io.dovetail.sso.connection;

import io.dovetail.sso.saml.response.AttributeNames;
import io.dovetail.sso.saml.response.ExpiredCertificates;
import io.dovetail.sso.saml.response.RequiredSignature;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/sso/{company}}; exactly one of the two metadata fields is given. */
record SaveDraftRequest(
        @Nullable Provider provider,

        @Schema(description = "https; either this or `metadataXml`")
        @Nullable
        @Size(max = 2_000)
        @Pattern(regexp = SaveDraftRequest.ONE_LINE)
        String metadataUrl,

        @Schema(description = "The metadata itself; either this or `metadataUrl`") @Nullable @Size(max = 1_048_576)
        String metadataXml,

        @Schema(
                description =
                        "The entity ID of the provider that is meant, where the metadata describe several; it must"
                                + " be among them")
        @Nullable
        @Size(max = 1_024)
        @Pattern(regexp = SaveDraftRequest.ONE_LINE)
        String metadataEntityId,

        @Schema(
                description =
                        "`first_name`, `last_name`, `saml_id`: the names under which the provider sends them; those very names by default")
        @Nullable
        Map<
                        @Pattern(
                                regexp = "first_name|last_name|saml_id",
                                message = "must be first_name, last_name or saml_id")
                        String,
                        @NotBlank @Size(max = 200) @Pattern(regexp = SaveDraftRequest.ONE_LINE) String>
                attributes,

        @Schema(description = "How far the clocks may differ, in seconds; 180 by default") @Nullable @Min(0) @Max(600)
        Integer clockSkewSeconds,

        @Schema(description = "What becomes of an answer that nobody asked for; RESTART by default") @Nullable
        IdpInitiated idpInitiated,

        @Schema(description = "What the provider must sign; EITHER by default") @Nullable
        RequiredSignature requiredSignature,

        @Schema(
                description = "What becomes of answers whose key's certificate is past its end; ACCEPT by default,"
                        + " with a warning")
        @Nullable
        ExpiredCertificates expiredCertificates,

        @Schema(description = "An SP entity ID for this company alone; the public URL by default")
        @Nullable
        @Size(min = 1, max = 1_024)
        @Pattern(regexp = SaveDraftRequest.ONE_LINE)
        String ownEntityId,

        @Schema(
                description =
                        "Whether our requests are signed even if the provider's metadata does not ask for it; false by default")
        @Nullable
        Boolean signRequests,

        @Schema(
                description =
                        "Whether our metadata offers a key to encrypt assertions to; false by default. Plain ones are taken as well")
        @Nullable
        Boolean encryptAssertions,

        @Schema(description = "The provider changed, and each `saml_id` still means the same person") @Nullable
        Boolean samePeople) {

    /** No control characters (PostgreSQL refuses U+0000) and no half of a surrogate pair. */
    private static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}]*";

    Draft draft() {
        var names = Objects.requireNonNullElse(attributes, Map.<String, String>of());
        var defaults = AttributeNames.DEFAULT;
        return new Draft(
                Objects.requireNonNullElse(provider, Provider.NONE),
                blankAsNull(metadataUrl),
                blankAsNull(metadataXml),
                metadataEntityId == null || metadataEntityId.isBlank() ? null : metadataEntityId,
                new AttributeNames(
                        names.getOrDefault("first_name", defaults.firstName()),
                        names.getOrDefault("last_name", defaults.lastName()),
                        names.getOrDefault("saml_id", defaults.samlId())),
                Objects.requireNonNullElse(clockSkewSeconds, 180),
                Objects.requireNonNullElse(idpInitiated, IdpInitiated.RESTART),
                Objects.requireNonNullElse(requiredSignature, RequiredSignature.EITHER),
                Objects.requireNonNullElse(expiredCertificates, ExpiredCertificates.ACCEPT),
                blankAsNull(ownEntityId),
                Boolean.TRUE.equals(signRequests),
                Boolean.TRUE.equals(encryptAssertions),
                Boolean.TRUE.equals(samePeople));
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
