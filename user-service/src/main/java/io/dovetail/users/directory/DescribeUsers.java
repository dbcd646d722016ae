package io.dovetail.users.directory;

import io.dovetail.users.copies.KnownBinding;
import io.dovetail.users.copies.KnownBindings;
import io.dovetail.users.copies.KnownConnection;
import io.dovetail.users.copies.KnownConnections;
import io.dovetail.users.lastmail.LastMails;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds to users of one company how far their binding is and which mail they were sent last.
 *
 * <p>Only identities of the connection's source count. Before single sign-on was first on there is none, and then those
 * of any source do.
 */
@ApplicationScoped
class DescribeUsers {
    private final KnownBindings bindings;
    private final KnownConnections connections;
    private final LastMails lastMails;

    DescribeUsers(KnownBindings bindings, KnownConnections connections, LastMails lastMails) {
        this.bindings = bindings;
        this.connections = connections;
        this.lastMails = lastMails;
    }

    List<ListedUser> handle(UUID company, List<UserProfile> users) {
        var source = connections.find(company).map(KnownConnection::source);
        var ids = users.stream().map(UserProfile::id).toList();
        var byUser = bindings.boundUsers(ids).stream()
                .filter(binding -> source.isEmpty() || binding.source().equals(source.get()))
                .collect(Collectors.toMap(KnownBinding::userId, Function.identity(), (one, other) -> one));
        var mails = lastMails.of(ids);
        return users.stream()
                .map(user -> ListedUser.of(user, Optional.ofNullable(byUser.get(user.id())), mails.get(user.id())))
                .toList();
    }
}
