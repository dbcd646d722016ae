package io.dovetail.users.password;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A user's password, hashed. */
@Entity
@Table(name = "password")
@SuppressWarnings("NullAway.Init")
class StoredPassword {
    @Id
    private UUID userId;

    private String hash;
    private Instant changedAt;
    private long settled;

    protected StoredPassword() {}

    StoredPassword(UUID userId, String hash, long settled, Instant now) {
        this.userId = userId;
        this.hash = hash;
        this.settled = settled;
        this.changedAt = now;
    }

    UUID userId() {
        return userId;
    }

    /** The settled switch-over at which it was created. */
    long settled() {
        return settled;
    }

    String hash() {
        return hash;
    }

    void replace(String newHash, long newSettled, Instant now) {
        hash = newHash;
        settled = newSettled;
        changedAt = now;
    }
}
