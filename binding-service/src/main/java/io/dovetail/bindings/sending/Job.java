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

    protected Job() {}

    /** @param total how many users the company has at present */
    Job(UUID companyId, Purpose kind, int total, Instant now) {
        this.id = UUID.randomUUID();
        this.companyId = companyId;
        this.kind = kind;
        this.state = State.RUNNING;
        this.total = total;
        this.lastUser = BEFORE_ALL;
        this.createdAt = now;
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

    /** Whether what it has left to do is part of what a new job of this kind does over all users. */
    boolean isPartOf(Purpose newer) {
        return kind == newer || (kind == Purpose.RECONCILE && newer != Purpose.RECONCILE);
    }

    Part next(int size) {
        return new Part(id, companyId, kind, lastUser, size);
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

    /** A newer walk over the same users makes the rest of this one needless. */
    Event giveWay(Instant now) {
        state = State.DONE;
        return progressed(now);
    }

    Event progressed(Batch batch, Instant now) {
        done += batch.users();
        total = Math.max(total, done);
        batch.last().ifPresentOrElse(user -> lastUser = user, () -> state = State.DONE);
        return progressed(now);
    }

    /** How far it is. */
    Event progressed(Instant now) {
        var data = new JobProgressed(id, companyId, createdAt, state.name(), total, done);
        return Event.of(
                "dovetail.bindings", "job-progressed", companyId.toString(), companyId, Actor.system(), now, data);
    }
}
