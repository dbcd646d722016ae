package io.dovetail.sso.expiry;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.keys.Certificate;
import io.dovetail.sso.keys.EndingKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Tells 60, 30, 7 and 1 days before a certificate in use ends; after a pause only of the nearest of them. */
@ApplicationScoped
class WarnOfCertificates {
    private static final Logger LOG = Logger.getLogger(WarnOfCertificates.class);
    private static final int BATCH = 500;

    private final Companies companies;
    private final EndingKeys endingKeys;
    private final Outbox outbox;
    private final Clock clock;

    WarnOfCertificates(Companies companies, EndingKeys endingKeys, Outbox outbox, Clock clock) {
        this.companies = companies;
        this.endingKeys = endingKeys;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (var ending : QuarkusTransaction.requiringNew().call(() -> endingKeys.find(BATCH))) {
            QuarkusTransaction.requiringNew().run(() -> warn(ending));
        }
    }

    /** Of two replicas that come at once, one tells. */
    private void warn(EndingKeys.Ending ending) {
        if (companies.isRemoved(ending.companyId()) || !endingKeys.note(ending)) {
            return;
        }
        var certificate = ending.certificate();
        outbox.append(Event.of(
                "dovetail.sso",
                "certificate-expiring",
                ending.companyId().toString(),
                ending.companyId(),
                Actor.system(),
                clock.instant(),
                deed(ending, certificate)));
        LOG.infof("certificate ends company=%s days=%d", ending.companyId(), ending.days());
    }

    private static CertificateExpiring deed(EndingKeys.Ending ending, Certificate certificate) {
        return new CertificateExpiring(
                ending.companyId(),
                ending.version(),
                certificate.fingerprint(),
                certificate.subject(),
                certificate.notAfter(),
                ending.days());
    }
}
