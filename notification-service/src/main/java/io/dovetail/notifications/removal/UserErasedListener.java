package io.dovetail.notifications.removal;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A user was removed for good. */
@ApplicationScoped
class UserErasedListener implements EventListener<UserErasedListener.UserErased> {
    private final ForgetUser forgetUser;

    UserErasedListener(ForgetUser forgetUser) {
        this.forgetUser = forgetUser;
    }

    /** Deed {@code dovetail.user-erased.v1}. */
    record UserErased(UUID companyId, UUID userId) {}

    @Override
    public String type() {
        return "dovetail.user-erased.v1";
    }

    @Override
    public Class<UserErased> dataType() {
        return UserErased.class;
    }

    @Override
    public void on(Received<UserErased> event) {
        forgetUser.handle(
                new ForgetUser.Command(event.data().companyId(), event.data().userId()));
    }
}
