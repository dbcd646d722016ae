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

    /** What is signed before an Assertion is encrypted. */
    SignedParts ofAssertion() {
        return includesAssertion() ? ASSERTION : NONE;
    }

    /** What is signed after an Assertion was encrypted. */
    SignedParts ofResponse() {
        return includesResponse() ? RESPONSE : NONE;
    }

    boolean includesResponse() {
        return this == RESPONSE || this == BOTH;
    }
}
