package io.dovetail.bindings.events;

import io.dovetail.bindings.binding.AnnounceBindings;
import io.dovetail.kit.copies.Announcement;
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

/** The operator's calls that make another service whole again. */
@Path("/api/bindings")
@PermitAll
@OperatorOnly
public class OperatorResource {
    private final Announcement announcement;
    private final AnnounceBindings announceBindings;
    private final Outbox outbox;

    OperatorResource(Announcement announcement, AnnounceBindings announceBindings, Outbox outbox) {
        this.announcement = announcement;
        this.announceBindings = announceBindings;
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

    /** How many state events were appended. */
    public record Announced(int announced) {}

    /** How many events are published again. */
    public record Republished(int republished) {}

    @POST
    @Path("/announce")
    @ResponseStatus(202)
    @Operation(operationId = "announceBindings", summary = "Publish the present state of all bindings again")
    public Announced announce() {
        return new Announced(announcement.run(announceBindings));
    }

    @POST
    @Path("/republish")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(operationId = "republishBindingEvents", summary = "Publish what was sent since a moment again")
    public Republished republish(@Valid @NotNull Republish command) {
        return new Republished(outbox.republishSince(command.start()));
    }
}
