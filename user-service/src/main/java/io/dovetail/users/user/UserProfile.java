package io.dovetail.users.user;

import java.util.UUID;

/** A user as other features see them. */
public record UserProfile(
        UUID id,
        UUID companyId,
        String email,
        String firstName,
        String lastName,
        Role role,
        UserStatus status,
        boolean hasPassword) {

    public boolean belongsTo(UUID company) {
        return companyId.equals(company);
    }

    public boolean isDeactivated() {
        return status == UserStatus.DEACTIVATED;
    }
}
