package io.dovetail.users.audit;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears what administrators do in other services. */
@ApplicationScoped
class AdministratorActedListener implements EventListener<AdministratorActed> {
    private final KeepAct keepAct;

    AdministratorActedListener(KeepAct keepAct) {
        this.keepAct = keepAct;
    }

    @Override
    public String type() {
        return "dovetail.administrator-acted.v1";
    }

    @Override
    public Class<AdministratorActed> dataType() {
        return AdministratorActed.class;
    }

    @Override
    public void on(Received<AdministratorActed> event) {
        var data = event.data();
        keepAct.handle(new KeepAct.Command(
                event.id(), data.companyId(), event.time(), event.actor(), data.act(), data.about()));
    }
}
