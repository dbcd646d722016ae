package io.dovetail.users.events;

import io.dovetail.kit.copies.Announcement;
import io.dovetail.kit.identity.OperatorOnly;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.company.AnnounceCompanies;
import io.dovetail.users.user.AnnounceUsers;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The operator's calls that make another service whole again. */
@Path("/api/companies")
@PermitAll
@OperatorOnly
public class OperatorResource {
    private final Announcement announcement;
    private final AnnounceCompanies announceCompanies;
    private final AnnounceUsers announceUsers;
    private final Outbox outbox;

    OperatorResource(
            Announcement announcement,
            AnnounceCompanies announceCompanies,
            AnnounceUsers announceUsers,
            Outbox outbox) {
        this.announcement = announcement;
        this.announceCompanies = announceCompanies;
        this.announceUsers = announceUsers;
        this.outbox = outbox;
    }

    /** From when on the sent events are to be published again; they are kept for seven days. */
    public record Republish(
            @Schema(description = "Sent events of this moment and later; at most seven days back")
            @NotNull
            @PastOrPresent
            Instant since) {
        /** Within the range of the database's timestamps. */
        Instant start() {
            return since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
        }
    }

    /** How many state events were appended. */
    public record Announced(int announced) {}

    /** How many events are published again. */
    public record Republished(int republished) {}

    @POST
    @Path("/announce")
    @ResponseStatus(202)
    @Operation(
            operationId = "announceCompaniesAndUsers",
            summary = "Publish the present state of all companies and users again")
    public Announced announce() {
        return new Announced(announcement.run(announceCompanies) + announcement.run(announceUsers));
    }

    @POST
    @Path("/republish")
    @ResponseStatus(202)
    @Operation(operationId = "republishUserEvents", summary = "Publish what was sent since a moment again")
    public Republished republish(@Valid @NotNull Republish command) {
        return new Republished(outbox.republishSince(command.start()));
    }
}
