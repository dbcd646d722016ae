package io.dovetail.kit.ticket;

import java.time.Instant;

/**
 * A ticket that was sealed for us and has not ended.
 *
 * @param id the JWT id, by which it is spent
 */
public record Opened<T>(String id, Instant expires, T claims) {}
