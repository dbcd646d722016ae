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

/** Where a company stands between passwords and single sign-on, and how far its users were gone through. */
@Entity
@SuppressWarnings("NullAway.Init")
class SwitchOver {
    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID companyId;

    private long revision;

    @Enumerated(EnumType.STRING)
    private KnownConnection.State state;

    @Column(name = "number")
    private long switchOver;

    private long settled;
    private @Nullable UUID doneUpTo;
    private Instant notedAt;

    protected SwitchOver() {}

    /** Takes older news for nothing; of newer ones only a switch-over makes the users worth going through again. */
    void hear(ConnectionHeard news, Instant now) {
        if (news.revision() <= revision) {
            return;
        }
        var before = standing();
        revision = news.revision();
        state = news.state();
        switchOver = news.switchOver();
        settled = Math.max(settled, news.settledSwitchOver());
        if (!before.equals(standing())) {
            goThroughAgain(now);
        }
    }

    /** Whatever was done, all users are gone through once more. */
    void goThroughAgain(Instant now) {
        doneUpTo = NOBODY;
        notedAt = now;
    }

    Standing standing() {
        return new Standing(companyId, state, switchOver, settled);
    }

    /** Whose users were gone through; nobody's at the beginning. */
    UUID doneUpTo() {
        return doneUpTo == null ? NOBODY : doneUpTo;
    }

    /** @param user null when it was the last one */
    void done(@Nullable UUID user) {
        doneUpTo = user;
    }
}
