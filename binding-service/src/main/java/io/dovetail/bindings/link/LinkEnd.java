package io.dovetail.bindings.link;

/** Why a link died before anybody used it. */
enum LinkEnd {
    REPLACED,
    /** The user was bound in another way. */
    BOUND,
    SINGLE_SIGN_ON_OFF,
    DEACTIVATED
}
