package io.dovetail.users.switchover;

import io.dovetail.users.copies.ConnectionHeard;
import io.dovetail.users.copies.KnownConnection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a company stands between passwords and single sign-on. */
@Entity
@SuppressWarnings("NullAway.Init")
class SwitchOver {
    @Id
    private UUID companyId;

    private long revision;

    @Enumerated(EnumType.STRING)
    private KnownConnection.State state;

    @Column(name = "number")
    private long switchOver;

    private long settled;
    private @Nullable Instant turnedAt;

    protected SwitchOver() {}

    /**
     * Takes older news for nothing.
     *
     * @return whether it was a switch-over, which makes the users worth going through again
     */
    boolean hear(ConnectionHeard news) {
        if (news.revision() <= revision) {
            return false;
        }
        var before = standing();
        revision = news.revision();
        state = news.state();
        turnedAt = news.switchOver() == switchOver ? turnedAt : news.at();
        switchOver = news.switchOver();
        settled = Math.max(settled, news.settledSwitchOver());
        return !before.equals(standing());
    }

    /** Of a switch-over whose time is not known, it is. */
    boolean isOnSince(Instant moment) {
        return state.isOn() && (turnedAt == null || !turnedAt.isAfter(moment));
    }

    Standing standing() {
        return new Standing(companyId, state, switchOver, settled);
    }
}
