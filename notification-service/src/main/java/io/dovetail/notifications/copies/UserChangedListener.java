package io.dovetail.notifications.copies;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of users as they are at present. */
@ApplicationScoped
class UserChangedListener implements EventListener<UserChanged> {
    private final KeepCopy keepCopy;

    UserChangedListener(KeepCopy keepCopy) {
        this.keepCopy = keepCopy;
    }

    @Override
    public String type() {
        return "dovetail.user-changed.v1";
    }

    @Override
    public Class<UserChanged> dataType() {
        return UserChanged.class;
    }

    @Override
    public void on(Received<UserChanged> event) {
        keepCopy.handle(event.data());
    }
}
