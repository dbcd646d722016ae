package io.dovetail.console.mails;

/** The kinds of mails in plain words. */
public final class MailKind {
    private MailKind() {}

    /** @param kind as the services name it */
    public static String inWords(String kind) {
        return switch (kind) {
            case "BINDING" -> "Binding link";
            case "INVITATION" -> "Invitation";
            case "CREATE_PASSWORD" -> "Link to create a password";
            case "RESET_PASSWORD" -> "Link to reset the password";
            case "WAY_IN" -> "Where to sign in instead";
            case "SINGLE_SIGN_ON_ENABLED" -> "Notice: single sign-on enabled";
            case "SINGLE_SIGN_ON_DISABLED" -> "Notice: single sign-on disabled";
            case "SINGLE_SIGN_ON_ROLLED_BACK" -> "Notice: single sign-on rolled back";
            case "RECOVERY_CODE_USED" -> "Notice: recovery code used";
            case "MAILS_FAILED" -> "Notice: mails failed";
            case "CERTIFICATE_EXPIRING" -> "Notice: certificate ends soon";
            case "METADATA_HELD" -> "Notice: metadata changed";
            case "METADATA_FAILING" -> "Notice: metadata can't be read";
            case "KEYS_ADDED" -> "Notice: the provider has new keys";
            case "PASSWORD_CHANGED" -> "Notice: password changed";
            default -> kind;
        };
    }
}
