package io.dovetail.notifications.links;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.delivery.QueueDelivery;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of invitations with a password that are to be mailed. */
@ApplicationScoped
class InvitationIssuedListener implements EventListener<InvitationIssued> {
    private final QueueDelivery queueDelivery;

    InvitationIssuedListener(QueueDelivery queueDelivery) {
        this.queueDelivery = queueDelivery;
    }

    @Override
    public String type() {
        return "dovetail.invitation-issued.v1";
    }

    @Override
    public Class<InvitationIssued> dataType() {
        return InvitationIssued.class;
    }

    @Override
    public void on(Received<InvitationIssued> event) {
        queueDelivery.handle(event.data().mail(event.id()));
    }
}
