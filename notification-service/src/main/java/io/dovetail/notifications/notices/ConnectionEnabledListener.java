package io.dovetail.notifications.notices;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.mail.Occasion;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that single sign-on was turned on. */
@ApplicationScoped
class ConnectionEnabledListener implements EventListener<Notice> {
    private final TellAdministrators tell;

    ConnectionEnabledListener(TellAdministrators tell) {
        this.tell = tell;
    }

    @Override
    public String type() {
        return "dovetail.connection-enabled.v1";
    }

    @Override
    public Class<Notice> dataType() {
        return Notice.class;
    }

    @Override
    public void on(Received<Notice> event) {
        tell.handle(event.data().told(event.id(), Occasion.SINGLE_SIGN_ON_ENABLED));
    }
}
