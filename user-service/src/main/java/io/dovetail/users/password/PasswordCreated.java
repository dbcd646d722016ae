package io.dovetail.users.password;

import io.dovetail.kit.event.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told to other features in the same transaction: from now on this user signs in with a new password.
 *
 * @param sessionId in which they created it; null if it was by a link
 * @param isFirst whether it let them in for the first time
 * @param by the user, from where they did it
 */
public record PasswordCreated(
        UUID companyId, UUID userId, @Nullable UUID sessionId, boolean isFirst, Actor by) {}
