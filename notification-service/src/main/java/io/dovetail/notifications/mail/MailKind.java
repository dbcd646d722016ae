package io.dovetail.notifications.mail;

/** What a mail is for, as administrators and consumers of {@code mail-sent} see it. */
public enum MailKind {
    BINDING,
    INVITATION,
    CREATE_PASSWORD,
    RESET_PASSWORD,
    PASSWORD_CHANGED,
    WAY_IN,
    SINGLE_SIGN_ON_ENABLED,
    SINGLE_SIGN_ON_DISABLED,
    SINGLE_SIGN_ON_ROLLED_BACK,
    RECOVERY_CODE_USED,
    MAILS_FAILED,
    CERTIFICATE_EXPIRING,
    METADATA_HELD,
    METADATA_FAILING,
    KEYS_ADDED
}
