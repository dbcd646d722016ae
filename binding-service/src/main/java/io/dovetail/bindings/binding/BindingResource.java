package io.dovetail.bindings.binding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.limit.RateLimited;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.ticket.Opened;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Takes the ticket of an accepted sign-in, binds, and answers a ticket for user-service. */
@Path("/api/bindings")
public class BindingResource {
    private static final Pair FROM_SSO = new Pair("sso-service", "binding-service");
    private static final Pair TO_USERS = new Pair("binding-service", "user-service");
    private static final Duration TICKET_LIFE = Duration.ofSeconds(60);

    private final Bind bind;
    private final Tickets tickets;
    private final BrowserCookie browserCookie;

    BindingResource(Bind bind, Tickets tickets, BrowserCookie browserCookie) {
        this.bind = bind;
        this.tickets = tickets;
        this.browserCookie = browserCookie;
    }

    /** A sealed ticket, on its way in. */
    public record Ticket(
            @Schema(description = "Works once, for a minute") @NotBlank @Size(max = 16_384)
            String ticket) {}

    /** @param ticket for user-service; null when the account was linked before Enable, which signs nobody in */
    @Schema(name = "Bound")
    public record Answer(
            @Nullable String ticket,

            @Schema(description = "The person's address by the word of the provider; absent unless it differs")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String providerEmail) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RateLimited
    @PermitAll
    @Operation(
            operationId = "bind",
            summary = "Bind the user to the identity that a ticket proves",
            description = "Answers a ticket for `POST /api/sessions`, good for a minute; null before Enable.")
    @Refuses(
            status = 400,
            with = {"ticket-invalid", "ticket-expired"})
    @Refuses(
            status = 410,
            with = {"link-replaced", "link-used", "link-not-needed"})
    @Refuses(status = 403, with = "other-browser")
    @Refuses(
            status = 409,
            with = {"ticket-already-used", "identity-taken", "other-identity-bound", "user-unknown", "user-deactivated"
            })
    public Answer bind(@Valid @NotNull Ticket request, @Context HttpHeaders headers) {
        var opened = tickets.open(FROM_SSO, "bind", BindClaims.class, request.ticket());
        requireItsBrowser(opened, headers);
        var claims = opened.claims();
        var command = new Bind.Command(
                claims.userId(),
                claims.identity(),
                ProviderEmail.of(claims.email()),
                claims.signInId(),
                Optional.ofNullable(claims.linkId()),
                Optional.of(opened));
        var outcome = bind.handle(command);
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.reason().problem().exception();
        }
        var bound = (Outcome.Bound) outcome;
        var ticket = claims.beforeEnable()
                ? null
                : tickets.seal(TO_USERS, "bound", BoundClaims.of(bound.binding(), claims), TICKET_LIFE);
        return new Answer(ticket, bound.providerEmail());
    }

    /** A ticket passed on to another browser is not spent, and binds nobody (security.md F7). */
    private void requireItsBrowser(Opened<BindClaims> ticket, HttpHeaders headers) {
        var expected = ticket.claims().browserHash();
        if (expected == null) {
            return;
        }
        var cookie = headers.getCookies().get(browserCookie.name());
        if (cookie == null || !Secrets.same(expected, BrowserCookie.hash(cookie.getValue()))) {
            throw BindingProblems.otherBrowser().exception();
        }
    }
}
