package io.dovetail.users.audit;

import io.dovetail.kit.event.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a company's audit log; it never changes. */
@Entity
@SuppressWarnings("NullAway.Init")
class AuditEntry {
    @Id
    private UUID id;

    private UUID companyId;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private ActorType actorType;

    private @Nullable UUID actorUserId;
    private String act;
    private @Nullable String about;
    private @Nullable String address;

    protected AuditEntry() {}

    AuditEntry(UUID id, UUID companyId, Instant at, Actor actor, String act, @Nullable String about) {
        this.id = id;
        this.companyId = companyId;
        this.at = at;
        this.actorType = ActorType.of(actor);
        this.actorUserId = actorType == ActorType.USER && actor.id() != null ? UUID.fromString(actor.id()) : null;
        this.act = act;
        this.about = about;
        this.address = actor.address();
    }

    boolean belongsTo(UUID company) {
        return companyId.equals(company);
    }

    UUID id() {
        return id;
    }

    Instant at() {
        return at;
    }

    ActorType actorType() {
        return actorType;
    }

    @Nullable
    UUID actorUserId() {
        return actorUserId;
    }

    String act() {
        return act;
    }

    @Nullable
    String about() {
        return about;
    }

    @Nullable
    String address() {
        return address;
    }
}
