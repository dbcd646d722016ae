package io.dovetail.sso.enabling;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The operator may have withdrawn single sign-on from a company. */
@ApplicationScoped
class EntitlementListener implements EventListener<EntitlementListener.Entitlement> {
    private final WithdrawSingleSignOn withdrawSingleSignOn;

    EntitlementListener(WithdrawSingleSignOn withdrawSingleSignOn) {
        this.withdrawSingleSignOn = withdrawSingleSignOn;
    }

    /** State event {@code dovetail.company-changed.v1}, as far as it matters here. */
    record Entitlement(UUID companyId, long revision, String singleSignOn) {}

    @Override
    public String type() {
        return "dovetail.company-changed.v1";
    }

    @Override
    public Class<Entitlement> dataType() {
        return Entitlement.class;
    }

    @Override
    public void on(Received<Entitlement> event) {
        if ("NOT_ALLOWED".equals(event.data().singleSignOn())) {
            withdrawSingleSignOn.handle(event.data().companyId(), event.data().revision());
        }
    }
}
