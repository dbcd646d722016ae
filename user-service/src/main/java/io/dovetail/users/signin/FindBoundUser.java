package io.dovetail.users.signin;

import io.dovetail.users.copies.KeepBinding;
import io.dovetail.users.copies.KnownBinding;
import io.dovetail.users.copies.KnownBindings;
import io.dovetail.users.copies.KnownConnection;
import io.dovetail.users.copies.KnownConnections;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds whom a ticket speaks for, by what it says itself and by this service's copies, whichever is newer. */
@ApplicationScoped
class FindBoundUser {
    private final KnownConnections connections;
    private final KnownBindings bindings;
    private final KeepBinding keepBinding;
    private final Users users;

    FindBoundUser(KnownConnections connections, KnownBindings bindings, KeepBinding keepBinding, Users users) {
        this.connections = connections;
        this.bindings = bindings;
        this.keepBinding = keepBinding;
        this.users = users;
    }

    /**
     * Empty if nobody is bound to the identity.
     *
     * @throws io.dovetail.kit.problem.ProblemException single-sign-on-off or connection-replaced
     */
    Optional<UserProfile> find(Ticket.OfIdentity ticket) {
        return binding(ticket)
                .filter(KnownBinding::isBound)
                .flatMap(binding -> users.find(binding.userId()))
                .filter(user -> user.companyId().equals(ticket.companyId()));
    }

    private Optional<KnownBinding> binding(Ticket.OfIdentity ticket) {
        if (ticket instanceof Ticket.OfBinding bound) {
            var claims = bound.opened().claims();
            requireNotOffSince(bound);
            keepBinding.handle(claims.binding());
            return bindings.find(claims.bindingId());
        }
        var claims = ((Ticket.OfSignIn) ticket).opened().claims();
        requireOn(claims);
        return bindings.findBound(claims.companyId(), claims.source(), claims.samlId());
    }

    /**
     * By a link nobody comes in any more once it is known here that single sign-on was turned off after the sign-in.
     */
    private void requireNotOffSince(Ticket.OfBinding ticket) {
        var claims = ticket.opened().claims();
        var isOff = connections
                .find(claims.companyId())
                .filter(connection -> connection.revision() > claims.connectionRevision())
                .filter(connection -> !connection.state().isOn())
                .isPresent();
        if (ticket.browser().isPresent() && isOff) {
            throw SignInProblems.singleSignOnOff().exception();
        }
    }

    /** A connection that is newer in the ticket than in the copy wins: a slow event refuses nobody. */
    private void requireOn(Ticket.OfSignIn.Claims claims) {
        var newer = connections
                .find(claims.companyId())
                .filter(connection -> connection.revision() > claims.connectionRevision());
        var state = newer.map(KnownConnection::state).orElse(claims.connectionState());
        if (!state.isOn()) {
            throw SignInProblems.singleSignOnOff().exception();
        }
        if (newer.isPresent() && !claims.source().equals(newer.get().source())) {
            throw SignInProblems.connectionReplaced().exception();
        }
    }
}
