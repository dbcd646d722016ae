package io.dovetail.users.passwordlink;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Has a link to create a password mailed. */
@ApplicationScoped
public class IssuePasswordLink {
    private final MakeLink makeLink;
    private final Outbox outbox;
    private final Clock clock;

    IssuePasswordLink(MakeLink makeLink, Outbox outbox, Clock clock) {
        this.makeLink = makeLink;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** To whom, in which company, and why. */
    public record Command(UserProfile user, String companyName, LinkCause cause, Actor actor) {}

    @Transactional
    public void handle(Command command) {
        var user = command.user();
        var link = makeLink.handle(new MakeLink.Command(user, command.cause(), "/password/", command.actor()));
        var issued = new PasswordLinkIssued(
                user.companyId(),
                command.companyName(),
                user.id(),
                user.email(),
                user.firstName(),
                link.id(),
                link.sealed(),
                link.expiresAt(),
                command.cause());
        outbox.append(Event.of(
                "dovetail.users",
                "password-link-issued",
                user.id().toString(),
                user.companyId(),
                command.actor(),
                clock.instant(),
                issued));
    }
}
