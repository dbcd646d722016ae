package io.dovetail.sso.verification;

/** Who came back from the provider. */
public record Person(String samlId, String firstName, String lastName) {}
