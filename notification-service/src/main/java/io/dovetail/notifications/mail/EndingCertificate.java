package io.dovetail.notifications.mail;

import java.time.Instant;

/** A certificate of a company's provider that ends soon. */
public record EndingCertificate(String subject, String fingerprint, Instant endsAt) {}
