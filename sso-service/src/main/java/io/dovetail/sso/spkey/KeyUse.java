package io.dovetail.sso.spkey;

/** What a key of ours is for, as SAML metadata names it (SAML Metadata 2.4.1.1). */
public enum KeyUse {
    SIGNING,
    ENCRYPTION
}
