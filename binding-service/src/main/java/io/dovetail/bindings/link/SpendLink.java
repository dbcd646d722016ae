package io.dovetail.bindings.link;

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
    private final Clock clock;

    SpendLink(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Which link, and whom it has to be for. */
    public record Command(UUID linkId, UUID companyId, UUID userId) {}

    /**
     * Why the link is good for nothing any more; nobody else changes it until the transaction ends.
     *
     * <p>Whether single sign-on was on is not asked: sso-service looked when it let the person finish, and what is
     * heard here of the connection may be older or newer than that sign-in.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LinkState> hindrance(Command command) {
        var found = links.findForChange(command.linkId());
        if (found.isEmpty()) {
            return Optional.empty(); // lost with this service's rows: the proof is authentic all the same
        }
        if (!isFor(found.get(), command)) {
            return Optional.of(LinkState.REPLACED);
        }
        return Optional.of(found.get().state(clock.instant()))
                .filter(state -> !found.get().isOpen() && state != LinkState.SINGLE_SIGN_ON_OFF);
    }

    /** Spends a link that nothing hinders. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        links.findForChange(command.linkId()).ifPresent(link -> link.use(clock.instant()));
    }

    private static boolean isFor(BindingLink link, Command command) {
        return link.userId().equals(command.userId()) && link.companyId().equals(command.companyId());
    }
}
