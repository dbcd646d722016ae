package io.dovetail.sso.audit;

import io.dovetail.kit.audit.AuditedAct;

/** What an administrator did, or what came by itself; the audit log shows it by this word. */
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
    /** Nobody did: the provider's metadata listed them. */
    KEYS_ADDED,
    SP_KEY_ADDED,
    SP_KEY_ACTIVATED,
    SP_KEY_DROPPED;

    @Override
    public String topic() {
        return "dovetail.sso";
    }
}
