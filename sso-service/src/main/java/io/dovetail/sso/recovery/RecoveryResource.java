package io.dovetail.sso.recovery;

import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.identity.ClientAddress;
import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.limit.RateLimited;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Recovery codes: made by an administrator, used by one who can't come in otherwise. */
@Path("/api/sso/{company}")
@Authenticated
public class RecoveryResource {
    private final Subject subject;
    private final ReplaceRecoveryCodes replaceRecoveryCodes;
    private final UseRecoveryCode useRecoveryCode;
    private final BrowserCookie browserCookie;
    private final ClientAddress clientAddress;

    RecoveryResource(
            Subject subject,
            ReplaceRecoveryCodes replaceRecoveryCodes,
            UseRecoveryCode useRecoveryCode,
            BrowserCookie browserCookie,
            ClientAddress clientAddress) {
        this.subject = subject;
        this.replaceRecoveryCodes = replaceRecoveryCodes;
        this.useRecoveryCode = useRecoveryCode;
        this.browserCookie = browserCookie;
        this.clientAddress = clientAddress;
    }

    /** Eight codes, shown this once. */
    public record Codes(List<String> recoveryCodes) {}

    /** An administrator's address and one of the codes. */
    public record Recovery(
            @NotBlank @Size(max = 320) String email,
            @NotBlank @Size(max = 64) String code) {}

    /** A ticket for user-service, good for a minute and for a session that counts for the connection alone. */
    @Schema(name = "RecoveryTicket")
    public record Ticket(String ticket) {}

    @POST
    @Path("/recovery-codes")
    @Operation(
            operationId = "replaceRecoveryCodes",
            summary = "Make eight new recovery codes",
            description = "The ones before count no longer; the answer is the only place where the new ones stand.")
    @Refuses(status = 403, with = "forbidden")
    @Refuses(status = 409, with = "not-enabled")
    public Codes replace(@PathParam("company") String company) {
        return new Codes(replaceRecoveryCodes.handle(subject.requireConnectionAdministrator(company), subject.actor()));
    }

    @POST
    @Path("/recovery")
    @RateLimited
    @PermitAll
    @Operation(
            operationId = "recover",
            summary = "Come in by a recovery code",
            description = "The ticket opens a session that is good for the company's connection alone.")
    @Refuses(status = 401, with = "recovery-code-wrong")
    @Refuses(status = 429, with = "too-many-tries")
    @Consumes(MediaType.APPLICATION_JSON)
    public Ticket recover(
            @PathParam("company") String company, @Valid @NotNull Recovery recovery, @Context HttpHeaders headers) {
        var browser = Optional.ofNullable(headers.getCookies().get(browserCookie.name()))
                .map(Cookie::getValue)
                .map(BrowserCookie::hash);
        var outcome = useRecoveryCode.handle(new UseRecoveryCode.Command(
                id(company),
                recovery.email().strip(),
                new RecoveryCode(recovery.code()),
                clientAddress.find(),
                browser));
        if (outcome instanceof UseRecoveryCode.Outcome.Opened opened) {
            return new Ticket(opened.ticket());
        }
        throw outcome instanceof UseRecoveryCode.Outcome.TooManyTries
                ? RecoveryProblems.tooManyTries().exception()
                : RecoveryProblems.wrong().exception();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblems.notFound().exception(notAnId);
        }
    }
}
