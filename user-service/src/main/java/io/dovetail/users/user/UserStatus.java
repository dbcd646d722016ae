package io.dovetail.users.user;

/** Where an account is in its life. */
public enum UserStatus {
    /** Added, and never signed in so far. */
    PENDING,
    ACTIVE,
    /** Kept, and never signed in again until reactivated. */
    DEACTIVATED
}
