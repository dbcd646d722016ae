package io.dovetail.sso.enabling;

import io.dovetail.kit.event.Actor;
import io.dovetail.sso.connection.ConnectionProblems;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.copies.Bindings;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.UUID;

/** Enables single sign-on once a real sign-in proved that it works, and that the administrator can come in by it. */
@ApplicationScoped
class EnableConnection {
    private final Companies companies;
    private final Connections connections;
    private final Verifications verifications;
    private final Bindings bindings;

    EnableConnection(Companies companies, Connections connections, Verifications verifications, Bindings bindings) {
        this.companies = companies;
        this.connections = connections;
        this.verifications = verifications;
        this.bindings = bindings;
    }

    @Transactional
    void handle(UUID companyId, UUID administratorId) {
        companies.requireAllowed(companyId);
        var missing = new ArrayList<String>();
        var draft = connections.findToVerify(companyId);
        if (draft.isEmpty()) {
            missing.add("Save your provider's metadata.");
        } else {
            if (!verifications.isVerified(companyId, draft.get().version())) {
                missing.add("Verify the saved configuration by a real sign-in; it counts for 24 hours.");
            }
            if (!bindings.isBound(administratorId, draft.get().source())) {
                missing.add("Link your own account to the identity of your verification.");
            }
        }
        if (!missing.isEmpty()) {
            throw ConnectionProblems.notReady(missing).exception();
        }
        connections.enable(companyId, Actor.user(administratorId), administratorId);
    }
}
