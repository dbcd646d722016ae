package io.dovetail.kit.limit;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Calls of the tests that whoever comes by may make. */
@Path("/api/limited")
@PermitAll
public class LimitedResource {
    private static final String BLOCKING = "blocking";

    /** Tells on which kind of thread the filters of a limited call run. */
    public static class ThreadFilter {
        @RateLimited
        @ServerRequestFilter
        public void filter(ContainerRequestContext request) {
            request.setProperty(BLOCKING, BlockingOperationControl.isBlockingAllowed());
        }
    }

    @GET
    @Path("one")
    @RateLimited
    public boolean one(@Context ContainerRequestContext request) {
        return Boolean.TRUE.equals(request.getProperty(BLOCKING));
    }

    @GET
    @Path("other")
    @RateLimited
    public String other() {
        return "other";
    }

    @GET
    @Path("of/{company}")
    @RateLimited
    public String ofCompany(@PathParam("company") String company) {
        return company;
    }
}
