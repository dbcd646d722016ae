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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has a link to create a new password mailed; answers alike whether the address has an account or not. */
@Path("/sign-in/forgotten")
public class ForgottenPasswordResource {
    private final Api api;
    private final Html html;

    ForgottenPasswordResource(Api api, Html html) {
        this.api = api;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance forgotten(String message, String email);

        static native TemplateInstance forgottenMailed(String email);
    }

    @GET
    public Response page() {
        return html.page(200, Templates.forgotten("", ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mail(@FormParam("email") @Nullable String email) {
        var address = email == null ? "" : email.strip();
        var answer = api.send("POST", "/api/password-resets", Map.of(), Map.of("email", address));
        return answer.ok()
                ? html.page(200, Templates.forgottenMailed(address))
                : html.page(answer.status(), Templates.forgotten(answer.message(), address));
    }
}
