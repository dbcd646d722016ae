package io.dovetail.bindings.sending;

import io.dovetail.bindings.link.SendNewLink;
import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;

/** An administrator's way to have links sent, and to see how far that is. */
@Path("/api/bindings/{company}")
@RolesAllowed("ADMIN")
public class SendingResource {
    private final Subject subject;
    private final Jobs jobs;
    private final SendNewLink sendNewLink;

    SendingResource(Subject subject, Jobs jobs, SendNewLink sendNewLink) {
        this.subject = subject;
        this.jobs = jobs;
        this.sendNewLink = sendNewLink;
    }

    @POST
    @Path("/send")
    @ResponseStatus(202)
    @Operation(
            operationId = "sendLinksBeforeEnable",
            summary = "Sends links before Enable",
            description = "To everybody who has none for the verified draft yet; passwords keep working. Answers the"
                    + " job that does so already if there is one.")
    @Refuses(status = 409, with = "nothing-to-send")
    public JobView send(@PathParam("company") String company) {
        return jobs.send(subject.requireAdministrator(company), subject.actor());
    }

    @POST
    @Path("/resend")
    @ResponseStatus(202)
    @Operation(
            operationId = "resendLinks",
            summary = "Sends a new link to everybody who is not linked",
            description = "Older links die. Answers the job that does so already if there is one, even a paused one.")
    @Refuses(status = 409, with = "nothing-to-send")
    public JobView resend(@PathParam("company") String company) {
        return jobs.resend(subject.requireAdministrator(company), subject.actor());
    }

    @POST
    @Path("/{user}/resend")
    @ResponseStatus(202)
    @Operation(
            operationId = "resendLink",
            summary = "Sends one person a new link",
            description = "The older link dies.")
    @Refuses(status = 409, with = "link-not-owed")
    public void resendOne(@PathParam("company") String company, @PathParam("user") String user) {
        var companyId = subject.requireAdministrator(company);
        if (!sendNewLink.resent(companyId, id(user), subject.actor())) {
            throw SendingProblems.notOwed().exception();
        }
    }

    /** @param items unfinished ones first, then the newest finished; at most 20 */
    @Schema(name = "JobList")
    public record JobList(List<JobView> items) {}

    @GET
    @Path("/jobs")
    @Operation(
            operationId = "listJobs",
            summary = "The company's jobs, and how far they are",
            description = "Unfinished ones first, then the newest finished; at most 20. Enable, Apply and Disable start"
                    + " a job of kind RECONCILE.")
    public JobList list(@PathParam("company") String company) {
        return new JobList(jobs.list(subject.requireAdministrator(company)));
    }

    @GET
    @Path("/jobs/{job}")
    @Operation(operationId = "showJob", summary = "How far a job is")
    public JobView show(@PathParam("company") String company, @PathParam("job") String job) {
        return jobs.show(subject.requireAdministrator(company), id(job));
    }

    @POST
    @Path("/jobs/{job}/pause")
    @Operation(
            operationId = "pauseJob",
            summary = "Pauses a job",
            description = "Links that were issued stay good. Once done, nothing happens.")
    public JobView pause(@PathParam("company") String company, @PathParam("job") String job) {
        return jobs.pause(subject.requireAdministrator(company), id(job), subject.actor());
    }

    @POST
    @Path("/jobs/{job}/resume")
    @Operation(operationId = "resumeJob", summary = "Resumes a paused job")
    public JobView resume(@PathParam("company") String company, @PathParam("job") String job) {
        return jobs.resume(subject.requireAdministrator(company), id(job), subject.actor());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblems.notFound().exception(notAnId);
        }
    }
}
