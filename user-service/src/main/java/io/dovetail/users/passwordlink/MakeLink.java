package io.dovetail.users.passwordlink;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Makes a link for a user; their older ones are dead from then on, and so are the mails of those. */
@ApplicationScoped
public class MakeLink {
    private static final Pair TO_NOTIFICATION = new Pair("user-service", "notification-service");

    private final PasswordLinks links;
    private final CancelLinks cancelLinks;
    private final Users users;
    private final SwitchOvers switchOvers;
    private final LinkConfig config;
    private final PublicUrl publicUrl;
    private final Tickets tickets;
    private final Clock clock;

    MakeLink(
            PasswordLinks links,
            CancelLinks cancelLinks,
            Users users,
            SwitchOvers switchOvers,
            LinkConfig config,
            PublicUrl publicUrl,
            Tickets tickets,
            Clock clock) {
        this.links = links;
        this.cancelLinks = cancelLinks;
        this.users = users;
        this.switchOvers = switchOvers;
        this.config = config;
        this.publicUrl = publicUrl;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** @param path where the link leads, up to its token */
    public record Command(UserProfile user, LinkCause cause, String path, Actor actor) {}

    /** @param sealed only notification-service opens it */
    public record MadeLink(UUID id, String sealed, Instant expiresAt) {}

    /** What the sealed link holds. */
    record SealedLink(String url) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public MadeLink handle(Command command) {
        var user = command.user();
        var settled = switchOvers.standing(user.companyId()).settled();
        users.noteLink(user.id(), settled);
        cancelLinks.endAll(user, command.actor());
        var token = Secrets.newToken();
        var link = new PasswordLink(
                user.id(), Secrets.sha256(token), command.cause(), settled, clock.instant(), config.life());
        links.add(link);
        var address = new SealedLink(publicUrl.resolve(command.path() + token));
        return new MadeLink(link.id(), tickets.seal(TO_NOTIFICATION, "link", address, config.life()), link.expiresAt());
    }
}
