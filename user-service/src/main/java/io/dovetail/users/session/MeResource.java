package io.dovetail.users.session;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Who is signed in. */
@Path("/api/me")
public class MeResource {
    private final Subject subject;
    private final SignedInPerson person;
    private final ShowMe showMe;

    MeResource(Subject subject, SignedInPerson person, ShowMe showMe) {
        this.subject = subject;
        this.person = person;
        this.showMe = showMe;
    }

    @GET
    @Authenticated
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "readMe", summary = "Who is signed in")
    @Refuses(status = 403, with = "forbidden")
    public ShowMe.Me me() {
        return showMe.handle(new ShowMe.Query(person.userId(), subject.sessionId()));
    }
}
