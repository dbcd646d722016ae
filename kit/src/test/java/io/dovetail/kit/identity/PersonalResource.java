package io.dovetail.kit.identity;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Calls of the tests that need somebody. */
@Path("/api/identity")
public class PersonalResource {
    private final Subject subject;

    PersonalResource(Subject subject) {
        this.subject = subject;
    }

    @GET
    @Path("me")
    @Authenticated
    public String me() {
        return subject.userId() + " of " + subject.companyId();
    }

    @GET
    @Path("address")
    @Authenticated
    public String address() {
        return String.valueOf(subject.actor().address());
    }

    @GET
    @Path("role")
    @RolesAllowed("ADMIN")
    public String role() {
        return "an administrator";
    }

    @GET
    @Path("{company}")
    @Authenticated
    public String member(String company) {
        return subject.requireCompany(company).toString();
    }

    @GET
    @Path("{company}/settings")
    @Authenticated
    public String administrator(String company) {
        return subject.requireAdministrator(company).toString();
    }

    @GET
    @Path("{company}/connection")
    @Authenticated
    public String connectionAdministrator(String company) {
        return subject.requireConnectionAdministrator(company).toString();
    }

    @GET
    @Path("operator")
    @PermitAll
    @OperatorOnly
    public String operator() {
        return "the operator";
    }
}
