package io.dovetail.bindings.copies;

import java.util.UUID;

/** Said inside this process, in the same transaction, when a user's copy became newer. */
public record UserHeardOf(UUID companyId, UUID userId) {}
