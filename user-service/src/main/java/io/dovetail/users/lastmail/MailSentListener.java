package io.dovetail.users.lastmail;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that the mail server took a mail. */
@ApplicationScoped
class MailSentListener implements EventListener<MailTold> {
    private final KeepLastMail keepLastMail;

    MailSentListener(KeepLastMail keepLastMail) {
        this.keepLastMail = keepLastMail;
    }

    @Override
    public String type() {
        return "dovetail.mail-sent.v1";
    }

    @Override
    public Class<MailTold> dataType() {
        return MailTold.class;
    }

    @Override
    public void on(Received<MailTold> event) {
        var mail = new LastMail(event.data().kind(), LastMail.State.SENT, event.time());
        keepLastMail.handle(
                new KeepLastMail.Command(event.data().companyId(), event.data().userId(), mail));
    }
}
