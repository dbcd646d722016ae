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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings → Organization → Mailings: how far the jobs are that mail links, and how to pause and resume them. */
@Path("/settings/sending")
public class JobResource {
    private static final String JOB = "/{job: [0-9a-f-]{36}}";

    private final Administrators administrators;
    private final JobCalls calls;
    private final Html html;

    JobResource(Administrators administrators, JobCalls calls, Html html) {
        this.administrators = administrators;
        this.calls = calls;
        this.html = html;
    }

    /** The jobs of one kind; empty when they are not known right now. */
    public record Group(Mailing mailing, Optional<List<Job>> known) {
        public boolean isKnown() {
            return known.isPresent();
        }

        public List<Job> jobs() {
            return known.orElse(List.of());
        }
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance mailings(List<Group> groups);

        static native TemplateInstance sending(Job job);
    }

    /**
     * Where a job's progress is shown.
     *
     * @param started what the call that started it answered; only links are started by hand
     */
    public static String pageOf(Api.Answer started) {
        return Job.of(Mailing.LINKS, started.body()).page();
    }

    @GET
    public Response all() {
        return administrators.open("/settings/sending", session -> {
            var groups = List.of(
                    new Group(Mailing.LINKS, calls.find(session, Mailing.LINKS)),
                    new Group(Mailing.PASSWORDS, calls.find(session, Mailing.PASSWORDS)));
            return html.page(200, Templates.mailings(groups));
        });
    }

    /** @param of "passwords" for the jobs of that kind */
    @GET
    @Path(JOB)
    public Response page(@PathParam("job") String job, @QueryParam("of") @Nullable String of) {
        var mailing = mailing(of);
        return administrators.open(
                page(job, mailing), session -> html.page(200, Templates.sending(calls.require(session, mailing, job))));
    }

    /** Whoever reloads or bookmarks the address of an act comes to the page. */
    @GET
    @Path(JOB + "/{act: pause|resume}")
    public Response actReloaded(@PathParam("job") String job, @QueryParam("of") @Nullable String of) {
        return html.seeOther(page(job, mailing(of)));
    }

    @POST
    @Path(JOB + "/{act: pause|resume}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("job") String job, @PathParam("act") String act, @QueryParam("of") @Nullable String of) {
        var mailing = mailing(of);
        return administrators.open(page(job, mailing), session -> {
            calls.change(session, mailing, job, act).orProblem();
            return html.seeOther(page(job, mailing));
        });
    }

    private static Mailing mailing(@Nullable String of) {
        return Mailing.of("passwords".equals(of));
    }

    private static String page(String job, Mailing mailing) {
        return Job.PAGES + job + mailing.query();
    }
}
