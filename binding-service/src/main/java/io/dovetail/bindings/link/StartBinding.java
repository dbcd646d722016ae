package io.dovetail.bindings.link;

import io.dovetail.bindings.copies.KnownConnections;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Sends a link's person to the provider; the link stays good until an accepted sign-in spends it. */
@ApplicationScoped
class StartBinding {
    private static final Pair TO_SSO = new Pair("binding-service", "sso-service");
    private static final Duration INTENT_LIFE = Duration.ofMinutes(10);

    private final Links links;
    private final KnownConnections connections;
    private final Tickets tickets;
    private final Clock clock;

    StartBinding(Links links, KnownConnections connections, Tickets tickets, Clock clock) {
        this.links = links;
        this.connections = connections;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** @param browserHash the only browser that may go on with it (security.md F7) */
    record Command(String token, String browserHash) {}

    /** What the intent tells sso-service. */
    record Intent(UUID companyId, UUID userId, UUID linkId, UUID source, String browserHash) {}

    /** @return the path at which the sign-in begins */
    @Transactional
    String handle(Command command) {
        var link = links.find(command.token())
                .orElseThrow(() -> LinkProblems.unknown().exception());
        link.state(clock.instant()).problem().ifPresent(problem -> {
            throw problem.exception();
        });
        if (!new Owing(connections.find(link.companyId())).binds(link)) {
            throw LinkProblems.singleSignOnOff().exception();
        }
        var intent = new Intent(link.companyId(), link.userId(), link.id(), link.source(), command.browserHash());
        var sealed = tickets.seal(TO_SSO, "intent", intent, INTENT_LIFE);
        return "/auth/saml/" + link.companyId() + "/login?intent=" + URLEncoder.encode(sealed, StandardCharsets.UTF_8);
    }
}
