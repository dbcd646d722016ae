package io.dovetail.bindings.copies;

import io.dovetail.kit.event.Actor;
import java.util.UUID;

/**
 * Said inside this process, in the same transaction, when a user's copy became newer.
 *
 * @param reactivated whether the user was deactivated until now
 * @param actor who changed the user
 */
public record UserHeardOf(UUID companyId, UUID userId, boolean reactivated, Actor actor) {}
