package io.dovetail.bindings.copies;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of companies as they are at present. */
@ApplicationScoped
class CompanyChangedListener implements EventListener<CompanyChanged> {
    private final KeepCompany keepCompany;

    CompanyChangedListener(KeepCompany keepCompany) {
        this.keepCompany = keepCompany;
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
        keepCompany.handle(event.data());
    }
}
