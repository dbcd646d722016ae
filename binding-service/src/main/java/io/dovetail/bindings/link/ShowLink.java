package io.dovetail.bindings.link;

import io.dovetail.bindings.copies.KnownCompanies;
import io.dovetail.bindings.copies.KnownConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Shows what a link is for, to whoever has it; opening and reading it any number of times changes nothing. */
@ApplicationScoped
class ShowLink {
    private final Links links;
    private final Recipients recipients;
    private final KnownConnections connections;
    private final KnownCompanies companies;
    private final Clock clock;

    ShowLink(Links links, Recipients recipients, KnownConnections connections, KnownCompanies companies, Clock clock) {
        this.links = links;
        this.recipients = recipients;
        this.connections = connections;
        this.companies = companies;
        this.clock = clock;
    }

    /** What stands on the link's page. */
    public record Shown(
            UUID companyId,
            String companyName,
            String email,
            String firstName,
            String provider,
            LinkKind kind,
            LinkState state,
            Instant expiresAt) {}

    @Transactional
    Shown handle(String token) {
        var link = links.find(token).orElseThrow(() -> LinkProblems.unknown().exception());
        var recipient = recipients
                .find(link.userId())
                .orElseThrow(() -> LinkProblems.unknown().exception());
        var connection = connections.find(link.companyId());
        var state = link.state(clock.instant());
        return new Shown(
                link.companyId(),
                companies.find(link.companyId()).name(),
                recipient.email(),
                recipient.firstName(),
                connection.provider(),
                link.kind(),
                state == LinkState.LIVE && !new Owing(connection).binds(link) ? LinkState.SINGLE_SIGN_ON_OFF : state,
                link.expiresAt());
    }
}
