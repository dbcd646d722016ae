package io.dovetail.sso.connection;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company's single sign-on: its state and which of its versions are the draft and the current one. */
@Entity
@SuppressWarnings("NullAway.Init")
class Connection {
    private static final String TOPIC = "dovetail.sso";

    @Id
    private UUID companyId;

    private long revision;

    @Enumerated(EnumType.STRING)
    private SingleSignOn state;

    private @Nullable Integer currentVersion;
    private @Nullable Integer draftVersion;
    private int lastVersion;

    protected Connection() {}

    UUID companyId() {
        return companyId;
    }

    SingleSignOn state() {
        return state;
    }

    long revision() {
        return revision;
    }

    Optional<Integer> currentVersion() {
        return Optional.ofNullable(currentVersion);
    }

    Optional<Integer> draftVersion() {
        return Optional.ofNullable(draftVersion);
    }

    /** The number of the version that is saved next; it becomes the draft, whatever was the draft before. */
    int saveDraft() {
        lastVersion++;
        draftVersion = lastVersion;
        return lastVersion;
    }

    /** Makes the verified draft current and starts the trial, which the first session through SSO ends. */
    Event enable(ConnectionVersion draft, Actor actor, Instant now) {
        currentVersion = draft.version();
        draftVersion = null;
        state = SingleSignOn.ON_TRIAL;
        return changed(Optional.of(draft), actor, now);
    }

    /** The first session through SSO: empty when the trial had ended before. */
    Optional<Event> endTrial(Optional<ConnectionVersion> current, Instant now) {
        if (state != SingleSignOn.ON_TRIAL) {
            return Optional.empty();
        }
        state = SingleSignOn.ON;
        return Optional.of(changed(current, Actor.system(), now));
    }

    private Event changed(Optional<ConnectionVersion> current, Actor actor, Instant now) {
        revision++;
        return announcement(current, actor, now);
    }

    /** The present state with the revision that it has. */
    Event announcement(Optional<ConnectionVersion> current, Actor actor, Instant now) {
        var data = new ConnectionChanged(
                companyId,
                revision,
                state,
                current.map(ConnectionVersion::provider).orElse(Provider.NONE),
                current.map(ConnectionVersion::source).orElse(null));
        return Event.of(TOPIC, "connection-changed", companyId.toString(), companyId, actor, now, data);
    }
}
