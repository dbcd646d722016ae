package io.dovetail.sso.copies;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the copy of a user. */
@ApplicationScoped
class UserChangedListener implements EventListener<UserChanged> {
    private final Users users;

    UserChangedListener(Users users) {
        this.users = users;
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
        users.keep(event.data());
    }
}
