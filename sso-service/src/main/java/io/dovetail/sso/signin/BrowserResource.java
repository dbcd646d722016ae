package io.dovetail.sso.signin;

import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.limit.RateLimited;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The three stations of a browser: login, the ACS, finish (design.md, section 5). */
@Path("/auth/saml/{company}")
@RateLimited
@PermitAll
public class BrowserResource {
    private final StartSignIn startSignIn;
    private final ReceiveAnswer receiveAnswer;
    private final FinishSignIn finishSignIn;
    private final RefuseParameters refuseParameters;
    private final BrowserCookie browserCookie;
    private final ReturnPath returnPath;
    private final PublicUrl publicUrl;

    BrowserResource(
            StartSignIn startSignIn,
            ReceiveAnswer receiveAnswer,
            FinishSignIn finishSignIn,
            RefuseParameters refuseParameters,
            BrowserCookie browserCookie,
            ReturnPath returnPath,
            PublicUrl publicUrl) {
        this.startSignIn = startSignIn;
        this.receiveAnswer = receiveAnswer;
        this.finishSignIn = finishSignIn;
        this.refuseParameters = refuseParameters;
        this.browserCookie = browserCookie;
        this.returnPath = returnPath;
        this.publicUrl = publicUrl;
    }

    /** Sends the browser to the provider: 303, or a page with a form for providers that take POST alone. */
    @GET
    @Path("/login")
    @Operation(
            operationId = "login",
            summary = "Send the browser to the provider",
            description =
                    "A page with a form instead for providers that take POST alone; refusals are pages with a word code.")
    @APIResponse(responseCode = "303", description = "To the provider")
    @Refuses(
            status = 404,
            with = {"company-not-known-yet", "not-found"})
    public Response login(
            @PathParam("company") String company,
            @Parameter(description = "Where to go in the end: a path of this origin") @QueryParam("returnTo") @Nullable
                    String returnTo,
            @Parameter(description = "Which verification it is for") @QueryParam("verification") @Nullable
                    String verification,
            @Parameter(description = "By which a binding link begins: a ticket of binding-service")
                    @QueryParam("intent")
                    @Nullable
                    String intent,
            @Parameter(description = "Given after an unasked answer") @QueryParam("restart") @Nullable String restart,
            @Parameter(description = "Given for ForceAuthn") @QueryParam("again") @Nullable String again,
            @Context HttpHeaders headers) {
        var browser = Browser.of(headers, browserCookie);
        var outcome = startSignIn.handle(new StartSignIn.Command(
                id(company),
                Optional.ofNullable(verification).map(BrowserResource::id),
                Optional.ofNullable(intent),
                returnPath.of(returnTo),
                again != null,
                restart != null,
                browser.hash()));
        return browser.remember(toProvider(outcome));
    }

    /** The assertion consumer service; reads no cookie. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "receiveAnswer",
            summary = "The assertion consumer service: takes the provider's answer",
            description =
                    "Form fields `SAMLResponse`, at most 262,144 characters, and `RelayState`. Refusals are pages with a word code.")
    @APIResponse(responseCode = "303", description = "To `finish`, or to `login` for an answer that nobody asked for")
    @Refuses(
            status = 404,
            with = {"company-not-known-yet", "not-found"})
    public Response answer(
            @PathParam("company") String company,
            @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_FORM_URLENCODED)) byte[] body,
            @Context HttpServerRequest request) {
        var form = AnswerForm.read(body, request.query());
        if (form.isEmpty()) {
            var command = new RefuseParameters.Command(
                    id(company), "one SAMLResponse, and a RelayState or none", "another set of parameters");
            return Pages.refused(400, refuseParameters.handle(command), Optional.empty());
        }
        var outcome = receiveAnswer.handle(new ReceiveAnswer.Command(
                id(company), form.get().samlResponse(), form.get().relayState()));
        if (outcome instanceof ReceiveAnswer.Outcome.Finish finish) {
            return seeOther("/auth/saml/" + company + "/finish/" + finish.handle());
        }
        if (outcome instanceof ReceiveAnswer.Outcome.Refused refused) {
            return Pages.refused(403, refused.wordCode(), refused.verification());
        }
        var restart = (ReceiveAnswer.Outcome.Restart) outcome;
        return seeOther("/auth/saml/" + company + "/login?restart=1"
                + restart.returnTo().map(path -> "&returnTo=" + encode(path)).orElse(""));
    }

    /** Same-origin, so that the cookie comes along: only the browser that began gets the ticket. */
    @GET
    @Path("/finish/{handle}")
    @Operation(
            operationId = "finishSignIn",
            summary = "End a sign-in in the browser that began it",
            description = "Works once, within 60 seconds of the answer.")
    @APIResponse(responseCode = "303", description = "To the app with a ticket, or to the verification")
    @Refuses(
            status = 404,
            with = {"company-not-known-yet", "not-found"})
    public Response finish(
            @PathParam("company") String company,
            @Parameter(description = "From the redirect after the answer; works once") @PathParam("handle")
                    String handle,
            @Context HttpHeaders headers) {
        var browser = Browser.of(headers, browserCookie);
        var outcome = finishSignIn.handle(new FinishSignIn.Command(id(company), handle, browser.hash()));
        return browser.remember(onwards(outcome));
    }

    private static Response toProvider(StartSignIn.Outcome outcome) {
        if (outcome instanceof StartSignIn.Outcome.Redirect redirect) {
            return Response.seeOther(redirect.location()).build();
        }
        if (outcome instanceof StartSignIn.Outcome.Form form) {
            return Pages.continueToProvider(form);
        }
        var refused = (StartSignIn.Outcome.Refused) outcome;
        return Pages.refused(403, refused.wordCode(), refused.verification());
    }

    private Response onwards(FinishSignIn.Outcome outcome) {
        if (outcome instanceof FinishSignIn.Outcome.ToApp app) {
            return seeOther("/auth/complete?ticket=" + encode(app.ticket())
                    + app.returnTo().map(path -> "&returnTo=" + encode(path)).orElse(""));
        }
        if (outcome instanceof FinishSignIn.Outcome.ToBinding binding) {
            return seeOther("/auth/complete?ticket=" + encode(binding.ticket()) + "&bind=true");
        }
        if (outcome instanceof FinishSignIn.Outcome.ToVerification verification) {
            return seeOther("/settings/single-sign-on?verification=" + verification.id());
        }
        var refused = (FinishSignIn.Outcome.Refused) outcome;
        return Pages.refused(403, refused.wordCode(), refused.verification());
    }

    /** The browser's cookie, or a fresh one for a browser that has none. */
    private record Browser(BrowserCookie cookie, String value, boolean isNew) {
        static Browser of(HttpHeaders headers, BrowserCookie cookie) {
            var present = headers.getCookies().get(cookie.name());
            return present == null || present.getValue().length() < 43
                    ? new Browser(cookie, Secrets.newToken(), true)
                    : new Browser(cookie, present.getValue(), false);
        }

        String hash() {
            return BrowserCookie.hash(value);
        }

        Response remember(Response answer) {
            return isNew
                    ? Response.fromResponse(answer).cookie(cookie.create(value)).build()
                    : answer;
        }
    }

    private Response seeOther(String path) {
        return Response.seeOther(URI.create(publicUrl.resolve(path)))
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .build();
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblems.notFound().exception(notAnId);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
