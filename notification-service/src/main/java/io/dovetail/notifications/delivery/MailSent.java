package io.dovetail.notifications.delivery;

import java.util.UUID;

/** Data of {@code dovetail.mail-sent.v1}: the mail server took a mail. */
public record MailSent(UUID companyId, UUID userId, UUID deliveryId, String kind, UUID causeEventId, int tries) {}
