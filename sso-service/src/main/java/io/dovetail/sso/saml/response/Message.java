package io.dovetail.sso.saml.response;

/** The response and its one assertion, whose signatures were verified. */
record Message(Part response, Part assertion) {}
