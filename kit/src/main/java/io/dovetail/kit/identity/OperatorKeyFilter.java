package io.dovetail.kit.identity;

import io.dovetail.kit.problem.CommonProblems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Lets {@link OperatorOnly} calls through only with a valid operator key; keys are random, so a fast hash is enough.
 */
@Provider
@OperatorOnly
public class OperatorKeyFilter implements ContainerRequestFilter {
    private final List<String> hashes;

    OperatorKeyFilter(OperatorConfig config) {
        this.hashes = config.keyHashes().orElse(List.of());
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var key = request.getHeaderString("X-Operator-Key");
        var presented = Secrets.sha256(key == null ? "" : key);
        var valid = false;
        for (var hash : hashes) {
            valid |= Secrets.same(hash, presented);
        }
        if (key == null || !valid) {
            throw CommonProblems.operatorKeyNeeded().exception();
        }
    }
}
