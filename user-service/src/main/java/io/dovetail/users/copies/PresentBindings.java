package io.dovetail.users.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who of a company is bound to an identity that counts at present, as far as this service has heard.
 *
 * <p>Only identities of the connection's source count. Before single sign-on was first on there is none, and then those
 * of any source do.
 */
@ApplicationScoped
public class PresentBindings {
    private final KnownBindings bindings;
    private final KnownConnections connections;

    PresentBindings(KnownBindings bindings, KnownConnections connections) {
        this.bindings = bindings;
        this.connections = connections;
    }

    /** By user; whoever is not bound is missing. */
    public Map<UUID, KnownBinding> of(UUID company, Collection<UUID> users) {
        var source = connections.find(company).map(KnownConnection::source);
        return bindings.boundUsers(users).stream()
                .filter(binding -> source.isEmpty() || binding.source().equals(source.get()))
                .collect(Collectors.toMap(KnownBinding::userId, Function.identity(), (one, other) -> one));
    }

    public Optional<KnownBinding> find(UUID company, UUID user) {
        return Optional.ofNullable(of(company, List.of(user)).get(user));
    }
}
