package io.dovetail.console.linking;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Shows how far a job is that mails links, and pauses and resumes it. */
@Path("/settings/sending/{job: [0-9a-f-]{36}}")
public class JobResource {
    private static final String HERE = "/settings/sending/";

    private final Administrators administrators;
    private final LinkingCalls calls;
    private final Html html;

    JobResource(Administrators administrators, LinkingCalls calls, Html html) {
        this.administrators = administrators;
        this.calls = calls;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sending(Job job);
    }

    /**
     * Where a job's progress is shown.
     *
     * @param started what the call that started it answered
     */
    public static String pageOf(Api.Answer started) {
        return HERE + started.text("jobId");
    }

    @GET
    public Response page(@PathParam("job") String job) {
        return administrators.open(HERE + job, session -> {
            var answer = calls.job(session, job).orProblem();
            return html.page(200, Templates.sending(Job.of(answer.body())));
        });
    }

    /** Whoever reloads or bookmarks the address of an act comes to the page. */
    @GET
    @Path("/{act: pause|resume}")
    public Response actReloaded(@PathParam("job") String job) {
        return html.seeOther(HERE + job);
    }

    @POST
    @Path("/{act: pause|resume}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("job") String job, @PathParam("act") String act) {
        return administrators.open(HERE + job, session -> {
            calls.changeJob(session, job, act).orProblem();
            return html.seeOther(HERE + job);
        });
    }
}
