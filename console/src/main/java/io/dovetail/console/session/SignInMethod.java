package io.dovetail.console.session;

/** How a person came in. */
public enum SignInMethod {
    PASSWORD,
    SSO,
    RECOVERY
}
