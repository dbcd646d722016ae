package io.dovetail.sso.spkey;

/** Where a key of ours stands in its rotation. */
public enum KeyState {
    /** Signs, decrypts, stands in our metadata. */
    ACTIVE,
    /**
     * Decrypts and stands in our metadata beside the active one, for the provider to learn; signs when it is activated.
     */
    NEXT,
    /** Decrypts for seven days more, for a provider that was late; no longer in our metadata. */
    PREVIOUS
}
