package io.dovetail.notifications.notices;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.delivery.QueueDelivery;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that a person who had come in before has a new password (security.md J11). */
@ApplicationScoped
class PasswordChangedListener implements EventListener<PasswordChanged> {
    private final QueueDelivery queueDelivery;

    PasswordChangedListener(QueueDelivery queueDelivery) {
        this.queueDelivery = queueDelivery;
    }

    @Override
    public String type() {
        return "dovetail.password-changed.v1";
    }

    @Override
    public Class<PasswordChanged> dataType() {
        return PasswordChanged.class;
    }

    @Override
    public void on(Received<PasswordChanged> event) {
        queueDelivery.handle(event.data().mail(event.id()));
    }
}
