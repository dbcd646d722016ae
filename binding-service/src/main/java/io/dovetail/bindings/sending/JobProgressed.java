package io.dovetail.bindings.sending;

import java.time.Instant;
import java.util.UUID;

/**
 * Data of {@code dovetail.job-progressed.v1}.
 *
 * @param startedAt links of the job were issued between then and the time of the event that says DONE
 */
record JobProgressed(UUID jobId, UUID companyId, Instant startedAt, String state, int total, int done) {}
