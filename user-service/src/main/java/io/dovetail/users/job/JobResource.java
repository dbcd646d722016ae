package io.dovetail.users.job;

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

/** How far the walks over a company's users are, which mail links after a switch-over. */
@Path("/api/users/{company}")
@RolesAllowed("ADMIN")
public class JobResource {
    private final Subject subject;
    private final Jobs jobs;

    JobResource(Subject subject, Jobs jobs) {
        this.subject = subject;
        this.jobs = jobs;
    }

    /** Those that are not done, then those that were begun last. */
    @Schema(name = "UserJobs")
    public record JobList(List<JobView> items) {}

    @GET
    @Path("/jobs")
    @Operation(
            operationId = "listUserJobs",
            summary = "The company's jobs: the unfinished ones, then the newest finished ones",
            description =
                    "At most 20, done ones for 90 days. A job begins when single sign-on is turned on or off; one that is"
                            + " not done gives way to it. When a suspended company goes on, its unfinished job starts over,"
                            + " paused if it was paused, or one begins.")
    public JobList list(@PathParam("company") String company) {
        return new JobList(jobs.list(subject.requireAdministrator(company)));
    }

    @GET
    @Path("/jobs/{job}")
    @Operation(operationId = "showUserJob", summary = "How far a job over the company's users is")
    @Refuses(status = 404, with = "not-found")
    public JobView show(@PathParam("company") String company, @PathParam("job") String job) {
        return jobs.show(subject.requireAdministrator(company), id(job));
    }

    @POST
    @Path("/jobs/{job}/pause")
    @Operation(
            operationId = "pauseUserJob",
            summary = "Pauses a job over the company's users",
            description = "Links that were mailed stay good. Once done, nothing happens.")
    @Refuses(status = 404, with = "not-found")
    public JobView pause(@PathParam("company") String company, @PathParam("job") String job) {
        return jobs.pause(subject.requireAdministrator(company), id(job), subject.actor());
    }

    @POST
    @Path("/jobs/{job}/resume")
    @Operation(operationId = "resumeUserJob", summary = "Resumes a paused job over the company's users")
    @Refuses(status = 404, with = "not-found")
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
