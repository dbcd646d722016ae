package io.dovetail.sso.saml.response;

/** What becomes of an answer whose key's certificate is past its end (security.md B11). */
public enum ExpiredCertificates {
    /** Accepted with a warning: the key is what is trusted (Kantara IIP-MD12). */
    ACCEPT,
    REFUSE
}
