package io.dovetail.sso.saml.response;

/** Where a failed check is mended: at the identity provider or in the app. */
public enum FixAt {
    IDP,
    APP
}
