package io.dovetail.notifications.links;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.delivery.QueueDelivery;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of links that bind an account and are to be mailed. */
@ApplicationScoped
class LinkIssuedListener implements EventListener<LinkIssued> {
    private final QueueDelivery queueDelivery;

    LinkIssuedListener(QueueDelivery queueDelivery) {
        this.queueDelivery = queueDelivery;
    }

    @Override
    public String type() {
        return "dovetail.link-issued.v1";
    }

    @Override
    public Class<LinkIssued> dataType() {
        return LinkIssued.class;
    }

    @Override
    public void on(Received<LinkIssued> event) {
        queueDelivery.handle(event.data().mail(event.id(), event.actor()));
    }
}
