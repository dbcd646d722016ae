package io.dovetail.sso.saml.response;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who came back, read only from what the provider signed.
 *
 * @param email the provider's word on the person's address, shown and recorded; it identifies nobody
 * @param inResponseTo from the signed part; empty when the provider started by itself
 * @param usableUntil how long the assertion's id must stay spent: its end and the largest skew that a connection can be
 *     given afterwards
 * @param clockDifference the provider's clock less ours, as far as the issue instant shows it
 */
public record VerifiedAssertion(
        String assertionId,
        String samlId,
        String firstName,
        String lastName,
        Optional<String> email,
        Optional<String> inResponseTo,
        Instant usableUntil,
        Optional<Instant> sessionNotOnOrAfter,
        Duration clockDifference,
        Set<Warning> warnings)
        implements Verdict {}
