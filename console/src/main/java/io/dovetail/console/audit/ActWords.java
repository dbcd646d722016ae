package io.dovetail.console.audit;

/** What was done, as the services name it and in plain words. */
final class ActWords {
    private ActWords() {}

    /** An act that is newer than this page is shown by its name. */
    static String of(String act) {
        return switch (act) {
            case "DRAFT_SAVED" -> "saved a draft of the connection";
            case "VERIFICATION_STARTED" -> "began a verification";
            case "ACCOUNT_LINKED" -> "linked their own account to an identity";
            case "SINGLE_SIGN_ON_ENABLED" -> "enabled single sign-on";
            case "DRAFT_APPLIED" -> "applied the draft";
            case "SINGLE_SIGN_ON_DISABLED" -> "disabled single sign-on";
            case "SINGLE_SIGN_ON_ROLLED_BACK" -> "turned single sign-on off again: nobody had come in";
            case "VERSION_RESTORED" -> "made an earlier version the draft";
            case "RECOVERY_CODES_REPLACED" -> "replaced the recovery codes";
            case "METADATA_REFRESHED" -> "had the provider's metadata read again, which changed the keys";
            case "HELD_CHANGE_ACCEPTED" -> "accepted the provider's new keys";
            case "KEYS_ADDED" -> "took over new keys from the provider's metadata";
            case "RECOVERY_CODE_USED" -> "came in by a recovery code";
            case "LINKS_SENT" -> "sent links before enabling";
            case "LINK_RESENT" -> "sent a person a new link";
            case "LINKS_RESENT" -> "sent new links to everybody who is not linked";
            case "SENDING_PAUSED" -> "paused the sending of links";
            case "SENDING_RESUMED" -> "resumed the sending of links";
            default -> ofPeople(act);
        };
    }

    private static String ofPeople(String act) {
        return switch (act) {
            case "BINDING_REMOVED" -> "unlinked a person from their identity";
            case "IDENTITY_RELEASED" -> "released the identity of a deactivated person";
            case "PEOPLE_INVITED" -> "invited people";
            case "INVITATION_RESENT" -> "invited a person again";
            case "PASSWORD_LINK_RESENT" -> "sent a person a new link to create a password";
            case "ROLE_CHANGED" -> "changed a person's role";
            case "ADDRESS_CHANGED" -> "changed a person's address";
            case "USER_DEACTIVATED" -> "deactivated a person";
            case "USER_REACTIVATED" -> "reactivated a person";
            case "USER_REMOVED" -> "removed a person";
            case "COMPANY_REGISTERED" -> "registered the company";
            case "COMPANY_CHANGED" -> "changed the company's name, domains or entitlement";
            case "COMPANY_SUSPENDED" -> "suspended the company";
            case "COMPANY_RESUMED" -> "resumed the company";
            case "FIRST_ADMINISTRATOR_MAILED" -> "mailed the first administrator again";
            default -> act;
        };
    }
}
