package io.dovetail.bindings.binding;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tie between one user and one identity. */
@Entity
@SuppressWarnings("NullAway.Init")
class Binding {
    private static final String TOPIC = "dovetail.bindings";
    private static final long FIRST_REVISION = 1;

    /** A removed binding frees the identity and the user; its row stays to be announced. */
    enum State {
        BOUND,
        REMOVED
    }

    @Id
    private UUID id;

    private UUID companyId;
    private UUID userId;
    private UUID source;
    private String samlId;
    private UUID signInId;
    private @Nullable String providerEmail;

    @Enumerated(EnumType.STRING)
    private State state;

    private long revision;
    private Instant boundAt;

    protected Binding() {}

    Binding(UUID userId, Identity identity, UUID signInId, @Nullable String providerEmail, Instant now) {
        this.id = UUID.randomUUID();
        this.companyId = identity.companyId();
        this.userId = userId;
        this.source = identity.source();
        this.samlId = identity.samlId();
        this.signInId = signInId;
        this.providerEmail = providerEmail;
        this.state = State.BOUND;
        this.revision = FIRST_REVISION;
        this.boundAt = now;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    Identity identity() {
        return new Identity(companyId, source, samlId);
    }

    UUID signInId() {
        return signInId;
    }

    /** The person's address by the word of the provider, when they were bound; null if it said none. */
    @Nullable
    String providerEmail() {
        return providerEmail;
    }

    boolean isBound() {
        return state == State.BOUND;
    }

    State state() {
        return state;
    }

    long revision() {
        return revision;
    }

    Instant boundAt() {
        return boundAt;
    }

    boolean belongsTo(UUID user) {
        return userId.equals(user);
    }

    /** What is told about a binding that has just come to be. */
    List<Event> completed() {
        var data = new BindingCompleted(id, companyId, userId, source, samlId, signInId);
        var who = Actor.user(userId);
        return List.of(
                changed(who, boundAt),
                Event.of(TOPIC, "binding-completed", userId.toString(), companyId, who, boundAt, data));
    }

    /** Frees identity and user. */
    List<Event> remove(Actor who, Instant now) {
        state = State.REMOVED;
        providerEmail = null;
        revision++;
        var data = new BindingRemoved(id, companyId, userId, source, samlId);
        return List.of(
                changed(who, now), Event.of(TOPIC, "binding-removed", userId.toString(), companyId, who, now, data));
    }

    /** The whole present state; told again whenever someone asks for it. */
    Event changed(Actor who, Instant now) {
        var data = new BindingChanged(id, companyId, userId, source, samlId, state.name(), revision);
        return Event.of(TOPIC, "binding-changed", userId.toString(), companyId, who, now, data);
    }
}
