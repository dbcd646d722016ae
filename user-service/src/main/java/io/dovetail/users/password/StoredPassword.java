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

    protected StoredPassword() {}

    StoredPassword(UUID userId, String hash, Instant now) {
        this.userId = userId;
        this.hash = hash;
        this.changedAt = now;
    }

    UUID userId() {
        return userId;
    }

    String hash() {
        return hash;
    }

    void replace(String newHash, Instant now) {
        hash = newHash;
        changedAt = now;
    }
}
