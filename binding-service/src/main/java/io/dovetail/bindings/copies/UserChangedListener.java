package io.dovetail.bindings.copies;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of users as they are at present. */
@ApplicationScoped
class UserChangedListener implements EventListener<UserChanged> {
    private final KeepUser keepUser;

    UserChangedListener(KeepUser keepUser) {
        this.keepUser = keepUser;
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
        keepUser.handle(event.data(), event.actor());
    }
}
