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
    public record Republish(@NotNull @Nullable Instant since) {
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
    public Republished republish(@Valid @NotNull Republish command) {
        return new Republished(outbox.republishSince(command.start()));
    }
}
