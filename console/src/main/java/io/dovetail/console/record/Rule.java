package io.dovetail.console.record;

import java.util.Arrays;
import java.util.Optional;

/** Why a sign-in was refused, in plain words, and what to do about it; named as the services name their reasons. */
enum Rule {
    PARAMETERS_INVALID(
            "The answer did not come as one SAMLResponse in a form.",
            "Have the provider answer with the HTTP-POST binding at the ACS address."),
    TOO_LARGE("The answer is larger than any sensible one.", "Send fewer attributes or group memberships."),
    NOT_XML("The answer is no XML document.", "Look at what the provider, or a proxy on the way, sends."),
    STRUCTURE_EXCESSIVE("The answer is nested or repeated beyond measure.", "Send plain attribute values."),
    IDS_AMBIGUOUS("The same ID stands in the answer twice.", "Look for what changes the answer on its way."),
    SCHEMA_INVALID("The answer does not keep to the form of SAML 2.0.", "Look for custom templates at the provider."),
    NOT_A_RESPONSE("A message of another kind came.", "Look which address the provider was given for what."),
    ALGORITHM_NOT_ALLOWED(
            "It was signed or encrypted in a way that is not safe.",
            "Choose RSA-SHA256 (or ECDSA-SHA256) at the provider, and AES-GCM where it encrypts."),
    VALUE_UNREADABLE("A value can't be read whole.", "Look for custom templates at the provider."),
    STATUS_NOT_SUCCESS(
            "The provider itself did not let the person in.",
            "Look at the provider's log; mostly the person is not assigned to the application there."),
    ASSERTION_COUNT("There is not exactly one assertion.", "Look for custom templates at the provider."),
    ENCRYPTION_OFF(
            "The assertion is encrypted, and this connection has no key for it.",
            "Switch encryption on in the settings and load our metadata at the provider again, or switch it off there."),
    ENCRYPTION_FORM("The encrypted assertion is not whole.", "Look for custom encryption options at the provider."),
    DECRYPTION_FAILED(
            "The assertion is encrypted to a key that is not ours.", "Load our metadata at the provider again."),
    SIGNATURE_MISPLACED("A signature stands in the wrong place.", "Look for what changes the answer on its way."),
    SIGNATURE_MISSING("Nothing is signed.", "Switch signing on at the provider."),
    SIGNATURE_FORM("A signature covers something else than it should.", "Look for custom signing options there."),
    KEY_TOO_WEAK("The provider's key is too weak.", "Use an RSA key of 2048 bits or more, or EC P-256 or more."),
    SIGNATURE_INVALID(
            "It was not signed by a key that is trusted here.",
            "Refresh the metadata in the settings: the provider's certificate may have changed."),
    CERTIFICATE_EXPIRED(
            "The provider's certificate is past its end.",
            "Make a new certificate at the provider and refresh the metadata, or let the connection accept it."),
    SIGNATURE_NOT_THE_REQUIRED_ONE(
            "What this connection asks to be signed is not signed.",
            "Sign it at the provider, or ask for less in the settings."),
    VERSION_NOT_2("The message is not SAML 2.0.", "Choose SAML 2.0 at the provider."),
    ISSUER_WRONG(
            "It names another issuer than the metadata do.",
            "Type the expected value as IdP entity ID at the provider, letter by letter; the placeholder"
                    + " \"IdP Entity ID\" is often left there."),
    DESTINATION_WRONG("It is addressed to somebody else.", "Set the ACS address of the settings at the provider."),
    SUBJECT_MISSING("It says of nobody who they are.", "Let the provider send a NameID."),
    CONFIRMATION_MISSING("The person is not confirmed as SAML asks.", "Use the Web Browser SSO profile there."),
    RECIPIENT_WRONG("It is meant for another recipient.", "Set the recipient to the ACS address of the settings."),
    CONFIRMATION_FORM("The confirmation says too little or too much.", "Look for custom templates at the provider."),
    CONFIRMATION_EXPIRED("It came after the time until which it was good.", "Set the clocks right; answer at once."),
    CONDITIONS_MISSING("It does not say for how long it is good.", "Let the provider send Conditions."),
    CONDITION_UNKNOWN("It asks for a condition that nobody here knows.", "Remove custom conditions at the provider."),
    NOT_YET_VALID("By our clock it is not good yet.", "Set the provider's clock right, or allow more difference."),
    EXPIRED("By our clock it is no longer good.", "Set the provider's clock right, or allow more difference."),
    AUDIENCE_WRONG("It is meant for another app.", "Set the audience (SP entity ID) of the settings at the provider."),
    ISSUED_IN_THE_FUTURE("By our clock it was written in the future.", "Set the provider's clock right."),
    ISSUED_LONG_AGO("It was written long ago.", "Set the provider's clock right; answer at once."),
    AUTHENTICATION_MISSING("It does not say how the person signed in.", "Let the provider send an AuthnStatement."),
    SESSION_ENDED("The session at the provider has ended already.", "Set the session's length at the provider."),
    ATTRIBUTES_MISSING(
            "One or more of the three attributes are missing.", "Add first_name, last_name and saml_id there."),
    ATTRIBUTE_AMBIGUOUS("An attribute has several values.", "Send one plain value for each of the three attributes."),
    ATTRIBUTE_TOO_LONG("An attribute is too long.", "Send at most 512 characters in each of the three attributes."),
    SAML_ID_BLANK("saml_id is empty.", "Let saml_id come from a field that every person has."),
    INTENT_INVALID(
            "The sign-in was not started from the link's own page, or more than ten minutes before.",
            "Have the person open the link of the mail again and press its button."),
    UNSOLICITED(
            "Nobody here had asked for this answer.",
            "Start at the app, or choose under \"More about this connection\" to accept sign-ins of a tile."),
    PROVIDER_IGNORES_REQUESTS(
            "The provider does not say which request it answers.",
            "Choose to accept sign-ins that the provider starts, under \"More about this connection\"."),
    REQUEST_UNKNOWN("The sign-in was begun long before, or somewhere else.", "Have the person start again."),
    REQUEST_SPENT("The same sign-in was ended before.", "Have the person start again: each counts once."),
    ASSERTION_REPLAYED("The same answer came a second time.", "Have the person start again: each counts once."),
    OTHER_BROWSER("It was begun in one browser and ended in another.", "End it in the browser that began it."),
    SINGLE_SIGN_ON_OFF(
            "Single sign-on is off, or was turned to another provider meanwhile.",
            "Enable it, or nothing if so meant."),
    IDENTITY_TAKEN(
            "The identity belongs to another account here, perhaps a deactivated one.",
            "Have the person sign in at the provider as themselves; or unlink or release the identity under Users."),
    OTHER_IDENTITY_BOUND(
            "The account is linked to another identity of this provider.",
            "Have the person use that one, or unlink the account under Users first."),
    USER_UNKNOWN("The account is not one of this company.", "Invite the person under Users."),
    USER_DEACTIVATED("The account was deactivated.", "Reactivate it under Users, if the person is to come in."),
    LINK_REPLACED("An older link was used.", "Have the person open the newest mail, or send a new link."),
    LINK_USED("The link had been used already.", "Have the person sign in."),
    NOT_BOUND("No account is linked to this identity.", "Send the person their link under Users."),
    DEACTIVATED("The account is deactivated.", "Reactivate it under Users, if the person is to come in.");

    private final String words;
    private final String advice;

    Rule(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    String words() {
        return words;
    }

    String advice() {
        return advice;
    }

    static Optional<Rule> find(String reason) {
        return Arrays.stream(values())
                .filter(rule -> rule.name().equals(reason))
                .findFirst();
    }
}
