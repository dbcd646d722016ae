package io.dovetail.users.password;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told to other features in the same transaction: from now on this user signs in with a new password.
 *
 * @param sessionId in which they created it; null if it was by a link
 */
public record PasswordCreated(
        UUID companyId, UUID userId, @Nullable UUID sessionId) {}
