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

    /**
     * Keys that came or went.
     *
     * @param isForemost whether people come in by the version or, before there is such a one, will
     * @param administrator whose act it was; empty if it came by itself
     * @param act what the administrator did
     */
    record Changed(
            UUID companyId,
            int version,
            boolean isForemost,
            KeyChange change,
            Optional<Actor> administrator,
            Act act) {}

    /** New keys are in the audit log, too, when nobody asked for them. */
    void changed(Changed changed) {
        var change = changed.change();
        if (change.isEmpty()) {
            return;
        }
        var actor = changed.administrator().orElse(Actor.system());
        append(
                changed.companyId(),
                "keys-changed",
                actor,
                KeysChanged.of(changed.companyId(), changed.version(), changed.isForemost(), change));
        if (changed.administrator().isPresent() || !change.added().isEmpty()) {
            var act = changed.administrator().isPresent() ? changed.act() : Act.KEYS_ADDED;
            tellOfActs.handle(new TellOfActs.Command(changed.companyId(), actor, act, changed.version()));
        }
    }

    void failing(MetadataFailing failing) {
        append(failing.companyId(), "metadata-failing", Actor.system(), failing);
    }

    void held(UUID companyId, int version, HeldChange held) {
        append(companyId, "metadata-held", Actor.system(), MetadataHeld.of(companyId, version, held));
    }

    private void append(UUID companyId, String name, Actor actor, Object deed) {
        outbox.append(Event.of("dovetail.sso", name, companyId.toString(), companyId, actor, clock.instant(), deed));
    }
}
