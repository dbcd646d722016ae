package io.dovetail.sso.saml.response;

/** What an administrator should know of an accepted response. */
public enum Warning {
    /** The certificate of the key that signed is past its end; the key is what is trusted (security.md B11). */
    CERTIFICATE_EXPIRED
}
