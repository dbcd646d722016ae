package io.dovetail.users.signin;

import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.limit.RateLimited;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.users.session.OpenedSession;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.ValidAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Opens a session for whoever brings a password or a ticket. */
@Path("/api/sessions")
public class NewSessionResource {
    private final SignInWithPassword signInWithPassword;
    private final SignInWithTicket signInWithTicket;
    private final BrowserCookie browserCookie;
    private final Subject subject;

    NewSessionResource(
            SignInWithPassword signInWithPassword,
            SignInWithTicket signInWithTicket,
            BrowserCookie browserCookie,
            Subject subject) {
        this.signInWithPassword = signInWithPassword;
        this.signInWithTicket = signInWithTicket;
        this.browserCookie = browserCookie;
        this.subject = subject;
    }

    /** Either a ticket, or an address with its password and, where that is right in several, a company. */
    public record NewSession(
            @ValidAddress @Nullable String email,
            @Size(max = 1_024) @Nullable String password,

            @Schema(description = "After `several-companies`: which company") @Size(max = 36) @Nullable
            String company,

            @Schema(description = "From /auth/complete, `POST /api/bindings` or a recovery; works once, for a minute")
            @Size(max = 16_384)
            @Nullable
            String ticket) {}

    @POST
    @RateLimited
    @PermitAll
    @ResponseStatus(201)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "openSession",
            summary = "Sign in by ticket, or by address and password",
            description =
                    "Either `ticket` alone, or `email` with `password` and, after `several-companies`, `company`.")
    @Refuses(
            status = 400,
            with = {"ticket-invalid", "ticket-expired"})
    @Refuses(status = 401, with = "wrong-credentials")
    @Refuses(
            status = 403,
            with = {"other-browser", "single-sign-on-off", "not-linked", "deactivated", "recovery-refused"})
    @Refuses(
            status = 409,
            with = {"several-companies", "ticket-already-used", "connection-replaced"})
    @Refuses(status = 429, with = "too-many-tries")
    public OpenedSession open(@Valid @NotNull NewSession wish, @Context HttpHeaders headers) {
        var ticket = wish.ticket();
        var email = wish.email();
        var password = wish.password();
        if (ticket != null && email == null && password == null) {
            return openByTicket(ticket, headers);
        }
        if (ticket == null && email != null && password != null) {
            return signInWithPassword.handle(new SignInWithPassword.Command(
                    EmailAddress.of(email), password, Optional.ofNullable(wish.company())));
        }
        throw SignInProblems.wayUnclear().exception();
    }

    private OpenedSession openByTicket(String ticket, HttpHeaders headers) {
        var cookie = Optional.ofNullable(headers.getCookies().get(browserCookie.name()));
        var outcome = signInWithTicket.handle(new SignInWithTicket.Command(
                ticket, cookie.map(found -> BrowserCookie.hash(found.getValue())), signedInUser(headers)));
        if (outcome instanceof SignInWithTicket.Outcome.Refused refused) {
            throw refused.reason()
                    .problem(refused.signInId())
                    .with("companyId", refused.companyId().toString())
                    .exception();
        }
        return ((SignInWithTicket.Outcome.Opened) outcome).session();
    }

    private Optional<UUID> signedInUser(HttpHeaders headers) {
        return headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null || subject.isForTheConnectionAlone()
                ? Optional.empty()
                : Optional.of(subject.userId());
    }
}
