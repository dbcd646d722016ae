package io.dovetail.sso.refresh;

import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.audit.Act;
import io.dovetail.sso.keys.HeldChange;
import io.dovetail.sso.keys.KeyChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Tells others, in the transaction of the change, what fresh metadata brought. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TellOfKeys {
    private final Outbox outbox;
    private final TellOfActs tellOfActs;
    private final Clock clock;

    TellOfKeys(Outbox outbox, TellOfActs tellOfActs, Clock clock) {
        this.outbox = outbox;
        this.tellOfActs = tellOfActs;
        this.clock = clock;
    }

    /** @param administrator whose act it was; empty if it came by itself */
    void changed(UUID companyId, int version, KeyChange change, Optional<Actor> administrator, Act act) {
        if (change.isEmpty()) {
            return;
        }
        append(
                companyId,
                "keys-changed",
                administrator.orElse(Actor.system()),
                new KeysChanged(companyId, version, change.added(), change.ended()));
        administrator.ifPresent(actor -> tellOfActs.handle(new TellOfActs.Command(companyId, actor, act, version)));
    }

    void held(UUID companyId, int version, HeldChange held) {
        append(companyId, "metadata-held", Actor.system(), MetadataHeld.of(companyId, version, held));
    }

    private void append(UUID companyId, String name, Actor actor, Object deed) {
        outbox.append(Event.of("dovetail.sso", name, companyId.toString(), companyId, actor, clock.instant(), deed));
    }
}
