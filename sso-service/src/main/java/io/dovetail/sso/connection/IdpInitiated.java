package io.dovetail.sso.connection;

/** What becomes of a sign-in that the provider starts, such as by a tile. */
public enum IdpInitiated {
    /** Nothing of it is believed; the browser starts a normal sign-in, which the provider answers at once. */
    RESTART,
    ACCEPT,
    REFUSE
}
