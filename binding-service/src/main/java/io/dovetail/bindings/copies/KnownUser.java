package io.dovetail.bindings.copies;

import java.util.UUID;

/** A user as far as this service has heard. */
public record KnownUser(UUID userId, UUID companyId, boolean deactivated) {}
