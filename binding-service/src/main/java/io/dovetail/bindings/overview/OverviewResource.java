package io.dovetail.bindings.overview;

import io.dovetail.kit.identity.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
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
    public ListPeople.Page list(
            @PathParam("company") String company,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor) {
        var companyId = subject.requireAdministrator(company);
        return listPeople.handle(new ListPeople.Query(companyId, status(status), cursor(cursor), PAGE_SIZE));
    }

    @GET
    @Path("/{company}/summary")
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

    private static Optional<UUID> cursor(@Nullable String cursor) {
        try {
            return Optional.ofNullable(cursor).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            throw OverviewProblems.cursorUnknown().exception(notOurs);
        }
    }
}
