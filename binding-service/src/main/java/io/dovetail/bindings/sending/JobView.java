package io.dovetail.bindings.sending;

import java.util.UUID;

/**
 * A job as administrators see it.
 *
 * @param kind RECONCILE, SEND or RESEND
 * @param state RUNNING, PAUSED or DONE
 * @param done users gone over so far, of about so many in all
 */
public record JobView(UUID jobId, String kind, String state, int total, int done) {}
