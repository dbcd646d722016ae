package io.dovetail.sso.spkey;

import io.dovetail.sso.saml.Certificates;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key of ours, as an administrator sees it. */
@Schema(name = "SpKey")
record SpKeyView(
        KeyUse use,
        KeyState state,

        @Schema(description = "SHA-256 of the certificate, in hexadecimal")
        String fingerprint,

        @Schema(description = "The certificate, as PEM, for providers that take no metadata")
        String certificate,

        Instant madeAt,
        @Schema(description = "The certificate's end") Instant notAfter) {

    /** All keys of ours, the newest first. */
    @Schema(name = "SpKeys")
    record All(List<SpKeyView> items) {}

    static SpKeyView of(SpKey key) {
        return new SpKeyView(
                key.use(),
                key.state(),
                Certificates.fingerprint(key.certificate()),
                Certificates.pem(key.certificate()),
                key.madeAt(),
                key.certificate().getNotAfter().toInstant());
    }
}
