package io.dovetail.users.company;

import io.dovetail.kit.identity.OperatorOnly;
import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Companies for operators, and each company for its own people. */
@Path("/api/companies")
public class CompanyResource {
    private final Subject subject;
    private final Operator operator;
    private final ListCompanies listCompanies;
    private final ShowCompany showCompany;
    private final ChangeCompany changeCompany;

    CompanyResource(
            Subject subject,
            Operator operator,
            ListCompanies listCompanies,
            ShowCompany showCompany,
            ChangeCompany changeCompany) {
        this.subject = subject;
        this.operator = operator;
        this.listCompanies = listCompanies;
        this.showCompany = showCompany;
        this.changeCompany = changeCompany;
    }

    /** What is to be different; fields left out stay as they are. */
    public record CompanyChange(
            @PlainText(max = 200) @Nullable String name,
            @Size(max = 100) @Nullable List<@NotNull @ValidDomain String> domains,
            @Nullable SingleSignOn singleSignOn) {}

    @GET
    @PermitAll
    @OperatorOnly
    @Operation(operationId = "listCompanies", summary = "All companies by name")
    public ListCompanies.Page list(@QueryParam("cursor") @Nullable String cursor) {
        return listCompanies.handle(cursor(cursor));
    }

    @GET
    @Path("/{company}")
    @Authenticated
    @Operation(operationId = "readCompany", summary = "A company as its own people see it")
    @Refuses(status = 404, with = "company-unknown")
    public ShowCompany.Overview show(@PathParam("company") String company) {
        return showCompany.handle(subject.requireCompany(company));
    }

    @PATCH
    @Path("/{company}")
    @PermitAll
    @OperatorOnly
    @Operation(operationId = "changeCompany", summary = "Change a company")
    @Refuses(status = 404, with = "company-unknown")
    @Refuses(status = 409, with = "domain-taken")
    public CompanyProfile change(@PathParam("company") String company, @Valid @NotNull CompanyChange wish) {
        return changeCompany.handle(new ChangeCompany.Command(
                companyId(company),
                Optional.ofNullable(wish.name()).map(String::strip),
                Optional.ofNullable(wish.domains())
                        .map(domains -> domains.stream().map(DomainName::of).toList()),
                Optional.ofNullable(wish.singleSignOn()),
                operator.actor()));
    }

    private static UUID companyId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw CompanyProblems.unknown().exception(noId);
        }
    }

    private static Optional<UUID> cursor(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            throw CompanyProblems.cursorUnknown().exception(notOurs);
        }
    }
}
