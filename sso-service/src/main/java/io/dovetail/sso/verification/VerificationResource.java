package io.dovetail.sso.verification;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.problem.CommonProblems;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** An administrator's verifications. */
@Path("/api/sso/{company}/verifications")
@Authenticated
public class VerificationResource {
    private final Subject subject;
    private final Verify verify;
    private final LinkMyAccount linkMyAccount;

    VerificationResource(Subject subject, Verify verify, LinkMyAccount linkMyAccount) {
        this.subject = subject;
        this.verify = verify;
        this.linkMyAccount = linkMyAccount;
    }

    /** A ticket for binding-service, good for a minute. */
    public record Ticket(String ticket) {}

    /** 409 nothing-saved when there is no version to test. */
    @POST
    @ResponseStatus(201)
    public Verify.Started start(@PathParam("company") String company) {
        return verify.start(subject.requireAdministrator(company), subject.userId());
    }

    @GET
    @Path("/{id}")
    public VerificationView read(@PathParam("company") String company, @PathParam("id") String id) {
        return verify.view(subject.requireAdministrator(company), id(id), subject.userId());
    }

    /** 403 verification-of-another, 409 verification-not-passed. */
    @POST
    @Path("/{id}/link")
    public Ticket link(@PathParam("company") String company, @PathParam("id") String id) {
        return new Ticket(linkMyAccount.handle(subject.requireAdministrator(company), id(id), subject.userId()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblems.notFound().exception(notAnId);
        }
    }
}
