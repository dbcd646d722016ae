package io.dovetail.kit.removal;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.outbox.Outbox;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Forgets who was removed but for the id, so that whatever comes late brings nothing back. */
@ApplicationScoped
class ForgetRemoved {
    private final Forgotten forgotten;
    private final List<Forgetting> everything;
    private final Outbox outbox;

    ForgetRemoved(Forgotten forgotten, @All List<Forgetting> everything, Outbox outbox) {
        this.forgotten = forgotten;
        this.everything = everything;
        this.outbox = outbox;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void company(UUID companyId) {
        forgotten.add(companyId);
        everything.forEach(forgetting -> forgetting.company(companyId));
        outbox.forget(companyId);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void user(UUID companyId, UUID userId) {
        forgotten.add(userId);
        everything.forEach(forgetting -> forgetting.user(companyId, userId));
        outbox.forget(companyId, userId);
    }
}
