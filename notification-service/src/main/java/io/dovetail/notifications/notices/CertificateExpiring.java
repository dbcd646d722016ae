package io.dovetail.notifications.notices;

import io.dovetail.notifications.mail.EndingCertificate;
import io.dovetail.notifications.mail.Occasion;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of the event {@code dovetail.certificate-expiring.v1}. */
record CertificateExpiring(UUID companyId, String fingerprint, String subject, Instant notAfter) {
    CertificateExpiring {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(notAfter);
    }

    TellAdministrators.Command told(UUID eventId) {
        return new TellAdministrators.Command(
                eventId,
                companyId,
                Occasion.CERTIFICATE_EXPIRING,
                null,
                null,
                null,
                new EndingCertificate(subject, fingerprint, notAfter));
    }
}
