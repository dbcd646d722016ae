package io.dovetail.users.password;

import java.util.UUID;

/** Told to other features in the same transaction: from now on this user signs in with a new password. */
public record PasswordCreated(UUID companyId, UUID userId) {}
