package io.dovetail.kit.identity;

import io.dovetail.kit.problem.CommonProblems;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;

/**
 * Lets {@link OperatorOnly} calls through only with a valid operator key; keys are random, so a fast hash is enough.
 */
@jakarta.ws.rs.ext.Provider
@OperatorOnly
public class OperatorKeyFilter implements ContainerRequestFilter {
    private final Provider<OperatorConfig> config;

    /** Filters are made while the application is built, before there is configuration: hence the provider. */
    OperatorKeyFilter(Provider<OperatorConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var key = request.getHeaderString("X-Operator-Key");
        var presented = Secrets.sha256(key == null ? "" : key);
        var valid = false;
        for (var hash : config.get().keyHashes().orElse(List.of())) {
            valid |= Secrets.same(hash, presented);
        }
        if (key == null || !valid) {
            throw CommonProblems.operatorKeyNeeded().exception();
        }
    }
}
