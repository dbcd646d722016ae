package io.dovetail.users.registration;

import java.util.UUID;

/** Which company it is, and who administers it at first. */
public record Registration(UUID companyId, UUID adminUserId) {}
