package io.dovetail.bindings.overview;

import io.dovetail.kit.identity.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Answers a company's administrators who is bound and who is not. */
@Path("/api/bindings")
@RolesAllowed("ADMIN")
public class OverviewResource {
    private static final int PAGE_SIZE = 50;

    private final Subject subject;
    private final ListPeople listPeople;
    private final CountPeople countPeople;

    OverviewResource(Subject subject, ListPeople listPeople, CountPeople countPeople) {
        this.subject = subject;
        this.listPeople = listPeople;
        this.countPeople = countPeople;
    }

    @GET
    @Path("/{company}")
    @Operation(operationId = "listBindings", summary = "A company's people by address, each with how far they are")
    public ListPeople.Page list(
            @PathParam("company") String company,
            @Parameter(description = "BOUND, PENDING, EXPIRED or FAILED; left out for all")
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(description = "Only this person; may be given up to 50 times") @QueryParam("user")
                    List<String> users,
            @QueryParam("cursor") @Nullable String cursor) {
        var companyId = subject.requireAdministrator(company);
        return listPeople.handle(
                new ListPeople.Query(companyId, status(status), users(users), cursor(cursor), PAGE_SIZE));
    }

    @GET
    @Path("/{company}/summary")
    @Operation(operationId = "summarizeBindings", summary = "How many are bound, pending, expired and failed")
    public Readiness summary(@PathParam("company") String company) {
        return countPeople.handle(subject.requireAdministrator(company));
    }

    private static Optional<PersonStatus> status(@Nullable String status) {
        try {
            return Optional.ofNullable(status).map(PersonStatus::valueOf);
        } catch (IllegalArgumentException unknown) {
            throw OverviewProblems.statusUnknown().exception(unknown);
        }
    }

    private static List<UUID> users(List<String> users) {
        try {
            if (users.size() <= PAGE_SIZE) {
                return users.stream().map(UUID::fromString).toList();
            }
        } catch (IllegalArgumentException notAnId) {
            throw OverviewProblems.usersUnreadable(PAGE_SIZE).exception(notAnId);
        }
        throw OverviewProblems.usersUnreadable(PAGE_SIZE).exception();
    }

    private static Optional<UUID> cursor(@Nullable String cursor) {
        try {
            return Optional.ofNullable(cursor).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            throw OverviewProblems.cursorUnknown().exception(notOurs);
        }
    }
}
