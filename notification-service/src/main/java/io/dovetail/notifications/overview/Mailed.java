package io.dovetail.notifications.overview;

import io.dovetail.notifications.delivery.DeliveryState;
import io.dovetail.notifications.mail.MailKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One mail as an administrator sees it; never its link. */
public record Mailed(
        UUID id,
        MailKind kind,
        UUID userId,
        String to,
        DeliveryState state,
        @Schema(description = "How often it was taken up") int tries,

        @Schema(description = "What the mail server said to the last try that failed") @Nullable
        String lastAnswer,

        Instant queuedAt,
        @Schema(description = "While QUEUED") @Nullable Instant nextTryAt,

        @Schema(description = "When it was sent, given up or cancelled") @Nullable
        Instant settledAt) {}
