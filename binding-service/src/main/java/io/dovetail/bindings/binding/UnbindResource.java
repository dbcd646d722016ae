package io.dovetail.bindings.binding;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lets an administrator unbind a user. */
@Path("/api/bindings/{company}/{user}")
@RolesAllowed("ADMIN")
public class UnbindResource {
    private final Subject subject;
    private final Unbind unbind;

    UnbindResource(Subject subject, Unbind unbind) {
        this.subject = subject;
        this.unbind = unbind;
    }

    @DELETE
    @Operation(
            operationId = "unbind",
            summary = "Unbinds a user from their identity",
            description = "While single sign-on is on, the person is mailed a link to be bound anew.")
    @Refuses(status = 404, with = "not-found")
    public void unbind(@PathParam("company") String company, @PathParam("user") String user) {
        var companyId = subject.requireAdministrator(company);
        unbind.handle(new Unbind.Command(companyId, id(user), subject.actor()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblems.notFound().exception(notAnId);
        }
    }
}
