package io.dovetail.sso.verification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who came back from the provider. */
@Schema(name = "VerifiedPerson")
public record Person(String samlId, String firstName, String lastName) {}
