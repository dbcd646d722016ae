package io.dovetail.notifications.removal;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A company was removed for good. */
@ApplicationScoped
class CompanyRemovedListener implements EventListener<CompanyRemovedListener.CompanyRemoved> {
    private final ForgetCompany forgetCompany;

    CompanyRemovedListener(ForgetCompany forgetCompany) {
        this.forgetCompany = forgetCompany;
    }

    /** Deed {@code dovetail.company-removed.v1}. */
    record CompanyRemoved(UUID companyId) {}

    @Override
    public String type() {
        return "dovetail.company-removed.v1";
    }

    @Override
    public Class<CompanyRemoved> dataType() {
        return CompanyRemoved.class;
    }

    @Override
    public void on(Received<CompanyRemoved> event) {
        forgetCompany.handle(event.data().companyId());
    }
}
