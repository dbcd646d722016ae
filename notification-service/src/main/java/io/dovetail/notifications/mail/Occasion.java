package io.dovetail.notifications.mail;

/**
 * Why a person is written to, with the words for it.
 *
 * <p>In the words, {@code %1$s} is the company, {@code %2$s} the product, {@code %3$s} its address, {@code %4$s}
 * whoever asked for the mail, {@code %5$d} how many recovery codes are left, {@code %6$d} how many of {@code %7$d}
 * mails could not be delivered, {@code %8$s}, {@code %9$s} and {@code %10$s} a certificate's name, end and SHA-256, and
 * {@code %11$s} when it happened.
 */
public enum Occasion {
    BINDING_ENABLED(
            MailKind.BINDING,
            "Link your account with %1$s",
            "%4$s turned single sign-on on. From now on you sign in at %3$s through the sign-in of your company and no"
                    + " longer by a password. For that, your account has to be linked with it once.",
            Button.LINK,
            Ending.UNKNOWN_COMPANY),
    BINDING_BEFORE_ENABLE(
            MailKind.BINDING,
            "Link your account with %1$s",
            "%4$s prepares single sign-on for %3$s. Link your account with the sign-in of your company now, and you are"
                    + " ready when it is turned on; until then you sign in as before.",
            Button.LINK,
            Ending.UNKNOWN_COMPANY),
    BINDING_SENT(
            MailKind.BINDING,
            "Link your account with %1$s",
            "%4$s sent you a new link that links your account at %3$s with the sign-in of your company. Older ones no"
                    + " longer work.",
            Button.LINK,
            Ending.UNKNOWN_COMPANY),
    BINDING_ASKED_FOR(
            MailKind.BINDING,
            "Link your account with %1$s",
            "somebody, hopefully you, asked at %3$s for a new link that links your account with the sign-in of %1$s."
                    + " Older ones no longer work.",
            Button.LINK,
            Ending.NOT_YOU),
    BINDING_UNBOUND(
            MailKind.BINDING,
            "Link your account with %1$s again",
            "%4$s separated your account at %3$s from the identity that it was linked with. To sign in again, link it"
                    + " anew with the sign-in of your company.",
            Button.LINK,
            Ending.UNKNOWN_COMPANY),
    BINDING_REACTIVATED(
            MailKind.BINDING,
            "Link your account with %1$s",
            "%4$s made your account at %3$s active again. To sign in, link it with the sign-in of your company.",
            Button.LINK,
            Ending.UNKNOWN_COMPANY),
    INVITATION(
            MailKind.INVITATION,
            "%1$s invites you to %2$s",
            "%4$s invited you to %2$s at %3$s. You sign in there through the sign-in of your company; accepting links"
                    + " your account with it.",
            Button.ACCEPT,
            Ending.UNKNOWN_COMPANY),
    INVITATION_ASKED_FOR(
            MailKind.INVITATION,
            "%1$s invites you to %2$s",
            "somebody, hopefully you, asked at %3$s for a new link to accept the invitation of %1$s. Older ones no longer"
                    + " work.",
            Button.ACCEPT,
            Ending.NOT_YOU),
    INVITATION_WITH_PASSWORD(
            MailKind.INVITATION,
            "%1$s invites you to %2$s",
            "%4$s invited you to %2$s at %3$s. To accept, give your name and choose a password.",
            Button.ACCEPT,
            Ending.UNKNOWN_COMPANY),
    FIRST_ADMINISTRATOR(
            MailKind.CREATE_PASSWORD,
            "Create your password for %1$s",
            "the team that runs %2$s registered %1$s at %3$s and named you as its administrator.",
            Button.CREATE_PASSWORD,
            Ending.UNKNOWN_COMPANY),
    PASSWORD_AFTER_DISABLE(
            MailKind.CREATE_PASSWORD,
            "Create a new password for %1$s",
            "an administrator of %1$s turned single sign-on off. From now on you sign in at %3$s with your e-mail address"
                    + " and a password.",
            Button.CREATE_PASSWORD,
            Ending.UNKNOWN_COMPANY),
    PASSWORD_ASKED_FOR(
            MailKind.CREATE_PASSWORD,
            "Create a new password for %1$s",
            "somebody, hopefully you, asked at %3$s for a new link to create the password of your account with %1$s."
                    + " Older ones no longer work.",
            Button.CREATE_PASSWORD,
            Ending.NOT_YOU),
    PASSWORD_RESET(
            MailKind.RESET_PASSWORD,
            "Choose a new password for %2$s",
            "somebody, hopefully you, asked at %3$s for a new password for your account with %1$s.",
            "Choose a new password",
            "If it was not you, ignore this mail: your password stays as it is."),
    PASSWORD_CHANGED(
            MailKind.PASSWORD_CHANGED,
            "A new password was set for your account with %1$s",
            "a new password was set for your account with %1$s at %3$s, on %11$s. From now on you sign in with it; wherever"
                    + " else you were signed in, you are signed out.",
            "Go to the sign-in page",
            "If it was not you, ask an administrator of %1$s at once to deactivate your account, and see who else reads"
                    + " your mails: a new password is created by a mailed link."),
    WAY_IN(
            MailKind.WAY_IN,
            "How to sign in to %2$s",
            "somebody, hopefully you, tried a password at %3$s for your account with %1$s, or asked for a new one. %1$s uses"
                    + " single sign-on: you sign in through the sign-in of your company, without a password of %2$s.",
            "Sign in",
            Ending.NOT_YOU),
    SINGLE_SIGN_ON_ENABLED(
            MailKind.SINGLE_SIGN_ON_ENABLED,
            "Single sign-on of %1$s is on",
            "%4$s turned single sign-on on at %3$s. Passwords no longer sign anybody in; whoever is not linked yet is mailed"
                    + " a link.",
            Button.SETTINGS,
            Ending.ADMINISTRATOR),
    SINGLE_SIGN_ON_DISABLED(
            MailKind.SINGLE_SIGN_ON_DISABLED,
            "Single sign-on of %1$s is off",
            "%4$s turned single sign-on off at %3$s. Everyone is mailed a link to create a new password.",
            Button.SETTINGS,
            Ending.ADMINISTRATOR),
    SINGLE_SIGN_ON_UNDONE(
            MailKind.SINGLE_SIGN_ON_DISABLED,
            "Single sign-on of %1$s is off again",
            "%4$s turned single sign-on off at %3$s before anybody had signed in through it. Everything is as it was before:"
                    + " passwords sign in, and nobody needs a new one.",
            Button.SETTINGS,
            Ending.ADMINISTRATOR),
    SINGLE_SIGN_ON_ROLLED_BACK(
            MailKind.SINGLE_SIGN_ON_ROLLED_BACK,
            "Single sign-on of %1$s turned itself off",
            "nobody signed in through the single sign-on of %1$s within its trial, so that it turned itself off at %3$s."
                    + " Everything is as it was before: passwords sign in, and nobody needs a new one.",
            Button.SETTINGS,
            Ending.ADMINISTRATOR),
    RECOVERY_CODE_USED(
            MailKind.RECOVERY_CODE_USED,
            "A recovery code of %1$s was used",
            "%4$s came in at %3$s by a recovery code, to the settings of single sign-on alone. Recovery codes left: %5$d.",
            Button.SETTINGS,
            "If no administrator of %1$s did that, replace the recovery codes at once."),
    MAILS_FAILED(
            MailKind.MAILS_FAILED,
            "%6$d of %7$d mails to people of %1$s failed",
            "links were sent to people of %1$s at %3$s, and %6$d of %7$d mails could not be delivered: these people have"
                    + " no link. See below whom it concerns and what the mail server said, correct their addresses on the"
                    + " page Users if need be, and send them a new link there.",
            "See the failed mails",
            Ending.ADMINISTRATOR),
    CERTIFICATE_EXPIRING(
            MailKind.CERTIFICATE_EXPIRING,
            "A certificate for the single sign-on of %1$s ends on %9$s",
            "the certificate by which your provider signs people of %1$s in at %3$s ends on %9$s. It is %8$s, SHA-256"
                    + " %10$s. Make a new one at your provider in time and let its metadata list both for a while. If you"
                    + " gave us the address of the metadata, the new one is read from there by itself within the hour;"
                    + " if you pasted the metadata, save a new draft with the present ones, verify it and apply it.",
            Button.SETTINGS,
            Ending.ADMINISTRATOR),
    METADATA_HELD(
            MailKind.METADATA_HELD,
            "Look at the changed metadata of your provider for %1$s",
            "the metadata that your provider publishes for the single sign-on of %1$s at %3$s changed so much that nothing"
                    + " of it was taken over: another entity ID, another sign-in address, or none of the keys known so"
                    + " far. What was known before goes on counting, but whoever the provider signs in by a new key is"
                    + " refused. The settings show what changed: compare it with what your provider shows, then accept"
                    + " the new keys there, or save a new draft if you moved to another provider.",
            Button.SETTINGS,
            "If neither you nor your provider changed anything, accept nothing and ask your provider first."),
    METADATA_FAILING(
            MailKind.METADATA_FAILING,
            "The metadata of your provider for %1$s can't be read any more",
            "the metadata that your provider publishes for the single sign-on of %1$s at %3$s could not be read for a day,"
                    + " or until the end that they named. What was known before goes on counting, so that people sign in"
                    + " as before; but once the provider changes its keys, they are refused. The settings show what is"
                    + " wrong. Mend it at your provider, or save a new draft with the address as it is now, verify it and"
                    + " apply it.",
            Button.SETTINGS,
            Ending.ADMINISTRATOR),
    KEYS_ADDED(
            MailKind.KEYS_ADDED,
            "Your provider has a new key for the single sign-on of %1$s",
            "the metadata that your provider publishes for the single sign-on of %1$s at %3$s list a new key beside one that"
                    + " was known. From now on whoever the provider signs in by it comes in, too. The settings show the"
                    + " new certificate: compare it with what your provider shows.",
            Button.SETTINGS,
            "If your provider has no such key, disable single sign-on at once, and ask your provider.");

    final MailKind kind;
    final String subject;
    final String reason;
    final String button;
    final String ending;

    Occasion(MailKind kind, String subject, String reason, String button, String ending) {
        this.kind = kind;
        this.subject = subject;
        this.reason = reason;
        this.button = button;
        this.ending = ending;
    }

    public MailKind kind() {
        return kind;
    }

    private static final class Button {
        static final String LINK = "Link your account";
        static final String ACCEPT = "Accept the invitation";
        static final String CREATE_PASSWORD = "Create your password";
        static final String SETTINGS = "Open the settings";
    }

    private static final class Ending {
        static final String UNKNOWN_COMPANY =
                "If you do not know %1$s, ignore this mail: without the link nothing happens.";
        static final String NOT_YOU = "If it was not you, ignore this mail: nothing changes.";
        static final String ADMINISTRATOR = "You get this mail because you are an administrator of %1$s.";
    }
}
