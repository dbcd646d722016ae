package io.dovetail.users.session;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that an administrator turned single sign-on on. */
@ApplicationScoped
class ConnectionEnabledListener implements EventListener<ConnectionEnabled> {
    private final EndSessionsAtEnable endSessions;

    ConnectionEnabledListener(EndSessionsAtEnable endSessions) {
        this.endSessions = endSessions;
    }

    @Override
    public String type() {
        return "dovetail.connection-enabled.v1";
    }

    @Override
    public Class<ConnectionEnabled> dataType() {
        return ConnectionEnabled.class;
    }

    @Override
    public void on(Received<ConnectionEnabled> event) {
        endSessions.handle(new EndSessionsAtEnable.Command(event.data(), event.actor(), event.time()));
    }
}
