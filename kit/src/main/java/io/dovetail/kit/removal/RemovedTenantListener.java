package io.dovetail.kit.removal;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** A company was removed for good. */
@ApplicationScoped
class RemovedTenantListener implements EventListener<RemovedTenantListener.Removed> {
    private final ForgetRemoved forgetRemoved;

    RemovedTenantListener(ForgetRemoved forgetRemoved) {
        this.forgetRemoved = forgetRemoved;
    }

    /** Deed {@code dovetail.company-removed.v1}. */
    record Removed(UUID companyId) {
        Removed {
            Objects.requireNonNull(companyId);
        }
    }

    @Override
    public String type() {
        return "dovetail.company-removed.v1";
    }

    @Override
    public Class<Removed> dataType() {
        return Removed.class;
    }

    @Override
    public void on(Received<Removed> event) {
        forgetRemoved.company(event.data().companyId());
    }
}
