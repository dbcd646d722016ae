package io.dovetail.users.removal;

import io.dovetail.kit.identity.OperatorOnly;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.users.company.CompanyProblems;
import io.dovetail.users.company.Operator;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The operator's call that removes a company. */
@Path("/api/companies/{company}")
@PermitAll
@OperatorOnly
public class RemovalResource {
    private final Operator operator;
    private final RemoveCompany removeCompany;

    RemovalResource(Operator operator, RemoveCompany removeCompany) {
        this.operator = operator;
        this.removeCompany = removeCompany;
    }

    @DELETE
    @Operation(
            operationId = "removeCompany",
            summary = "Remove a company from every service, for good",
            description = "It is gone for everybody at once; what belongs to it is erased soon after.")
    @Refuses(status = 404, with = "company-unknown")
    public void remove(@PathParam("company") String company) {
        removeCompany.handle(new RemoveCompany.Command(companyId(company), operator.actor()));
    }

    private static UUID companyId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw CompanyProblems.unknown().exception(noId);
        }
    }
}
