package io.dovetail.bindings.link;

import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.limit.RateLimited;
import io.dovetail.kit.openapi.Refuses;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A binding link in the hands of its person. */
@Path("/api/binding-links/{token}")
@RateLimited
@PermitAll
public class LinkResource {
    private final ShowLink showLink;
    private final StartBinding startBinding;
    private final SendNewLink sendNewLink;
    private final BrowserCookie browserCookie;

    LinkResource(ShowLink showLink, StartBinding startBinding, SendNewLink sendNewLink, BrowserCookie browserCookie) {
        this.showLink = showLink;
        this.startBinding = startBinding;
        this.sendNewLink = sendNewLink;
        this.browserCookie = browserCookie;
    }

    /** Where the browser goes next. */
    @Schema(name = "BindingStarted")
    public record Started(String redirectTo) {}

    @GET
    @Operation(
            summary = "Shows what a link is for",
            operationId = "showLink",
            description = "Changes nothing, however often it is called.")
    @Refuses(status = 404, with = "link-unknown")
    public ShowLink.Shown show(@PathParam("token") String token) {
        return showLink.handle(token);
    }

    @POST
    @Path("/start")
    @Operation(
            summary = "Starts the sign-in that binds",
            operationId = "startBinding",
            description = "Needs the browser cookie, whose browser alone can go on within ten minutes. The link stays"
                    + " good until an accepted sign-in spends it.")
    @Refuses(status = 400, with = "browser-cookie-needed")
    @Refuses(status = 404, with = "link-unknown")
    @Refuses(
            status = 410,
            with = {"link-expired", "link-replaced", "link-used", "link-not-needed", "link-of-deactivated"})
    public Started start(@PathParam("token") String token, @Context HttpHeaders headers) {
        var cookie = headers.getCookies().get(browserCookie.name());
        if (cookie == null || cookie.getValue().isBlank()) {
            throw LinkProblems.cookieNeeded().exception();
        }
        var command = new StartBinding.Command(token, BrowserCookie.hash(cookie.getValue()));
        return new Started(startBinding.handle(command));
    }

    @POST
    @Path("/resend")
    @ResponseStatus(202)
    @Operation(
            operationId = "askForNewLink",
            summary = "Has a new link sent to the account's own address",
            description = "The same answer whether one is sent: not for an unknown link, nor within five minutes of"
                    + " the last one, nor to who is bound already. Once single sign-on is off it is a link to create"
                    + " a password, or an invitation, for who needs one.")
    public void resend(@PathParam("token") String token) {
        sendNewLink.asked(token);
    }
}
