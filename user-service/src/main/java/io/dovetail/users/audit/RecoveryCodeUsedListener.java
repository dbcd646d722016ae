package io.dovetail.users.audit;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that an administrator came in by a recovery code. */
@ApplicationScoped
class RecoveryCodeUsedListener implements EventListener<RecoveryCodeUsed> {
    private final KeepAct keepAct;

    RecoveryCodeUsedListener(KeepAct keepAct) {
        this.keepAct = keepAct;
    }

    @Override
    public String type() {
        return "dovetail.recovery-code-used.v1";
    }

    @Override
    public Class<RecoveryCodeUsed> dataType() {
        return RecoveryCodeUsed.class;
    }

    @Override
    public void on(Received<RecoveryCodeUsed> event) {
        var data = event.data();
        keepAct.handle(new KeepAct.Command(
                event.id(),
                data.companyId(),
                event.time(),
                Actor.user(data.userId()).from(event.actor().address()),
                "RECOVERY_CODE_USED",
                null));
    }
}
