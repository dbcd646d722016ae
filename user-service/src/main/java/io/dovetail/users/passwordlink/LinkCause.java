package io.dovetail.users.passwordlink;

/** Why a link is mailed. */
public enum LinkCause {
    FIRST_ADMINISTRATOR,
    RESET,
    SINGLE_SIGN_ON_DISABLED,
    INVITATION
}
