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
    private @Nullable Instant trialEndsAt;
    private @Nullable Integer readyVersion;
    private @Nullable UUID readySource;

    protected Connection() {}

    /** Off, with nothing saved. */
    Connection(UUID companyId) {
        this.companyId = companyId;
        this.revision = 1;
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

    int requireCurrentVersion() {
        return Objects.requireNonNull(currentVersion);
    }

    Optional<Integer> draftVersion() {
        return Optional.ofNullable(draftVersion);
    }

    /** When the trial rolls back by itself; empty when there is none or it waits for ever. */
    Optional<Instant> trialEndsAt() {
        return Optional.ofNullable(trialEndsAt);
    }

    /** The version that a verification tests and that Enable or Apply takes next. */
    Optional<Integer> candidate() {
        return draftVersion().or(this::currentVersion);
    }

    /** The version that our public metadata are of: while people come in, a draft changes nothing for them. */
    Optional<Integer> published() {
        return state == SingleSignOn.OFF ? candidate() : currentVersion();
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

    /** Makes the verified version current and starts the trial, which the first session through SSO ends. */
    Event enable(ConnectionVersion verified, TrialTime trial, Actor actor, Instant now) {
        switchTo(SingleSignOn.ON_TRIAL, now);
        trialEndsAt = trial.endAfter(now).orElse(null);
        return use(verified, actor, now);
    }

    /** Makes the verified draft current while single sign-on is on: no switch-over, nobody notices. */
    Event apply(ConnectionVersion verified, Actor actor, Instant now) {
        return use(verified, actor, now);
    }

    private Event use(ConnectionVersion verified, Actor actor, Instant now) {
        currentVersion = verified.version();
        draftVersion = null;
        ready(null);
        return changed(Optional.of(verified), actor, now);
    }

    /** Makes an earlier version the draft; the current one itself means that there is no draft. */
    void restore(int version) {
        draftVersion = Objects.equals(currentVersion, version) ? null : version;
    }

    boolean isOnTrial() {
        return state == SingleSignOn.ON_TRIAL;
    }

    boolean isTrialOverAt(Instant now) {
        return isOnTrial() && trialEndsAt != null && !now.isBefore(trialEndsAt);
    }

    /** Off; a trial without a session is undone, and the version is ready for links as it was before Enable. */
    Event disable(Optional<ConnectionVersion> current, Actor actor, Instant now) {
        var isUndo = isOnTrial();
        switchTo(SingleSignOn.OFF, now);
        trialEndsAt = null;
        if (isUndo && draftVersion == null) {
            current.ifPresent(this::ready);
        }
        return changed(current, actor, now);
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
        trialEndsAt = null;
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
