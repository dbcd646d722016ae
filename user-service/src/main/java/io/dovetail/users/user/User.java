package io.dovetail.users.user;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's account in one company. */
@Entity
@Table(name = "user_account")
@SuppressWarnings("NullAway.Init")
class User {
    private static final String TOPIC = "dovetail.users";
    private static final long FIRST_REVISION = 1;

    @Id
    private UUID id;

    private UUID companyId;
    private String email;
    private String firstName;
    private String lastName;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private UserStatus status;

    private boolean hasPassword;
    private boolean came;
    private long revision;
    private Instant createdAt;
    private @Nullable UUID invitedBy;
    private @Nullable Long linkedSettled;

    protected User() {}

    User(AddUser.Command wish, Instant now) {
        this.id = wish.id();
        this.companyId = wish.companyId();
        this.email = wish.email().text();
        this.firstName = wish.firstName();
        this.lastName = wish.lastName();
        this.role = wish.role();
        this.status = UserStatus.PENDING;
        this.hasPassword = false;
        this.revision = FIRST_REVISION;
        this.createdAt = now;
        this.invitedBy = wish.invitedBy();
    }

    UUID id() {
        return id;
    }

    UserProfile profile() {
        return new UserProfile(
                id, companyId, email, firstName, lastName, role, status, hasPassword, invitedBy, linkedSettled);
    }

    /** @return whether anything is different now; only then did the revision grow */
    boolean passwordCreated() {
        var changes = !hasPassword || status == UserStatus.PENDING;
        hasPassword = true;
        activate();
        revision += changes ? 1 : 0;
        return changes;
    }

    /** @return whether anything is different now; only then did the revision grow */
    boolean passwordDropped() {
        var changes = hasPassword;
        hasPassword = false;
        revision += changes ? 1 : 0;
        return changes;
    }

    /** @return whether anything is different now; only then did the revision grow */
    boolean change(UserChange wish) {
        var before = profile();
        if (wish instanceof UserChange.Edit edit) {
            role = edit.role().orElse(role);
            email = edit.email().map(EmailAddress::text).orElse(email);
        } else if (wish instanceof UserChange.Deactivate) {
            status = UserStatus.DEACTIVATED;
        } else if (status == UserStatus.DEACTIVATED) {
            status = reactivated();
        }
        var changes = !before.equals(profile());
        revision += changes ? 1 : 0;
        return changes;
    }

    /** @param settled null when no link is good any more */
    void linked(@Nullable Long settled) {
        linkedSettled = settled;
    }

    /** @return whether anything is different now; only then did the revision grow */
    boolean signedIn(Optional<PersonName> names) {
        var changes =
                status == UserStatus.PENDING || names.filter(this::differs).isPresent();
        names.ifPresent(name -> {
            firstName = name.first();
            lastName = name.last();
        });
        activate();
        revision += changes ? 1 : 0;
        return changes;
    }

    /** The whole present state; told again whenever someone asks for it. */
    Event changed(Actor who, Instant now) {
        var data = new UserChanged(id, companyId, revision, email, firstName, lastName, role, status, hasPassword);
        return Event.of(TOPIC, "user-changed", id.toString(), companyId, who, now, data);
    }

    private void activate() {
        came = true;
        if (status == UserStatus.PENDING) {
            status = UserStatus.ACTIVE;
        }
    }

    private UserStatus reactivated() {
        return came ? UserStatus.ACTIVE : UserStatus.PENDING;
    }

    private boolean differs(PersonName name) {
        return !name.first().equals(firstName) || !name.last().equals(lastName);
    }
}
