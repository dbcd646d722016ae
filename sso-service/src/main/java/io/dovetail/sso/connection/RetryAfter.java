package io.dovetail.sso.connection;

import io.dovetail.kit.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Says in a header, too, when a call that came too often may come again (RFC 9110, section 10.2.3). */
@Provider
public class RetryAfter implements ContainerResponseFilter {
    /** The problem's member that holds the seconds. */
    static final String MEMBER = "retryAfterSeconds";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && problem.extensions().get(MEMBER) instanceof Long seconds) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds);
        }
    }
}
