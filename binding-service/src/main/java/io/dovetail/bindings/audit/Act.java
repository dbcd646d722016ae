package io.dovetail.bindings.audit;

/** What an administrator did; the audit log shows it by this word. */
public enum Act {
    LINKS_SENT,
    LINKS_RESENT,
    LINK_RESENT,
    SENDING_PAUSED,
    SENDING_RESUMED,
    BINDING_REMOVED,
    IDENTITY_RELEASED
}
