package io.dovetail.users.audit;

import io.dovetail.kit.identity.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A company's audit log, for its administrators. */
@Path("/api/audit/{company}")
@RolesAllowed("ADMIN")
public class AuditResource {
    private final Subject subject;
    private final ListActs listActs;

    AuditResource(Subject subject, ListActs listActs) {
        this.subject = subject;
        this.listActs = listActs;
    }

    @GET
    @Operation(
            operationId = "listActs",
            summary = "Who did what, when and from where; the newest first",
            description = "Kept for 400 days.")
    public ListActs.Page list(@PathParam("company") String company, @QueryParam("cursor") @Nullable String cursor) {
        return listActs.handle(new ListActs.Query(subject.requireAdministrator(company), cursor(cursor)));
    }

    private static Optional<UUID> cursor(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            throw AuditProblems.cursorUnknown().exception(notOurs);
        }
    }
}
