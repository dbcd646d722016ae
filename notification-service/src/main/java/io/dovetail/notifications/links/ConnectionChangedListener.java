package io.dovetail.notifications.links;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.delivery.CancelSwitchOver;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that single sign-on is off, however that came about: links for what it was before are dead. */
@ApplicationScoped
class ConnectionChangedListener implements EventListener<ConnectionChanged> {
    private final CancelSwitchOver cancelSwitchOver;

    ConnectionChangedListener(CancelSwitchOver cancelSwitchOver) {
        this.cancelSwitchOver = cancelSwitchOver;
    }

    @Override
    public String type() {
        return "dovetail.connection-changed.v1";
    }

    @Override
    public Class<ConnectionChanged> dataType() {
        return ConnectionChanged.class;
    }

    @Override
    public void on(Received<ConnectionChanged> event) {
        var connection = event.data();
        if (connection.isOff() && connection.switchOver() != null) {
            cancelSwitchOver.handle(connection.companyId(), connection.switchOver());
        }
    }
}
