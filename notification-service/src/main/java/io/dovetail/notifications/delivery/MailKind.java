package io.dovetail.notifications.delivery;

import io.dovetail.notifications.mail.PasswordCause;

/** What a mail is for, as administrators and consumers of {@code mail-sent} see it. */
public enum MailKind {
    CREATE_PASSWORD,
    RESET_PASSWORD;

    static MailKind of(PasswordCause cause) {
        return cause == PasswordCause.RESET ? RESET_PASSWORD : CREATE_PASSWORD;
    }
}
