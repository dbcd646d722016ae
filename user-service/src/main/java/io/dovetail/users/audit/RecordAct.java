package io.dovetail.users.audit;

import io.dovetail.kit.event.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records an act of this service in the act's own transaction: there is none without its line. */
@ApplicationScoped
public class RecordAct {
    private final KeepAct keepAct;
    private final Clock clock;

    RecordAct(KeepAct keepAct, Clock clock) {
        this.keepAct = keepAct;
        this.clock = clock;
    }

    /** @param about an id or a number; null if the company is all it is about */
    public record Command(UUID company, Act act, @Nullable Object about, Actor actor) {
        /** About nothing but the company itself. */
        public static Command ofCompany(UUID company, Act act, Actor actor) {
            return new Command(company, act, null, actor);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var about = command.about() == null ? null : command.about().toString();
        keepAct.handle(new KeepAct.Command(
                UUID.randomUUID(),
                command.company(),
                clock.instant(),
                command.actor(),
                command.act().name(),
                about));
    }
}
