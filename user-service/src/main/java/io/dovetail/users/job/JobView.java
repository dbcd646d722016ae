package io.dovetail.users.job;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job as administrators see it, in the form that binding-service's have.
 *
 * @param kind RECONCILE
 * @param state RUNNING, PAUSED or DONE
 * @param done users gone over so far, of about so many in all
 */
@Schema(name = "UserJob")
public record JobView(UUID jobId, String kind, String state, int total, int done) {}
