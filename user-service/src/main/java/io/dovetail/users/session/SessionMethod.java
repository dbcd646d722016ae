package io.dovetail.users.session;

/** By what a session was opened. */
public enum SessionMethod {
    PASSWORD,
    SSO,
    /** A recovery code: such a session is good for the company's connection alone. */
    RECOVERY
}
