package io.dovetail.notifications.notices;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.mail.Occasion;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that single sign-on was turned off. */
@ApplicationScoped
class ConnectionDisabledListener implements EventListener<Notice> {
    private final TellOfSwitchOff tell;

    ConnectionDisabledListener(TellOfSwitchOff tell) {
        this.tell = tell;
    }

    @Override
    public String type() {
        return "dovetail.connection-disabled.v1";
    }

    @Override
    public Class<Notice> dataType() {
        return Notice.class;
    }

    @Override
    public void on(Received<Notice> event) {
        var occasion = event.data().undone() ? Occasion.SINGLE_SIGN_ON_UNDONE : Occasion.SINGLE_SIGN_ON_DISABLED;
        tell.handle(new TellOfSwitchOff.Command(event.data().told(event.id(), occasion), event.time()));
    }
}
