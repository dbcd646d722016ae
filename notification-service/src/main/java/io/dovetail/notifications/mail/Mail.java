package io.dovetail.notifications.mail;

import java.util.UUID;

/** A mail that is ready to go, in both of its forms. */
public record Mail(UUID deliveryId, String to, String subject, String text, String html) {}
