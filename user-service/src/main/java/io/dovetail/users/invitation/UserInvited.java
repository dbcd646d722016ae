package io.dovetail.users.invitation;

import io.dovetail.users.user.Role;
import java.util.UUID;

/** The data of {@code dovetail.user-invited.v1}. */
record UserInvited(UUID companyId, UUID userId, String email, Role role, UUID invitedBy) {}
