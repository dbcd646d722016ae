package io.dovetail.sso.connection;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
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
    private long switchOver;
    private long settledSwitchOver;
    private @Nullable Instant switchedAt;
    private @Nullable Integer readyVersion;
    private @Nullable UUID readySource;

    protected Connection() {}

    Connection(UUID companyId) {
        this.companyId = companyId;
        this.state = SingleSignOn.OFF;
    }

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

    /** The version that a verification tests and that Enable or Apply takes next. */
    Optional<Integer> candidate() {
        return draftVersion().or(this::currentVersion);
    }

    /** The version that is verified and not yet in use. */
    Optional<Integer> readyVersion() {
        return Optional.ofNullable(readyVersion);
    }

    /** Whether people come in through this version. */
    boolean counts(int version) {
        return state != SingleSignOn.OFF && Objects.equals(currentVersion, version);
    }

    /** The number of the version that is saved next; it becomes the draft, whatever was the draft before. */
    int saveDraft() {
        lastVersion++;
        draftVersion = lastVersion;
        return lastVersion;
    }

    /** A real sign-in passed the version: links may be sent for it. Empty when that is no news. */
    Optional<Event> verified(ConnectionVersion version, Optional<ConnectionVersion> current, Actor actor, Instant now) {
        var isNews = candidate().filter(next -> next == version.version()).isPresent()
                && !counts(version.version())
                && !Objects.equals(readyVersion, version.version());
        if (!isNews) {
            return Optional.empty();
        }
        ready(version);
        return Optional.of(changed(current, actor, now));
    }

    /** A new draft is not verified yet, so that nothing is ready. Empty when nothing was. */
    Optional<Event> unready(Optional<ConnectionVersion> current, Actor actor, Instant now) {
        if (readyVersion == null) {
            return Optional.empty();
        }
        ready(null);
        return Optional.of(changed(current, actor, now));
    }

    /** Makes the verified draft current and starts the trial, which the first session through SSO ends. */
    Event enable(ConnectionVersion draft, Actor actor, Instant now) {
        currentVersion = draft.version();
        draftVersion = null;
        switchTo(SingleSignOn.ON_TRIAL, now);
        ready(null);
        return changed(Optional.of(draft), actor, now);
    }

    /**
     * A session through SSO: empty when it is not the first of this trial.
     *
     * @param signedInAt when the provider's answer was accepted; before the trial began it proves nothing about it
     */
    Optional<Event> endTrial(Optional<ConnectionVersion> current, Instant signedInAt, Instant now) {
        if (state != SingleSignOn.ON_TRIAL || switchedAt == null || signedInAt.isBefore(switchedAt)) {
            return Optional.empty();
        }
        state = SingleSignOn.ON;
        settledSwitchOver = switchOver;
        return Optional.of(changed(current, Actor.system(), now));
    }

    private void switchTo(SingleSignOn next, Instant now) {
        state = next;
        switchOver++;
        switchedAt = now;
    }

    private void ready(@Nullable ConnectionVersion version) {
        readyVersion = version == null ? null : version.version();
        readySource = version == null ? null : version.source();
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
                current.map(ConnectionVersion::source).orElse(null),
                switchOver,
                settledSwitchOver,
                readySource);
        return Event.of(TOPIC, "connection-changed", companyId.toString(), companyId, actor, now, data);
    }
}
