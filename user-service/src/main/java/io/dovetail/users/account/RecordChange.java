package io.dovetail.users.account;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;

/** Records what an administrator changed about an account, one line for each thing that is different. */
@ApplicationScoped
class RecordChange {
    private final RecordAct recordAct;

    RecordChange(RecordAct recordAct) {
        this.recordAct = recordAct;
    }

    void handle(UserProfile before, UserProfile after, Actor actor) {
        if (before.role() != after.role()) {
            line(Act.ROLE_CHANGED, after, actor);
        }
        if (!before.email().equals(after.email())) {
            line(Act.ADDRESS_CHANGED, after, actor);
        }
        if (before.isDeactivated() != after.isDeactivated()) {
            line(after.isDeactivated() ? Act.USER_DEACTIVATED : Act.USER_REACTIVATED, after, actor);
        }
    }

    private void line(Act act, UserProfile user, Actor actor) {
        recordAct.handle(new RecordAct.Command(user.companyId(), act, user.id(), actor));
    }
}
