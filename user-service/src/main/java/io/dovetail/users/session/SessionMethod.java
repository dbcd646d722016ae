package io.dovetail.users.session;

/** By what a session was opened. */
public enum SessionMethod {
    PASSWORD,
    SSO
}
