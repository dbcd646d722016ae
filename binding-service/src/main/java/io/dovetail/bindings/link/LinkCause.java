package io.dovetail.bindings.link;

/** Why a link is mailed. */
enum LinkCause {
    ENABLED,
    SENT_BEFORE_ENABLE,
    INVITED,
    /** An administrator had it sent again. */
    RESENT,
    /** The person asked for a new one on a dead link's page. */
    ASKED_FOR,
    UNBOUND,
    REACTIVATED
}
