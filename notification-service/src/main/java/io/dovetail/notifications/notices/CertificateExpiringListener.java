package io.dovetail.notifications.notices;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that a certificate of a company's provider ends soon. */
@ApplicationScoped
class CertificateExpiringListener implements EventListener<CertificateExpiring> {
    private final TellAdministrators tell;

    CertificateExpiringListener(TellAdministrators tell) {
        this.tell = tell;
    }

    @Override
    public String type() {
        return "dovetail.certificate-expiring.v1";
    }

    @Override
    public Class<CertificateExpiring> dataType() {
        return CertificateExpiring.class;
    }

    @Override
    public void on(Received<CertificateExpiring> event) {
        tell.handle(event.data().told(event.id()));
    }
}
