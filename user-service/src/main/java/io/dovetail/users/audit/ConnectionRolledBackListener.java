package io.dovetail.users.audit;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that single sign-on turned itself off because nobody came in. */
@ApplicationScoped
class ConnectionRolledBackListener implements EventListener<ConnectionRolledBack> {
    private final KeepAct keepAct;

    ConnectionRolledBackListener(KeepAct keepAct) {
        this.keepAct = keepAct;
    }

    @Override
    public String type() {
        return "dovetail.connection-rolled-back.v1";
    }

    @Override
    public Class<ConnectionRolledBack> dataType() {
        return ConnectionRolledBack.class;
    }

    @Override
    public void on(Received<ConnectionRolledBack> event) {
        var data = event.data();
        keepAct.handle(new KeepAct.Command(
                event.id(),
                data.companyId(),
                event.time(),
                Actor.system(),
                "SINGLE_SIGN_ON_ROLLED_BACK",
                String.valueOf(data.version())));
    }
}
