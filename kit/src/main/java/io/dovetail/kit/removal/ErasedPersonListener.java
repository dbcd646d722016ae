package io.dovetail.kit.removal;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** A user was removed for good. */
@ApplicationScoped
class ErasedPersonListener implements EventListener<ErasedPersonListener.Erased> {
    private final ForgetRemoved forgetRemoved;

    ErasedPersonListener(ForgetRemoved forgetRemoved) {
        this.forgetRemoved = forgetRemoved;
    }

    /** Deed {@code dovetail.user-erased.v1}. */
    record Erased(UUID companyId, UUID userId) {
        Erased {
            Objects.requireNonNull(companyId);
            Objects.requireNonNull(userId);
        }
    }

    @Override
    public String type() {
        return "dovetail.user-erased.v1";
    }

    @Override
    public Class<Erased> dataType() {
        return Erased.class;
    }

    @Override
    public void on(Received<Erased> event) {
        forgetRemoved.user(event.data().companyId(), event.data().userId());
    }
}
