package io.dovetail.notifications.copies;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of companies as they are at present. */
@ApplicationScoped
class CompanyChangedListener implements EventListener<CompanyChanged> {
    private final KeepCopy keepCopy;

    CompanyChangedListener(KeepCopy keepCopy) {
        this.keepCopy = keepCopy;
    }

    @Override
    public String type() {
        return "dovetail.company-changed.v1";
    }

    @Override
    public Class<CompanyChanged> dataType() {
        return CompanyChanged.class;
    }

    @Override
    public void on(Received<CompanyChanged> event) {
        keepCopy.handle(event.data());
    }
}
