package io.dovetail.users.registration;

import io.dovetail.kit.identity.OperatorOnly;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.users.company.CompanyProblems;
import io.dovetail.users.company.DomainName;
import io.dovetail.users.company.Operator;
import io.dovetail.users.company.PlainText;
import io.dovetail.users.company.SingleSignOn;
import io.dovetail.users.company.ValidDomain;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.ValidAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The operator's calls by which a company comes to be. */
@Path("/api/companies")
@PermitAll
@OperatorOnly
public class RegistrationResource {
    private final Operator operator;
    private final RegisterCompany registerCompany;
    private final MailFirstAdministrator mailFirstAdministrator;

    RegistrationResource(
            Operator operator, RegisterCompany registerCompany, MailFirstAdministrator mailFirstAdministrator) {
        this.operator = operator;
        this.registerCompany = registerCompany;
        this.mailFirstAdministrator = mailFirstAdministrator;
    }

    /** A company to register. */
    public record NewCompany(
            @NotNull @PlainText(max = 200) String name,
            @NotNull @Size(max = 100) List<@NotNull @ValidDomain String> domains,
            @NotNull SingleSignOn singleSignOn,
            @NotNull @Valid NewAdministrator admin) {}

    /** Who administers it at first. */
    public record NewAdministrator(
            @NotNull @ValidAddress String email,
            @NotNull @PlainText(max = 100) String firstName,
            @NotNull @PlainText(max = 100) String lastName) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "registerCompany",
            summary = "Register a company and mail its first administrator a link to create a password")
    @Refuses(status = 409, with = "domain-taken")
    public Registration register(@Valid @NotNull NewCompany wish) {
        var admin = wish.admin();
        return registerCompany.handle(new RegisterCompany.Command(
                wish.name().strip(),
                wish.domains().stream().map(DomainName::of).distinct().toList(),
                wish.singleSignOn(),
                new RegisterCompany.FirstAdministrator(
                        EmailAddress.of(admin.email()),
                        admin.firstName().strip(),
                        admin.lastName().strip()),
                operator.actor()));
    }

    @POST
    @Path("/{company}/first-administrator")
    @ResponseStatus(202)
    @Operation(
            operationId = "mailFirstAdministrator",
            summary = "Mail the first administrator a new link",
            description = "Links mailed before stop working.")
    @Refuses(status = 403, with = "company-suspended")
    @Refuses(status = 404, with = "company-unknown")
    @Refuses(status = 409, with = "administrator-already-active")
    public Registration mailAgain(@PathParam("company") String company) {
        return mailFirstAdministrator.handle(new MailFirstAdministrator.Command(companyId(company), operator.actor()));
    }

    private static UUID companyId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw CompanyProblems.unknown().exception(noId);
        }
    }
}
