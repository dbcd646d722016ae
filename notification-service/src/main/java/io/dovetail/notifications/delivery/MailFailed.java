package io.dovetail.notifications.delivery;

import java.util.UUID;

/** Data of {@code dovetail.mail-failed.v1}: a mail will not arrive. */
public record MailFailed(
        UUID companyId, UUID userId, UUID deliveryId, String kind, UUID causeEventId, int tries, String lastAnswer) {}
