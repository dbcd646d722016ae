package io.dovetail.sso.enabling;

import io.dovetail.sso.connection.ConnectionProblems;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.UsableConnection;
import io.dovetail.sso.copies.Bindings;
import io.dovetail.sso.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.UUID;

/**
 * What Enable and Apply ask for: a real sign-in that passed, the administrator's own link, and that whoever came back
 * is somebody's link as well. Otherwise the provider might name people in a way that fits none of them.
 */
@ApplicationScoped
class RequireReady {
    private final Connections connections;
    private final Verifications verifications;
    private final Bindings bindings;

    RequireReady(Connections connections, Verifications verifications, Bindings bindings) {
        this.connections = connections;
        this.verifications = verifications;
        this.bindings = bindings;
    }

    /**
     * The version that comes next.
     *
     * @throws io.dovetail.kit.problem.ProblemException not-ready with what is missing
     */
    int version(UUID companyId, UUID administratorId) {
        var next = connections.findToVerify(companyId);
        var missing = new ArrayList<String>();
        if (next.isEmpty()) {
            missing.add("Save your provider's metadata.");
        }
        var verified = next.flatMap(saved -> verifications.findSamlId(companyId, saved.version()));
        if (verified.isEmpty()) {
            missing.add("Verify the saved configuration by a real sign-in; it counts for 24 hours.");
        }
        if (next.filter(saved -> bindings.isBound(administratorId, saved.source()))
                .isEmpty()) {
            missing.add("Link your own account to the identity of your verification.");
        } else if (verified.filter(
                        samlId -> !bindings.isBound(companyId, next.get().source(), samlId))
                .isPresent()) {
            missing.add("Verify once more as somebody whose account is linked. The saml_id that your last verification"
                    + " brought back is linked to no account: if your provider names people otherwise than when they"
                    + " were linked, nobody would come in.");
        }
        if (!missing.isEmpty()) {
            throw ConnectionProblems.notReady(missing).exception();
        }
        return next.map(UsableConnection::version).orElseThrow();
    }
}
