package io.dovetail.console.record;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.session.OwnApi;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Settings → Organization → Sign-ins: what came of each sign-in, newest first, or of the one with a word code. */
@Path(SignInRecordResource.HERE)
public class SignInRecordResource {
    static final String HERE = "/settings/single-sign-on/sign-ins";

    private final Administrators administrators;
    private final OwnApi api;
    private final Html html;

    SignInRecordResource(Administrators administrators, OwnApi api, Html html) {
        this.administrators = administrators;
        this.api = api;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signIns(List<SignInView> records, String next, boolean first, boolean alone);

        static native TemplateInstance signInRecord(SignInView record, boolean alone);

        static native TemplateInstance signInUnknown(String code, boolean alone);
    }

    /** @param code what a refused person read out; its record's page is shown */
    @GET
    public Response page(@QueryParam("cursor") @Nullable String cursor, @QueryParam("code") @Nullable String code) {
        var wanted = code == null ? "" : wordCode(code);
        if (!wanted.isEmpty()) {
            return html.seeOther(HERE + "/" + path(wanted));
        }
        var query = cursor == null ? "" : "?cursor=" + Html.encode(cursor);
        return administrators.openConnection(HERE + query, session -> {
            var page = call(session, query).orProblem().body();
            var next = Html.encode(page.path("next").asText(""));
            return html.page(
                    200, Templates.signIns(SignInView.all(page), next, cursor == null, session.isForConnectionAlone()));
        });
    }

    /** @param id of a record, or a word code */
    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id) {
        return administrators.openConnection(HERE + "/" + path(id), session -> {
            var answer = call(session, "/" + path(id));
            var alone = session.isForConnectionAlone();
            return answer.status() == 404
                    ? html.page(404, Templates.signInUnknown(id, alone))
                    : html.page(
                            200,
                            Templates.signInRecord(
                                    SignInView.of(answer.orProblem().body()), alone));
        });
    }

    private Api.Answer call(Session session, String rest) {
        return api.get(session, "/api/sso/" + session.companyId() + "/sign-ins" + rest);
    }

    /** Three words, however they were spoken or typed: "Amber otter, SKY" is amber-otter-sky. */
    private static String wordCode(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s,.;-]+", "-").replaceAll("^-|-$", "");
    }

    /** As one segment of a path, in which a space is no plus sign. */
    private static String path(String segment) {
        return Html.encode(segment).replace("+", "%20");
    }
}
