package io.dovetail.users.asking;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The data of {@code dovetail.link-asked.v1}: somebody at the page of a dead link, or with their bare address, asked
 * for the right one.
 *
 * @param switchOver how often single sign-on was switched as far as the publisher has heard
 */
public record LinkAsked(UUID companyId, UUID userId, long switchOver, Instant askedAt) {
    public LinkAsked {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(askedAt);
    }
}
