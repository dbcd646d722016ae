package io.dovetail.users.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as other features see them.
 *
 * @param invitedBy the administrator; null for the first one, whom the operator named
 * @param linkedSettled the settled switch-over for which a link was mailed last; null while none was
 */
public record UserProfile(
        UUID id,
        UUID companyId,
        String email,
        String firstName,
        String lastName,
        Role role,
        UserStatus status,
        boolean hasPassword,
        @Nullable UUID invitedBy,
        @Nullable Long linkedSettled) {

    public boolean belongsTo(UUID company) {
        return companyId.equals(company);
    }

    /** Whether they were invited and have not come so far. */
    public boolean awaitsInvitation() {
        return status == UserStatus.PENDING && invitedBy != null;
    }

    public boolean isActiveAdministrator() {
        return role == Role.ADMIN && status == UserStatus.ACTIVE;
    }

    public boolean isDeactivated() {
        return status == UserStatus.DEACTIVATED;
    }
}
