package io.dovetail.sso.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * That a version's answers are, or were, checked with a key.
 *
 * @param endedAt when the provider's metadata listed it no longer; empty while they do
 */
public record TrustedKey(int version, Certificate certificate, Instant addedAt, Optional<Instant> endedAt) {}
