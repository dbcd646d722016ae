package io.dovetail.console.password;

import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the mail's link leads: the person creates a password. */
@Path("/password/{token: [A-Za-z0-9_-]{1,200}}")
public class PasswordResource {
    private final Api api;
    private final Html html;

    PasswordResource(Api api, Html html) {
        this.api = api;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance password(String email, String companyName, String message);
    }

    @GET
    public Response page(@PathParam("token") String token) {
        return show(200, token, "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@PathParam("token") String token, @FormParam("password") @Nullable String password) {
        var answer = api.send(
                "POST",
                "/api/password-resets/" + token,
                Map.of(),
                Map.of("password", password == null ? "" : password));
        return answer.ok() ? html.seeOther("/sign-in?created=1") : show(answer.status(), token, answer.text("detail"));
    }

    private Response show(int status, String token, String message) {
        var link = api.get("/api/password-resets/" + token, Map.of()).orProblem();
        return html.page(status, Templates.password(link.text("email"), link.text("companyName"), message));
    }
}
