package io.dovetail.bindings.sending;

import io.dovetail.bindings.link.ReconcileLinks.Batch;
import io.dovetail.bindings.link.ReconcileLinks.Part;
import io.dovetail.bindings.link.ReconcileLinks.Purpose;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One walk over a company's users, by id, with how far it is. */
@Entity
@SuppressWarnings("NullAway.Init")
class Job {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

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
    private Purpose kind;

    @Enumerated(EnumType.STRING)
    private State state;

    private int total;
    private int done;
    private UUID lastUser;
    private Instant createdAt;
    private @Nullable Instant endedAt;
    private String actorType;
    private @Nullable String actorId;

    protected Job() {}

    /**
     * @param actor who had it started
     * @param total how many users the company has at present
     */
    Job(UUID companyId, Purpose kind, Actor actor, int total, Instant now) {
        this.id = UUID.randomUUID();
        this.companyId = companyId;
        this.kind = kind;
        this.state = State.RUNNING;
        this.total = total;
        this.lastUser = BEFORE_ALL;
        this.createdAt = now;
        this.actorType = actor.type();
        this.actorId = actor.id();
    }

    UUID id() {
        return id;
    }

    UUID companyId() {
        return companyId;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether it does for every user what a new job of this kind would. */
    boolean does(Purpose wanted) {
        return kind == wanted || (kind == Purpose.RESEND && wanted == Purpose.SEND);
    }

    Part next(int size) {
        return new Part(id, companyId, kind, lastUser, size, new Actor(actorType, actorId, null));
    }

    JobView view() {
        return new JobView(id, kind.name(), state.name(), total, done);
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

    /** Goes over everybody again, whether it runs or is paused. */
    void startOver() {
        done = 0;
        lastUser = BEFORE_ALL;
    }

    /** A newer walk over the same users makes the rest of this one needless. */
    Event giveWay(Instant now) {
        end(now);
        return progressed(now);
    }

    private void end(Instant now) {
        state = State.DONE;
        endedAt = now;
    }

    Event progressed(Batch batch, Instant now) {
        done += batch.users();
        total = Math.max(total, done);
        batch.last().ifPresentOrElse(user -> lastUser = user, () -> end(now));
        return progressed(now);
    }

    /** How far it is. */
    Event progressed(Instant now) {
        var data = new JobProgressed(id, companyId, createdAt, state.name(), total, done);
        return Event.of(
                "dovetail.bindings", "job-progressed", companyId.toString(), companyId, Actor.system(), now, data);
    }
}
