package io.dovetail.users.lastmail;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The mail to a user of which was heard last.
 *
 * @param kind as notification-service names it
 */
public record LastMail(String kind, State state, Instant at) {

    /** Whether the mail server took it. */
    @Schema(name = "LastMailState")
    public enum State {
        SENT,
        FAILED
    }
}
