package io.dovetail.users.passwordlink;

/** Why a link is mailed. */
public enum LinkCause {
    FIRST_ADMINISTRATOR,
    RESET,
    SINGLE_SIGN_ON_DISABLED,
    /** Who has no password asked for it at the page of a link before. */
    PASSWORD_ASKED_FOR,
    INVITATION,
    /** The invited person asked for it at the page of a link before. */
    INVITATION_ASKED_FOR;

    /** Whether it sets name and password, or a password alone. */
    boolean isInvitation() {
        return this == INVITATION || this == INVITATION_ASKED_FOR;
    }
}
