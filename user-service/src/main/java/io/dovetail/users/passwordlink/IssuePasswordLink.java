package io.dovetail.users.passwordlink;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Has a link to create a password mailed; older links of the same user are dead from then on. */
@ApplicationScoped
public class IssuePasswordLink {
    private static final Pair TO_NOTIFICATION = new Pair("user-service", "notification-service");

    private final PasswordLinks links;
    private final LinkConfig config;
    private final PublicUrl publicUrl;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Clock clock;

    IssuePasswordLink(
            PasswordLinks links, LinkConfig config, PublicUrl publicUrl, Tickets tickets, Outbox outbox, Clock clock) {
        this.links = links;
        this.config = config;
        this.publicUrl = publicUrl;
        this.tickets = tickets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** To whom, in which company, and why. */
    public record Command(UserProfile user, String companyName, LinkCause cause, Actor actor) {}

    /** What the sealed link holds. */
    record SealedLink(String url) {}

    @Transactional
    public void handle(Command command) {
        var now = clock.instant();
        var token = Secrets.newToken();
        var user = command.user();
        var link = new PasswordLink(user.id(), Secrets.sha256(token), command.cause(), now, config.life());
        links.addInsteadOfOlder(link, now);
        var address = new SealedLink(publicUrl.resolve("/password/" + token));
        var issued = new PasswordLinkIssued(
                user.companyId(),
                command.companyName(),
                user.id(),
                user.email(),
                user.firstName(),
                link.id(),
                tickets.seal(TO_NOTIFICATION, "link", address, config.life()),
                link.expiresAt(),
                command.cause());
        outbox.append(Event.of(
                "dovetail.users",
                "password-link-issued",
                user.id().toString(),
                user.companyId(),
                command.actor(),
                now,
                issued));
    }
}
