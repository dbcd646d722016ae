package io.dovetail.bindings.audit;

import io.dovetail.kit.audit.AuditedAct;

/** What an administrator did; the audit log shows it by this word. */
public enum Act implements AuditedAct {
    LINKS_SENT,
    LINKS_RESENT,
    LINK_RESENT,
    SENDING_PAUSED,
    SENDING_RESUMED,
    BINDING_REMOVED,
    IDENTITY_RELEASED;

    @Override
    public String topic() {
        return "dovetail.bindings";
    }
}
