package io.dovetail.bindings.link;

import io.dovetail.bindings.copies.KnownConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Spends the link by which a binding began; only an accepted assertion comes here, so no mail scanner does.
 *
 * <p>That it may have expired meanwhile is no reason to refuse: it was good when the person set out.
 */
@ApplicationScoped
public class SpendLink {
    private final Links links;
    private final KnownConnections connections;
    private final Clock clock;

    SpendLink(Links links, KnownConnections connections, Clock clock) {
        this.links = links;
        this.connections = connections;
        this.clock = clock;
    }

    /** Which link, and whom it has to be for. */
    public record Command(UUID linkId, UUID companyId, UUID userId) {}

    /** Why the link is good for nothing any more; nobody else changes it until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LinkState> hindrance(Command command) {
        var found = find(command);
        if (found.isEmpty()) {
            return Optional.of(LinkState.REPLACED);
        }
        var link = found.get();
        if (!link.isOpen()) {
            return Optional.of(link.state(clock.instant()));
        }
        return new Owing(connections.find(command.companyId())).binds(link)
                ? Optional.empty()
                : Optional.of(LinkState.SINGLE_SIGN_ON_OFF);
    }

    /** Spends a link that nothing hinders. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        find(command).ifPresent(link -> link.use(clock.instant()));
    }

    private Optional<BindingLink> find(Command command) {
        return links.findForChange(command.linkId())
                .filter(link -> link.userId().equals(command.userId())
                        && link.companyId().equals(command.companyId()));
    }
}
