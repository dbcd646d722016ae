package io.dovetail.users.suspension;

import io.dovetail.kit.identity.OperatorOnly;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.users.company.CompanyProblems;
import io.dovetail.users.company.Operator;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The operator's calls that stop a company and let it go on. */
@Path("/api/companies/{company}")
@PermitAll
@OperatorOnly
public class SuspensionResource {
    private final Operator operator;
    private final SuspendCompany suspendCompany;
    private final ResumeCompany resumeCompany;

    SuspensionResource(Operator operator, SuspendCompany suspendCompany, ResumeCompany resumeCompany) {
        this.operator = operator;
        this.suspendCompany = suspendCompany;
        this.resumeCompany = resumeCompany;
    }

    @POST
    @Path("/suspend")
    @Operation(
            operationId = "suspendCompany",
            summary = "Let nobody of a company in",
            description = "Sessions end; passwords, bindings and settings stay. Done again, it changes nothing.")
    @Refuses(status = 404, with = "company-unknown")
    public void suspend(@PathParam("company") String company) {
        suspendCompany.handle(new SuspendCompany.Command(companyId(company), operator.actor()));
    }

    @POST
    @Path("/resume")
    @Operation(
            operationId = "resumeCompany",
            summary = "Let a suspended company go on",
            description = "Done again, it changes nothing.")
    @Refuses(status = 404, with = "company-unknown")
    public void resume(@PathParam("company") String company) {
        resumeCompany.handle(new ResumeCompany.Command(companyId(company), operator.actor()));
    }

    private static UUID companyId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw CompanyProblems.unknown().exception(noId);
        }
    }
}
