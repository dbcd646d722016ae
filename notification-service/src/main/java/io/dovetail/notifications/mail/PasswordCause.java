package io.dovetail.notifications.mail;

/** Why a person is sent a link to a password page; the names are those of the event that brings it. */
public enum PasswordCause {
    FIRST_ADMINISTRATOR,
    RESET,
    SINGLE_SIGN_ON_DISABLED
}
