package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.SignedParts;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the check knows of the service provider and of how it answers.
 *
 * @param start the address at which a sign-in begins
 * @param accepted finds addresses or pages that mean: signed in
 * @param refused finds addresses or pages that mean: refused, where the status does not say so
 * @param sign what the honest responses sign
 * @param required what must be signed, if the service provider demands more than either part
 * @param skew the clock difference that it forgives
 * @param patience for one answer
 * @param ssoUrl what metadata name as the provider's sign-in address; nobody opens it
 * @param second another connection of the same product, if the run has one
 * @param metadataImport how the product imports metadata, if the run says so
 */
public record Setting(
        ServiceProvider serviceProvider,
        String idpEntityId,
        ProviderKeys keys,
        URI start,
        Pattern accepted,
        Optional<Pattern> refused,
        WhoSignedIn who,
        SentNames names,
        SignedParts sign,
        Optional<SignedParts> required,
        Duration skew,
        Duration patience,
        String ssoUrl,
        Optional<SecondConnection> second,
        Optional<MetadataImport> metadataImport) {

    /** A ticket of Dovetail, an authorization code, or the pages that a person sees first at Keycloak as a broker. */
    public static final Pattern USUALLY_ACCEPTED =
            Pattern.compile("/auth/complete\\?ticket=|[?&]code=|kc-idp-review-profile-form|kc-idp-link-confirm");

    /** With one connection and no call that imports metadata. */
    public Setting(
            ServiceProvider serviceProvider,
            String idpEntityId,
            ProviderKeys keys,
            URI start,
            Pattern accepted,
            Optional<Pattern> refused,
            WhoSignedIn who,
            SentNames names,
            SignedParts sign,
            Optional<SignedParts> required,
            Duration skew,
            Duration patience) {
        this(
                serviceProvider,
                idpEntityId,
                keys,
                start,
                accepted,
                refused,
                who,
                names,
                sign,
                required,
                skew,
                patience,
                "http://127.0.0.1:9/sso",
                Optional.empty(),
                Optional.empty());
    }

    public Setting withSecond(SecondConnection value) {
        return with(serviceProvider, keys, start, Optional.of(value), metadataImport, ssoUrl);
    }

    /** @param signInAddress the one that was imported before, so that another one means another provider */
    public Setting withImport(MetadataImport value, String signInAddress) {
        return with(serviceProvider, keys, start, second, Optional.of(value), signInAddress);
    }

    /** As the second connection would be checked alone. */
    Optional<Setting> ofSecond() {
        return second.map(other -> with(
                other.serviceProvider(),
                other.keys()
                        .map(theirs -> new ProviderKeys(theirs, Optional.empty()))
                        .orElse(keys),
                other.start(),
                Optional.empty(),
                Optional.empty(),
                ssoUrl));
    }

    private Setting with(
            ServiceProvider provider,
            ProviderKeys trusted,
            URI begin,
            Optional<SecondConnection> other,
            Optional<MetadataImport> importing,
            String signInAddress) {
        return new Setting(
                provider,
                idpEntityId,
                trusted,
                begin,
                accepted,
                refused,
                who,
                names,
                sign,
                required,
                skew,
                patience,
                signInAddress,
                other,
                importing);
    }
}
