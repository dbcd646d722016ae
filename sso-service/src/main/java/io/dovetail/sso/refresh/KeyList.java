package io.dovetail.sso.refresh;

import io.dovetail.sso.connection.InUse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api/sso/{company}/keys} answers: the keys that count now stand first, then those added last. */
@Schema(name = "KeyList")
record KeyList(List<Key> items) {

    /** What a version is now. */
    @Schema(name = "VersionPart")
    enum Part {
        CURRENT,
        DRAFT,
        EARLIER;

        static Part of(int version, InUse inUse) {
            if (inUse.current().filter(current -> current == version).isPresent()) {
                return CURRENT;
            }
            return inUse.includes(version) ? DRAFT : EARLIER;
        }
    }

    /** A key, by its certificate. */
    @Schema(name = "ConnectionKey")
    record Key(
            @Schema(description = "SHA-256 of the certificate, in hexadecimal")
            String fingerprint,

            String subject,
            Instant notBefore,
            Instant notAfter,

            @Schema(description = "Whether the current version or the draft trusts it now")
            boolean trusted,

            List<Use> versions) {}

    /** For which version it counts, and since when; or until when it did. */
    @Schema(name = "KeyUse")
    record Use(
            int version,
            Part part,
            Instant addedAt,

            @Schema(description = "When the provider's metadata listed it no longer; null while they do") @Nullable
            Instant endedAt) {

        boolean countsNow() {
            return part != Part.EARLIER && endedAt == null;
        }
    }
}
