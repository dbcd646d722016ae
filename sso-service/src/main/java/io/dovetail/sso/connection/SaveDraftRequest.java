package io.dovetail.sso.connection;

import io.dovetail.sso.saml.response.AttributeNames;
import io.dovetail.sso.saml.response.RequiredSignature;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/sso/{company}}; exactly one of the two metadata fields is given.
 *
 * @param attributes under {@code first_name}, {@code last_name} and {@code saml_id}: the names under which the provider
 *     sends them; default those very names
 * @param clockSkewSeconds 0 to 600, default 180
 * @param ownEntityId an SP entity ID for this company alone, default the public URL
 * @param samePeople keeps the source although the provider changed: the same saml_id still means the same person
 */
record SaveDraftRequest(
        @Nullable Provider provider,
        @Nullable @Size(max = 2_000) String metadataUrl,
        @Nullable @Size(max = 1_048_576) String metadataXml,

        @Nullable
        Map<
                        @Pattern(
                                regexp = "first_name|last_name|saml_id",
                                message = "must be first_name, last_name or saml_id")
                        String,
                        @Size(min = 1, max = 200) String>
                attributes,

        @Nullable @Min(0) @Max(600) Integer clockSkewSeconds,
        @Nullable IdpInitiated idpInitiated,
        @Nullable RequiredSignature requiredSignature,
        @Nullable @Size(min = 1, max = 1_024) String ownEntityId,
        @Nullable Boolean samePeople) {

    Draft draft() {
        var names = Objects.requireNonNullElse(attributes, Map.<String, String>of());
        var defaults = AttributeNames.DEFAULT;
        return new Draft(
                Objects.requireNonNullElse(provider, Provider.NONE),
                blankAsNull(metadataUrl),
                blankAsNull(metadataXml),
                new AttributeNames(
                        names.getOrDefault("first_name", defaults.firstName()),
                        names.getOrDefault("last_name", defaults.lastName()),
                        names.getOrDefault("saml_id", defaults.samlId())),
                Objects.requireNonNullElse(clockSkewSeconds, 180),
                Objects.requireNonNullElse(idpInitiated, IdpInitiated.RESTART),
                Objects.requireNonNullElse(requiredSignature, RequiredSignature.EITHER),
                blankAsNull(ownEntityId),
                Boolean.TRUE.equals(samePeople));
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
