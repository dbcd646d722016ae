package io.dovetail.notifications.links;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.delivery.CancelDelivery;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of links to bind an account that died. */
@ApplicationScoped
class LinkCancelledListener implements EventListener<DeadLink> {
    private final CancelDelivery cancelDelivery;

    LinkCancelledListener(CancelDelivery cancelDelivery) {
        this.cancelDelivery = cancelDelivery;
    }

    @Override
    public String type() {
        return "dovetail.link-cancelled.v1";
    }

    @Override
    public Class<DeadLink> dataType() {
        return DeadLink.class;
    }

    @Override
    public void on(Received<DeadLink> event) {
        cancelDelivery.handle(event.data().linkId());
    }
}
