package io.dovetail.notifications.notices;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.mail.Occasion;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that single sign-on turned itself off. */
@ApplicationScoped
class ConnectionRolledBackListener implements EventListener<Notice> {
    private final TellOfSwitchOff tell;

    ConnectionRolledBackListener(TellOfSwitchOff tell) {
        this.tell = tell;
    }

    @Override
    public String type() {
        return "dovetail.connection-rolled-back.v1";
    }

    @Override
    public Class<Notice> dataType() {
        return Notice.class;
    }

    @Override
    public void on(Received<Notice> event) {
        tell.handle(new TellOfSwitchOff.Command(
                event.data().told(event.id(), Occasion.SINGLE_SIGN_ON_ROLLED_BACK), event.time()));
    }
}
