package io.dovetail.bindings.sending;

import java.util.UUID;

/** Data of {@code dovetail.job-progressed.v1}. */
record JobProgressed(UUID jobId, UUID companyId, String state, int total, int done) {}
