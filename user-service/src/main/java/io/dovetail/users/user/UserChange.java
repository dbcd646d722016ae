package io.dovetail.users.user;

import java.util.Optional;

/** What an administrator can do to an account and leave it there. */
public sealed interface UserChange {
    /** What is empty stays as it is. */
    record Edit(Optional<Role> role, Optional<EmailAddress> email) implements UserChange {}

    /** Keeps the account, and lets nobody in by it. */
    record Deactivate() implements UserChange {}

    /** Takes that back. */
    record Reactivate() implements UserChange {}
}
