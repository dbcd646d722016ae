package io.dovetail.notifications.overview;

import io.dovetail.notifications.delivery.DeliveryState;
import io.dovetail.notifications.delivery.MailKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail as an administrator sees it; never its link.
 *
 * @param tries how often a sender took it up
 * @param lastAnswer what the mail server said to the last unsuccessful try
 * @param nextTryAt when it is tried again; null unless QUEUED
 * @param settledAt when it was sent or given up; null while QUEUED
 */
public record Mailed(
        UUID id,
        MailKind kind,
        UUID userId,
        String to,
        DeliveryState state,
        int tries,
        @Nullable String lastAnswer,
        Instant queuedAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant settledAt) {}
