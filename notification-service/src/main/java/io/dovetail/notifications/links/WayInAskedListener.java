package io.dovetail.notifications.links;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.delivery.QueueDelivery;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of people who are to be told where to sign in. */
@ApplicationScoped
class WayInAskedListener implements EventListener<WayInAsked> {
    private final QueueDelivery queueDelivery;

    WayInAskedListener(QueueDelivery queueDelivery) {
        this.queueDelivery = queueDelivery;
    }

    @Override
    public String type() {
        return "dovetail.way-in-asked.v1";
    }

    @Override
    public Class<WayInAsked> dataType() {
        return WayInAsked.class;
    }

    @Override
    public void on(Received<WayInAsked> event) {
        queueDelivery.handle(event.data().mail(event.id()));
    }
}
