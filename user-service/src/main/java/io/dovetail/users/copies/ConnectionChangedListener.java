package io.dovetail.users.copies;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of connections as they are at present. */
@ApplicationScoped
class ConnectionChangedListener implements EventListener<ConnectionChanged> {
    private final KeepConnection keepConnection;

    ConnectionChangedListener(KeepConnection keepConnection) {
        this.keepConnection = keepConnection;
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
        keepConnection.handle(new KeepConnection.Command(event.data(), event.time()));
    }
}
