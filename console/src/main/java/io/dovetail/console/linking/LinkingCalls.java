package io.dovetail.console.linking;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.session.OwnApi;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.ProblemPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** The calls about a company's bindings, made for the administrator whose session it is. */
@ApplicationScoped
public class LinkingCalls {
    private static final Logger LOG = Logger.getLogger(LinkingCalls.class);

    private final OwnApi api;

    LinkingCalls(OwnApi api) {
        this.api = api;
    }

    /** Empty when it is not known right now: pages show what they know without it. */
    public Optional<Readiness> findReadiness(Session session) {
        return find(session, "/summary")
                .map(answer -> Readiness.of(
                        answer.body(),
                        findJob(session, answer.text("runningJob")).orElse(null)));
    }

    /** The summary names the job that is not done; how far it is stands in its own call. */
    private Optional<Job> findJob(Session session, String id) {
        return Optional.of(id)
                .filter(named -> !named.isEmpty())
                .flatMap(named -> find(session, "/jobs/" + named))
                .map(answer -> Job.of(Mailing.LINKS, answer.body()));
    }

    /** How far each of these people is, by user id; empty when it is not known right now. */
    public Optional<Map<String, JsonNode>> findPeople(Session session, List<String> users) {
        if (users.isEmpty()) {
            return Optional.of(Map.of());
        }
        return find(session, "?user=" + String.join("&user=", users))
                .map(answer -> StreamSupport.stream(answer.body().path("items").spliterator(), false)
                        .collect(Collectors.toMap(
                                person -> person.path("userId").asText(""),
                                person -> person,
                                (first, second) -> first)));
    }

    /** To everybody who is not linked. */
    public Api.Answer resendAll(Session session) {
        return api.post(session, path(session, "/resend"));
    }

    /** Before Enable. */
    public Api.Answer send(Session session) {
        return api.post(session, path(session, "/send"));
    }

    public Api.Answer resend(Session session, String user) {
        return api.post(session, path(session, "/" + user + "/resend"));
    }

    public Api.Answer unbind(Session session, String user) {
        return api.delete(session, path(session, "/" + user));
    }

    /** What is kept for a deactivated person. */
    public Api.Answer release(Session session, String user) {
        return api.send(session, "POST", path(session, "/identities/release"), Map.of("userId", user));
    }

    private Optional<Api.Answer> find(Session session, String path) {
        try {
            return Optional.of(api.get(session, path(session, path))).filter(Api.Answer::ok);
        } catch (ProblemPage away) {
            LOG.warnf("a page is shown without how far its people are company=%s", session.companyId());
            return Optional.empty();
        }
    }

    private static String path(Session session, String path) {
        return "/api/bindings/" + session.companyId() + path;
    }
}
