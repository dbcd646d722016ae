package io.dovetail.users.copies;

import java.time.Instant;
import java.util.UUID;

/**
 * Told to other features in the transaction that keeps a connection's news.
 *
 * @param at when the connection came to be so
 * @param switchOver how often single sign-on was switched on or off
 * @param settledSwitchOver the Enable whose trial was ended last; 0 while none was
 */
public record ConnectionHeard(
        UUID companyId,
        long revision,
        Instant at,
        KnownConnection.State state,
        long switchOver,
        long settledSwitchOver) {}
