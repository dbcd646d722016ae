package io.dovetail.users.lastmail;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that a mail will not arrive. */
@ApplicationScoped
class MailFailedListener implements EventListener<MailTold> {
    private final KeepLastMail keepLastMail;

    MailFailedListener(KeepLastMail keepLastMail) {
        this.keepLastMail = keepLastMail;
    }

    @Override
    public String type() {
        return "dovetail.mail-failed.v1";
    }

    @Override
    public Class<MailTold> dataType() {
        return MailTold.class;
    }

    @Override
    public void on(Received<MailTold> event) {
        var mail = new LastMail(event.data().kind(), LastMail.State.FAILED, event.time());
        keepLastMail.handle(
                new KeepLastMail.Command(event.data().companyId(), event.data().userId(), mail));
    }
}
