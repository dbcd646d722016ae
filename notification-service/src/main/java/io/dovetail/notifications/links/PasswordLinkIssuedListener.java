package io.dovetail.notifications.links;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.delivery.QueueDelivery;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of password links that are to be mailed. */
@ApplicationScoped
class PasswordLinkIssuedListener implements EventListener<PasswordLinkIssued> {
    private final QueueDelivery queueDelivery;

    PasswordLinkIssuedListener(QueueDelivery queueDelivery) {
        this.queueDelivery = queueDelivery;
    }

    @Override
    public String type() {
        return "dovetail.password-link-issued.v1";
    }

    @Override
    public Class<PasswordLinkIssued> dataType() {
        return PasswordLinkIssued.class;
    }

    @Override
    public void on(Received<PasswordLinkIssued> event) {
        queueDelivery.handle(event.data().mail(event.id()));
    }
}
