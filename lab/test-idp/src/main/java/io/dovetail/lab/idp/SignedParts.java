package io.dovetail.lab.idp;

/** Which parts of a response carry a signature of the provider. */
public enum SignedParts {
    ASSERTION,
    RESPONSE,
    BOTH,
    NONE;

    boolean includesAssertion() {
        return this == ASSERTION || this == BOTH;
    }

    boolean includesResponse() {
        return this == RESPONSE || this == BOTH;
    }
}
