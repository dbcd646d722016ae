package io.dovetail.notifications.events;

import io.dovetail.kit.identity.OperatorOnly;
import io.dovetail.kit.outbox.Outbox;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The operator's call that publishes again what became of the mails; it sends no mail again. */
@Path("/api/deliveries")
@PermitAll
@OperatorOnly
public class OperatorResource {
    private final Outbox outbox;

    OperatorResource(Outbox outbox) {
        this.outbox = outbox;
    }

    /** From when on the sent events are to be published again; they are kept for seven days. */
    public record Republish(
            @Schema(description = "Sent events of this moment and later; at most seven days back") @NotNull @Nullable
            Instant since) {
        Instant start() {
            return Objects.requireNonNull(since);
        }
    }

    /** How many events are published again. */
    public record Republished(int republished) {}

    @POST
    @Path("/republish")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            operationId = "republishMailEvents",
            summary = "Publish what was sent since a moment again; no mail is sent")
    public Republished republish(@Valid @NotNull Republish command) {
        return new Republished(outbox.republishSince(command.start()));
    }
}
