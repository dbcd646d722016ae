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
        Duration patience) {

    /** A ticket of Dovetail, an authorization code, or the pages that a person sees first at Keycloak as a broker. */
    public static final Pattern USUALLY_ACCEPTED =
            Pattern.compile("/auth/complete\\?ticket=|[?&]code=|kc-idp-review-profile-form|kc-idp-link-confirm");
}
