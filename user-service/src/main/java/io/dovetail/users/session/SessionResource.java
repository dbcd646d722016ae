package io.dovetail.users.session;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.limit.RateLimited;
import io.dovetail.kit.openapi.Refuses;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** A person's own sessions: refreshed, listed, ended. */
@Path("/api/sessions")
public class SessionResource {
    private final RefreshSession refreshSession;
    private final ListSessions listSessions;
    private final EndSession endSession;
    private final Subject subject;
    private final SignedInPerson person;

    SessionResource(
            RefreshSession refreshSession,
            ListSessions listSessions,
            EndSession endSession,
            Subject subject,
            SignedInPerson person) {
        this.refreshSession = refreshSession;
        this.listSessions = listSessions;
        this.endSession = endSession;
        this.subject = subject;
        this.person = person;
    }

    /** The newest refresh token that the client has. */
    public record Refresh(@NotNull @Size(max = 100) String refreshToken) {}

    @POST
    @Path("/refresh")
    @RateLimited
    @PermitAll
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "refreshSession",
            summary = "Trade the refresh token for a new one and a new access token",
            description = "Each refresh token works once.")
    @Refuses(status = 401, with = "refresh-token-invalid")
    public OpenedSession refresh(@Valid @NotNull Refresh wish) {
        return refreshSession
                .handle(new RefreshSession.Command(wish.refreshToken()))
                .orElseThrow(() -> SessionProblems.refreshTokenInvalid().exception());
    }

    @GET
    @Authenticated
    @Operation(operationId = "listSessions", summary = "My live sessions")
    @Refuses(status = 403, with = "forbidden")
    public ListSessions.Page list(@QueryParam("cursor") @Nullable String cursor) {
        return listSessions.handle(new ListSessions.Query(person.userId(), subject.sessionId(), cursor(cursor)));
    }

    @DELETE
    @Path("/current")
    @Authenticated
    @Operation(operationId = "endCurrentSession", summary = "Sign out")
    public void endCurrent() {
        endSession.handle(new EndSession.Command(subject.userId(), subject.sessionId()));
    }

    @DELETE
    @Path("/{session}")
    @Authenticated
    @Operation(operationId = "endSession", summary = "End one of my sessions")
    @Refuses(status = 403, with = "forbidden")
    @Refuses(status = 404, with = "session-unknown")
    public void end(@Parameter(description = "The session's id, a UUID") @PathParam("session") String session) {
        endSession.handle(new EndSession.Command(person.userId(), sessionId(session)));
    }

    private static UUID sessionId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw SessionProblems.sessionUnknown().exception(noId);
        }
    }

    private static Optional<UUID> cursor(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            throw SessionProblems.cursorUnknown().exception(notOurs);
        }
    }
}
