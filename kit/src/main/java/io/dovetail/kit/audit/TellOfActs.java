package io.dovetail.kit.audit;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells of an administrator's act in the transaction of the act: neither is there without the other. */
@ApplicationScoped
public class TellOfActs {
    private final Outbox outbox;
    private final Clock clock;

    TellOfActs(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Who did what.
     *
     * @param administrator who acted; the system, for what came by itself and is to be seen all the same
     * @param about see {@link AdministratorActed}
     */
    public record Command(
            UUID companyId,
            Actor administrator,
            AuditedAct act,
            @Nullable Object about) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var about = command.about() == null ? null : command.about().toString();
        outbox.append(Event.of(
                command.act().topic(),
                "administrator-acted",
                command.companyId().toString(),
                command.companyId(),
                command.administrator(),
                clock.instant(),
                new AdministratorActed(
                        command.companyId(),
                        userId(command.administrator()),
                        command.act().name(),
                        about)));
    }

    private static @Nullable UUID userId(Actor actor) {
        return actor.equals(Actor.system()) ? null : actor.userId();
    }
}
