package io.dovetail.notifications.notices;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.notifications.delivery.CancelDelivery;
import io.dovetail.notifications.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Tells administrators that single sign-on went off, and nothing more of the mails of jobs begun before: their links
 * are dead.
 */
@ApplicationScoped
class TellOfSwitchOff {
    private final Forgotten forgotten;
    private final SendingJobs jobs;
    private final CancelDelivery cancelDelivery;
    private final TellAdministrators tell;

    TellOfSwitchOff(Forgotten forgotten, SendingJobs jobs, CancelDelivery cancelDelivery, TellAdministrators tell) {
        this.forgotten = forgotten;
        this.jobs = jobs;
        this.cancelDelivery = cancelDelivery;
        this.tell = tell;
    }

    /** @param at when it went off */
    record Command(TellAdministrators.Command notice, Instant at) {}

    /** People are held before jobs and mails, as by their removal. */
    @Transactional
    void handle(Command command) {
        var company = command.notice().companyId();
        if (forgotten.includes(company, company)) {
            return;
        }
        tell.handle(command.notice());
        jobs.switchOff(company, command.at());
        cancelDelivery.handle(company, MailKind.MAILS_FAILED);
    }
}
