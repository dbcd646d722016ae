package io.dovetail.users.job;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One walk over a company's users, by id, with how far it is. */
@Entity
@SuppressWarnings("NullAway.Init")
class Job {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Who is owed what is all that this service's jobs look after, in the words of binding-service's. */
    private static final String KIND = "RECONCILE";

    /** A paused one stays where it is until it is resumed. */
    enum State {
        RUNNING,
        PAUSED,
        DONE
    }

    @Id
    private UUID id;

    private UUID companyId;

    @Enumerated(EnumType.STRING)
    private State state;

    private int total;
    private int done;
    private UUID lastUser;
    private Instant createdAt;
    private @Nullable Instant endedAt;

    protected Job() {}

    /** @param total how many users the company has at present */
    Job(UUID companyId, int total, Instant now) {
        this.id = UUID.randomUUID();
        this.companyId = companyId;
        this.state = State.RUNNING;
        this.total = total;
        this.lastUser = BEFORE_ALL;
        this.createdAt = now;
    }

    boolean belongsTo(UUID company) {
        return companyId.equals(company);
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    Jobs.Part next() {
        return new Jobs.Part(id, companyId, lastUser);
    }

    JobView view() {
        return new JobView(id, KIND, state.name(), total, done);
    }

    /** @return whether it was running */
    boolean pause() {
        return move(State.RUNNING, State.PAUSED);
    }

    /** @return whether it was paused */
    boolean resume() {
        return move(State.PAUSED, State.RUNNING);
    }

    private boolean move(State from, State to) {
        var moves = state == from;
        state = moves ? to : state;
        return moves;
    }

    /** A newer walk over the same users makes the rest of this one needless. */
    void giveWay(Instant now) {
        end(now);
    }

    /** Goes over everybody again, whether it runs or is paused. */
    void startOver() {
        done = 0;
        lastUser = BEFORE_ALL;
    }

    /** @param last of the users gone over; empty when no more are left */
    void progressed(int users, Optional<UUID> last, Instant now) {
        done += users;
        total = Math.max(total, done);
        last.ifPresentOrElse(user -> lastUser = user, () -> end(now));
    }

    private void end(Instant now) {
        state = State.DONE;
        endedAt = now;
    }
}
