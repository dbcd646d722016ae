package io.dovetail.users.directory;

import io.dovetail.users.user.Role;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.UserStatus;
import java.util.ArrayList;
import java.util.List;

/** What an administrator can do about a user by calls of this service; links that bind are binding-service's affair. */
public enum UserAct {
    RESEND_INVITATION,
    RESEND_PASSWORD_LINK,
    MAKE_ADMINISTRATOR,
    MAKE_MEMBER,
    CHANGE_ADDRESS,
    DEACTIVATE,
    REACTIVATE,
    REMOVE;

    /**
     * What would not be refused, as far as is known at present.
     *
     * @param passwordsWork whether single sign-on of the company is off
     * @param isLastAdministrator whether nobody else of the company is an active administrator
     */
    static List<UserAct> of(UserProfile user, boolean passwordsWork, boolean isLastAdministrator) {
        if (user.status() == UserStatus.DEACTIVATED) {
            return List.of(REACTIVATE, REMOVE);
        }
        var acts = new ArrayList<UserAct>();
        if (passwordsWork && !user.hasPassword()) {
            acts.add(user.awaitsInvitation() ? RESEND_INVITATION : RESEND_PASSWORD_LINK);
        }
        if (!isLastAdministrator) {
            acts.add(user.role() == Role.ADMIN ? MAKE_MEMBER : MAKE_ADMINISTRATOR);
        }
        acts.add(CHANGE_ADDRESS);
        if (!isLastAdministrator) {
            acts.add(DEACTIVATE);
            acts.add(REMOVE);
        }
        return List.copyOf(acts);
    }
}
