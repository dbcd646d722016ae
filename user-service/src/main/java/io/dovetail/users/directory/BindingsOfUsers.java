package io.dovetail.users.directory;

import io.dovetail.users.copies.KnownBinding;
import io.dovetail.users.copies.KnownBindings;
import io.dovetail.users.copies.KnownConnection;
import io.dovetail.users.copies.KnownConnections;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds to users of one company how far their binding is.
 *
 * <p>Only identities of the connection's source count. Before single sign-on was first on there is none, and then those
 * of any source do.
 */
@ApplicationScoped
class BindingsOfUsers {
    private final KnownBindings bindings;
    private final KnownConnections connections;

    BindingsOfUsers(KnownBindings bindings, KnownConnections connections) {
        this.bindings = bindings;
        this.connections = connections;
    }

    List<ListedUser> join(UUID company, List<UserProfile> users) {
        var source = connections.find(company).map(KnownConnection::source);
        var ids = users.stream().map(UserProfile::id).toList();
        var byUser = bindings.boundUsers(ids).stream()
                .filter(binding -> source.isEmpty() || binding.source().equals(source.get()))
                .collect(Collectors.toMap(KnownBinding::userId, Function.identity(), (one, other) -> one));
        return users.stream()
                .map(user -> ListedUser.of(user, Optional.ofNullable(byUser.get(user.id()))))
                .toList();
    }
}
