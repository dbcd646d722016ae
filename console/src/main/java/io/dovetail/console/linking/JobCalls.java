package io.dovetail.console.linking;

import io.dovetail.console.session.OwnApi;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.ProblemPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The calls about a company's jobs, made for the administrator whose session it is. */
@ApplicationScoped
class JobCalls {
    private static final Logger LOG = Logger.getLogger(JobCalls.class);

    private final OwnApi api;

    JobCalls(OwnApi api) {
        this.api = api;
    }

    /** The unfinished ones and the latest; empty when they are not known right now. */
    Optional<List<Job>> find(Session session, Mailing mailing) {
        try {
            return Optional.of(api.get(session, mailing.jobs(session.companyId())))
                    .filter(Api.Answer::ok)
                    .map(answer -> Job.all(mailing, answer.body()));
        } catch (ProblemPage away) {
            LOG.warnf("a page is shown without jobs company=%s mailing=%s", session.companyId(), mailing);
            return Optional.empty();
        }
    }

    Job require(Session session, Mailing mailing, String job) {
        var answer = api.get(session, mailing.jobs(session.companyId()) + "/" + job);
        return Job.of(mailing, answer.orProblem().body());
    }

    /** @param act pause or resume */
    Api.Answer change(Session session, Mailing mailing, String job, String act) {
        return api.post(session, mailing.jobs(session.companyId()) + "/" + job + "/" + act);
    }
}
