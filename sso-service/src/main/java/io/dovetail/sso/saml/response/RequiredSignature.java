package io.dovetail.sso.saml.response;

/** Which signature a connection asks for; either covers the assertion that is read. */
public enum RequiredSignature {
    EITHER,
    ASSERTION,
    RESPONSE,
    BOTH;

    boolean includesResponse() {
        return this == RESPONSE || this == BOTH;
    }

    boolean includesAssertion() {
        return this == ASSERTION || this == BOTH;
    }
}
