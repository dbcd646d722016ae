package io.dovetail.console.recovery;

import io.dovetail.console.session.BrowserCookie;
import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.SignInMethod;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.ConsoleConfig;
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
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets an administrator in by a recovery code, to the settings of single sign-on alone. */
@Path("/recovery")
public class RecoveryResource {
    private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern COMPANY = Pattern.compile(ID);
    private static final Pattern LOGIN = Pattern.compile("/auth/saml/(" + ID + ")/login(?:\\?.*)?");

    private final Api api;
    private final Html html;
    private final CurrentSession current;
    private final ConsoleConfig config;

    RecoveryResource(Api api, Html html, CurrentSession current, ConsoleConfig config) {
        this.api = api;
        this.html = html;
        this.current = current;
        this.config = config;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance recovery(String message, String email, String company);
    }

    /** The browser is marked, so that the ticket of a code works in it alone. */
    @GET
    public Response page(HttpHeaders headers) {
        var page = show(200, "", "", "");
        return BrowserCookie.of(headers).isEmpty()
                ? Response.fromResponse(page)
                        .cookie(BrowserCookie.create(config.secure()))
                        .build()
                : page;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response comeIn(
            @FormParam("email") @Nullable String email,
            @FormParam("code") @Nullable String code,
            @FormParam("company") @Nullable String typed,
            HttpHeaders headers) {
        var company = text(typed).isEmpty() ? companyOf(text(email)) : companyId(text(typed));
        if (company.isEmpty()) {
            return show(
                    400,
                    "Which company is it? Give its Company ID, as it stands at your provider.",
                    text(email),
                    text(typed));
        }
        var browser = BrowserCookie.of(headers);
        var ticket = api.send(
                "POST",
                "/api/sso/" + company.get() + "/recovery",
                browser,
                Map.of("email", text(email), "code", text(code)));
        var opened = ticket.ok()
                ? api.send("POST", "/api/sessions", browser, Map.of("ticket", ticket.text("ticket")))
                : ticket;
        if (!opened.ok()) {
            return show(opened.status(), opened.message(), text(email), text(typed));
        }
        current.begin(opened.body(), SignInMethod.RECOVERY);
        return html.seeOther("/settings/single-sign-on");
    }

    /** The way in of the address's domain names its company while single sign-on is on; only then do codes count. */
    private Optional<String> companyOf(String email) {
        var wayIn = api.send("POST", "/api/sign-in", Map.of(), Map.of("email", email))
                .orProblem();
        var login = LOGIN.matcher(wayIn.text("redirectTo"));
        return login.matches() ? Optional.of(login.group(1)) : Optional.empty();
    }

    private static Optional<String> companyId(String typed) {
        return COMPANY.matcher(typed).matches() ? Optional.of(typed) : Optional.empty();
    }

    private Response show(int status, String message, String email, String company) {
        return html.page(status, Templates.recovery(message, email, company));
    }

    private static String text(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
