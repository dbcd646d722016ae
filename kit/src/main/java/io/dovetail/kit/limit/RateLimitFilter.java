package io.dovetail.kit.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets {@link RateLimited} calls through as often as {@link RateLimitConfig} says, before anything is done for them.
 *
 * <p>The address comes first: what is refused for it does not count for the company. A company whose calls are used up
 * shuts nobody out: each address has a few of its own there (decision 0035). It runs on the worker thread of its call.
 */
@ApplicationScoped
public class RateLimitFilter {
    private final RateLimits limits;
    private final RateLimitConfig config;
    private final ClientNetwork network;

    RateLimitFilter(RateLimits limits, RateLimitConfig config, ClientNetwork network) {
        this.limits = limits;
        this.config = config;
        this.network = network;
    }

    /** @throws TooManyRequestsException before anything was done */
    @RateLimited
    @ServerRequestFilter
    public void filter(ContainerRequestContext request, ResourceInfo called) {
        var call = called.getResourceClass().getSimpleName() + "."
                + called.getResourceMethod().getName();
        var from = network.text();
        var address = new Bucket("address " + call, from, Limit.perMinute(config.perAddress()));
        company(request)
                .map(company -> take(address, company, call, from))
                .orElseGet(() -> limits.take(List.of(address)))
                .ifPresent(empty -> {
                    throw new TooManyRequestsException(empty.delay());
                });
    }

    private Optional<RateLimits.Empty> take(Bucket address, String company, String call, String from) {
        var all = new Bucket("company " + call, company, Limit.perMinute(config.perCompany()));
        return limits.take(List.of(address, all)).flatMap(empty -> {
            if (!empty.bucket().equals(all)) {
                return Optional.of(empty);
            }
            var own = Limit.perMinute(config.perAddressAndCompany());
            return limits.take(List.of(new Bucket("address and company " + call, from + ' ' + company, own)));
        });
    }

    /** Empty without one in the path, and for what is no id: no call is answered for that anyway. */
    private static Optional<String> company(ContainerRequestContext request) {
        return Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("company"))
                .flatMap(RateLimitFilter::id);
    }

    private static Optional<String> id(String text) {
        try {
            return Optional.of(UUID.fromString(text).toString());
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
