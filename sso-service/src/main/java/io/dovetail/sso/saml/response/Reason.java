package io.dovetail.sso.saml.response;

import static io.dovetail.sso.saml.response.FixAt.APP;
import static io.dovetail.sso.saml.response.FixAt.IDP;

/**
 * Every rule that can stop a sign-in, in the order in which the rules run.
 *
 * <p>The order is what a verification's list of checks shows: what stands before the reason passed, what stands after
 * it was not reached.
 */
public enum Reason {
    PARAMETERS_INVALID(
            IDP,
            "The answer came as one SAMLResponse by POST",
            "Have the provider answer with the HTTP-POST binding at the ACS address, and nothing else in the form."),
    TOO_LARGE(IDP, "The response has a sensible size", "Send fewer attributes or group memberships."),
    NOT_XML(IDP, "The response is one XML document", "Check what the provider or a proxy between sends."),
    STRUCTURE_EXCESSIVE(IDP, "The response has a sensible structure", "Send plain attribute values."),
    IDS_AMBIGUOUS(IDP, "Every ID stands once", "Look for what changes the response on its way."),
    SCHEMA_INVALID(IDP, "The response keeps to the SAML 2.0 schema", "Look for custom templates at the provider."),
    NOT_A_RESPONSE(IDP, "The message is a SAML response", "Check which address the provider was given for what."),
    ALGORITHM_NOT_ALLOWED(
            IDP,
            "The algorithms of signatures and encryption are safe",
            "Choose RSA-SHA256 (or ECDSA-SHA256) and SHA-256 at the provider; SHA-1 is not accepted. Where it encrypts:"
                    + " RSA-OAEP and AES-GCM; AES-CBC only if it signs the response around it."),
    VALUE_UNREADABLE(
            IDP,
            "Every value can be read whole",
            "Look for custom templates at the provider that put comments or odd numbers into values."),
    STATUS_NOT_SUCCESS(
            IDP,
            "The provider signed the person in",
            "The provider itself refused: see its log; mostly the person is not assigned to the application."),
    ASSERTION_COUNT(IDP, "The response holds exactly one assertion", "Look for custom templates at the provider."),
    ENCRYPTION_OFF(
            APP,
            "The assertion is plain, or there is a key for encrypted ones",
            "Switch encryption on in the connection and load our metadata at the provider again, or switch assertion"
                    + " encryption off there."),
    ENCRYPTION_FORM(
            IDP,
            "An encrypted assertion is whole and points nowhere else",
            "Look for custom encryption options at the provider: one EncryptedKey, cipher values in place."),
    DECRYPTION_FAILED(
            IDP,
            "An encrypted assertion is encrypted to our key",
            "Load our metadata at the provider again: it may encrypt to a key that we no longer use."),
    SIGNATURE_MISPLACED(
            IDP, "Each signature is the child of what it signs", "Look for what changes the response on its way."),
    SIGNATURE_MISSING(IDP, "The response or the assertion is signed", "Switch signing on at the provider."),
    SIGNATURE_FORM(
            IDP,
            "Each signature covers its parent by one plain reference",
            "Look for custom signing options at the provider."),
    KEY_TOO_WEAK(IDP, "The trusted key is strong enough", "Use an RSA key of 2048 bits or more, or EC P-256 or more."),
    SIGNATURE_INVALID(
            APP,
            "Each signature was made by a trusted key",
            "Load the provider's present metadata: its signing certificate may have changed."),
    CERTIFICATE_EXPIRED(
            IDP,
            "The certificate of the key that signed has not ended",
            "Make a new certificate at the provider, and load its metadata anew; or let the connection accept"
                    + " certificates that have ended."),
    SIGNATURE_NOT_THE_REQUIRED_ONE(
            IDP,
            "What the connection requires is signed",
            "Sign what the connection asks for, or relax the connection."),
    VERSION_NOT_2(IDP, "The message is SAML 2.0", "Choose SAML 2.0 at the provider."),
    ISSUER_WRONG(
            IDP,
            "The issuer is the connection's IdP entity ID",
            "Type the expected value as IdP entity ID at the provider, exactly; a common slip is to leave the"
                    + " placeholder \"IdP Entity ID\" there."),
    DESTINATION_WRONG(IDP, "The response is addressed to this company", "Set the ACS address at the provider."),
    SUBJECT_MISSING(IDP, "The assertion has a subject", "Let the provider send a NameID."),
    CONFIRMATION_MISSING(IDP, "The subject is confirmed as bearer", "Use the Web Browser SSO profile at the provider."),
    RECIPIENT_WRONG(IDP, "The recipient is this company's ACS address", "Set the recipient to the ACS address."),
    CONFIRMATION_FORM(
            IDP, "The confirmation says until when, and only that", "Look for custom templates at the provider."),
    CONFIRMATION_EXPIRED(IDP, "The confirmation is still valid", "Set the clocks right; answer at once."),
    CONDITIONS_MISSING(IDP, "The assertion says for how long it is valid", "Let the provider send Conditions."),
    CONDITION_UNKNOWN(IDP, "All conditions are understood", "Remove custom conditions at the provider."),
    NOT_YET_VALID(IDP, "The assertion is valid already", "Set the provider's clock right, or raise the skew."),
    EXPIRED(IDP, "The assertion is still valid", "Set the provider's clock right, or raise the skew."),
    AUDIENCE_WRONG(IDP, "The audience is our entity ID", "Set the audience (SP entity ID) at the provider."),
    ISSUED_IN_THE_FUTURE(IDP, "The message was not issued in the future", "Set the provider's clock right."),
    ISSUED_LONG_AGO(IDP, "The message was issued just now", "Set the provider's clock right; answer at once."),
    AUTHENTICATION_MISSING(
            IDP, "The assertion says how the person signed in", "Let the provider send an AuthnStatement."),
    SESSION_ENDED(IDP, "The provider's session has not ended", "Set the session's length at the provider."),
    ATTRIBUTES_MISSING(IDP, "The three attributes are there", "Add the missing attributes at the provider."),
    ATTRIBUTE_AMBIGUOUS(IDP, "Each attribute has one value", "Send one plain value for each of the three attributes."),
    ATTRIBUTE_TOO_LONG(
            IDP, "No attribute is too long", "Map the three attributes to fields of at most 512 characters."),
    SAML_ID_BLANK(IDP, "saml_id is not blank", "Map saml_id to a field that every person has."),
    INTENT_INVALID(
            APP,
            "The sign-in was started from the link's own page",
            "Open the link from the mail again and press its button; what the button starts is good for ten minutes."),
    UNSOLICITED(
            IDP,
            "The answer belongs to a sign-in that was started here",
            "Start at the app, or choose RESTART or ACCEPT for sign-ins that the provider starts."),
    PROVIDER_IGNORES_REQUESTS(
            APP,
            "The provider answers the request that it was sent",
            "Choose ACCEPT for sign-ins that the provider starts, since it does not name the request it answers."),
    REQUEST_UNKNOWN(APP, "The request is known and not too old", "Start again: a sign-in is good for ten minutes."),
    REQUEST_SPENT(APP, "The request was not answered before", "Start again; each sign-in counts once."),
    ASSERTION_REPLAYED(IDP, "The assertion was not used before", "Start again; each assertion counts once."),
    OTHER_BROWSER(APP, "The browser that started is the one that ends", "Finish the sign-in where it was started."),
    SINGLE_SIGN_ON_OFF(APP, "Single sign-on is on", "Have an administrator enable single sign-on.");

    private final FixAt fixAt;
    private final String title;
    private final String advice;

    Reason(FixAt fixAt, String title, String advice) {
        this.fixAt = fixAt;
        this.title = title;
        this.advice = advice;
    }

    public FixAt fixAt() {
        return fixAt;
    }

    /** The rule as a sentence that is true when it holds. */
    public String title() {
        return title;
    }

    /** What to do when it does not hold. */
    public String advice() {
        return advice;
    }

    Refused refuse(String expected, String received) {
        return new Refused(this, expected, received);
    }
}
