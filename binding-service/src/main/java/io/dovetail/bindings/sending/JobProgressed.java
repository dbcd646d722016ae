package io.dovetail.bindings.sending;

import java.time.Instant;
import java.util.UUID;

/** Data of {@code dovetail.job-progressed.v1}, told after each batch and when the job is paused. */
record JobProgressed(UUID jobId, UUID companyId, Instant startedAt, String state, int total, int done) {}
