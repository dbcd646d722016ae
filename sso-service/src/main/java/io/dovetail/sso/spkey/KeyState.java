package io.dovetail.sso.spkey;

import java.time.Duration;

/** Where a key of ours stands in its rotation. */
public enum KeyState {
    /** Signs, decrypts, stands in our metadata. */
    ACTIVE,
    /**
     * Decrypts and stands in our metadata beside the active one, for the provider to learn; signs when it is activated.
     */
    NEXT,
    /** Decrypts for seven days more, for a provider that was late; no longer in our metadata. */
    PREVIOUS;

    /** How long a replaced key goes on decrypting. */
    static final Duration PREVIOUS_KEPT = Duration.ofDays(7);
}
