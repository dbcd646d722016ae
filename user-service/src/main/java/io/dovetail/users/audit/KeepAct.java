package io.dovetail.users.audit;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.event.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one line into a company's audit log, unless the company is erased. */
@ApplicationScoped
class KeepAct {
    private final AuditLog log;
    private final Forgotten forgotten;

    KeepAct(AuditLog log, Forgotten forgotten) {
        this.log = log;
        this.forgotten = forgotten;
    }

    /**
     * What was done.
     *
     * @param id of the event that tells it, or a fresh one
     * @param about whom or what; null if that is clear
     */
    record Command(
            UUID id,
            UUID company,
            Instant at,
            Actor actor,
            String act,
            @Nullable String about) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void handle(Command command) {
        if (!forgotten.includes(command.company(), command.company())) {
            log.add(new AuditEntry(
                    command.id(), command.company(), command.at(), command.actor(), command.act(), command.about()));
        }
    }
}
