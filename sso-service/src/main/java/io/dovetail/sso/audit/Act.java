package io.dovetail.sso.audit;

import io.dovetail.kit.audit.AuditedAct;

/** What an administrator did; the audit log shows it by this word. */
public enum Act implements AuditedAct {
    DRAFT_SAVED,
    VERSION_RESTORED,
    VERIFICATION_STARTED,
    ACCOUNT_LINKED,
    SINGLE_SIGN_ON_ENABLED,
    DRAFT_APPLIED,
    SINGLE_SIGN_ON_DISABLED,
    RECOVERY_CODES_REPLACED,
    METADATA_REFRESHED,
    HELD_CHANGE_ACCEPTED,
    SP_KEY_ADDED,
    SP_KEY_ACTIVATED,
    SP_KEY_DROPPED;

    @Override
    public String topic() {
        return "dovetail.sso";
    }
}
