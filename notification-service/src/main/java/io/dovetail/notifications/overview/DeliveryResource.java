package io.dovetail.notifications.overview;

import io.dovetail.kit.identity.Subject;
import io.dovetail.notifications.delivery.DeliveryState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Answers a company's administrators what became of each mail. */
@Path("/api/deliveries")
@RolesAllowed("ADMIN")
public class DeliveryResource {
    private static final int PAGE_SIZE = 50;

    private final Subject subject;
    private final ListDeliveries listDeliveries;

    DeliveryResource(Subject subject, ListDeliveries listDeliveries) {
        this.subject = subject;
        this.listDeliveries = listDeliveries;
    }

    @GET
    @Path("/{company}")
    @Operation(operationId = "listDeliveries", summary = "What became of a company's mails, newest first")
    public ListDeliveries.Page list(
            @PathParam("company") String company,
            @Parameter(description = "QUEUED, SENT, FAILED or CANCELLED; left out for all")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @QueryParam("cursor") @Nullable String cursor) {
        var companyId = subject.requireAdministrator(company);
        return listDeliveries.handle(new ListDeliveries.Query(companyId, state(state), cursor(cursor), PAGE_SIZE));
    }

    private static Optional<DeliveryState> state(@Nullable String state) {
        try {
            return Optional.ofNullable(state).map(DeliveryState::valueOf);
        } catch (IllegalArgumentException notOurs) {
            throw DeliveryProblems.stateUnknown().exception(notOurs);
        }
    }

    private static Optional<UUID> cursor(@Nullable String cursor) {
        try {
            return Optional.ofNullable(cursor).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            throw DeliveryProblems.cursorUnknown().exception(notOurs);
        }
    }
}
