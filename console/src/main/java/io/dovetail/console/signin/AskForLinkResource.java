package io.dovetail.console.signin;

import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the link mailed that links an account; answers alike whether one waits for it or not (security.md J8). */
@Path("/sign-in/link")
public class AskForLinkResource {
    private final Api api;
    private final Html html;
    private final NotLinkedPage page;

    AskForLinkResource(Api api, Html html, NotLinkedPage page) {
        this.api = api;
        this.html = html;
        this.page = page;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance linkMailed();
    }

    /** Whoever reloads or bookmarks the address of the form starts again. */
    @GET
    public Response reloaded() {
        return html.seeOther("/sign-in");
    }

    /** The call mails to each account what it waits for: while single sign-on is on, that is the link. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mail(@FormParam("email") @Nullable String email, HttpHeaders headers) {
        var address = email == null ? "" : email.strip();
        var answer = api.send("POST", "/api/password-resets", Map.of(), Map.of("email", address));
        return answer.ok()
                ? html.page(200, Templates.linkMailed())
                : page.showAgain(answer.status(), headers, answer.message(), address);
    }
}
