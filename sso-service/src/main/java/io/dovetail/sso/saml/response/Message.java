package io.dovetail.sso.saml.response;

import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;

/** The response and its one assertion, whose signatures were verified. */
record Message(Response response, Assertion assertion) {
    static final String READABLE = "plain values: no comment inside a text, no number out of bounds";
    static final String UNREADABLE = "one that could not be read";
}
