package io.dovetail.sso.saml.response;

/** What the check says of a response. */
public sealed interface Verdict permits VerifiedAssertion, Refusal {}
