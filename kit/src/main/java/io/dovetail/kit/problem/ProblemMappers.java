package io.dovetail.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception of a REST call into a {@link Problem}: 4xx logs one INFO line, 5xx an ERROR with its cause. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException exception) {
        return answer(exception.problem());
    }

    @ServerExceptionMapper(priority = 1)
    public Response malformedJson(JacksonException exception) {
        return answer(CommonProblems.malformedJson(where(exception)));
    }

    @ServerExceptionMapper(priority = 1)
    public Response mismatchedJson(com.fasterxml.jackson.databind.exc.MismatchedInputException exception) {
        return answer(CommonProblems.malformedJson(where(exception)));
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException exception) {
        if (exception.getConstraintViolations().stream().anyMatch(InvalidField::isOfOurAnswer)) {
            return unexpected(exception);
        }
        var errors = exception.getConstraintViolations().stream()
                .map(violation -> Map.of("field", InvalidField.of(violation), "detail", violation.getMessage()))
                .sorted(Comparator.comparing(error -> error.get("field")))
                .toList();
        return answer(CommonProblems.invalidInput().with("errors", errors));
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthorized(UnauthorizedException exception) {
        return answer(CommonProblems.notAuthenticated());
    }

    @ServerExceptionMapper(priority = 1)
    public Response authenticationFailed(AuthenticationFailedException exception) {
        return answer(CommonProblems.notAuthenticated());
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException exception) {
        return answer(CommonProblems.forbidden());
    }

    @ServerExceptionMapper(priority = 1)
    public Response notFound(NotFoundException exception) {
        return answer(CommonProblems.notFound());
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException exception) {
        var cause = exception.getCause();
        if (cause instanceof JacksonException json) {
            return malformedJson(json);
        }
        var status = exception.getResponse().getStatus();
        return status >= 500 ? unexpected(exception) : answer(CommonProblems.ofStatus(status));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable exception) {
        if (DatabaseAway.isBehind(exception)) {
            LOG.warnf("database not reached cause=%s", exception.getClass().getName());
            return answer(CommonProblems.tryAgain());
        }
        if (isClientGone(exception)) {
            LOG.info("connection closed before the end of the body");
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        var requestId = UUID.randomUUID();
        LOG.errorf(exception, "request failed requestId=%s", requestId);
        return answer(CommonProblems.internalError(requestId));
    }

    /** Nobody reads an answer any more, and it is no fault of ours. */
    private static boolean isClientGone(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException) {
                return true;
            }
        }
        return false;
    }

    private static Response answer(Problem problem) {
        LOG.infof("answered status=%d problem=%s", problem.status(), problem.slug());
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 503) {
            answer.header("Retry-After", "2");
        }
        var retryAfter = problem.extensions().get(Problem.RETRY_AFTER);
        if (retryAfter != null) {
            answer.header("Retry-After", retryAfter);
        }
        return answer.build();
    }

    /** Line, column and field, never the text itself. */
    private static String where(JacksonException exception) {
        var location = exception.getLocation();
        var place = location == null
                ? "in the body"
                : "at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        if (exception instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var path = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            return place + ", field \"" + path + "\"";
        }
        return place;
    }
}
