package io.dovetail.sso.keys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the provider's metadata say now and nobody has agreed to yet; what was known before goes on counting. */
public record HeldChange(
        UUID id,
        Instant heldAt,
        List<Change> changes,
        String idpEntityId,
        String ssoUrl,
        List<Certificate> keys,

        @Schema(description = "Whether it can be accepted as it is; a new draft is needed otherwise")
        boolean acceptable,

        @Schema(description = "What to do") String advice) {}
