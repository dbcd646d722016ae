package io.dovetail.users.audit;

/** What administrators and operators do in this service; other services name their own acts. */
public enum Act {
    PEOPLE_INVITED,
    INVITATION_RESENT,
    PASSWORD_LINK_RESENT,
    /** Of a job that mails links, as in binding-service. */
    SENDING_PAUSED,
    SENDING_RESUMED,
    ROLE_CHANGED,
    ADDRESS_CHANGED,
    USER_DEACTIVATED,
    USER_REACTIVATED,
    USER_REMOVED,
    COMPANY_REGISTERED,
    COMPANY_CHANGED,
    COMPANY_SUSPENDED,
    COMPANY_RESUMED,
    FIRST_ADMINISTRATOR_MAILED
}
