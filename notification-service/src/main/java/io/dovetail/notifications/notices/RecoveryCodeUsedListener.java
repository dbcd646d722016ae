package io.dovetail.notifications.notices;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.notifications.mail.Occasion;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that an administrator came in by a recovery code. */
@ApplicationScoped
class RecoveryCodeUsedListener implements EventListener<Notice> {
    private final TellAdministrators tell;

    RecoveryCodeUsedListener(TellAdministrators tell) {
        this.tell = tell;
    }

    @Override
    public String type() {
        return "dovetail.recovery-code-used.v1";
    }

    @Override
    public Class<Notice> dataType() {
        return Notice.class;
    }

    @Override
    public void on(Received<Notice> event) {
        tell.handle(event.data().told(event.id(), Occasion.RECOVERY_CODE_USED));
    }
}
