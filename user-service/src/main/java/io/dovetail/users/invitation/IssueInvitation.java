package io.dovetail.users.invitation;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.passwordlink.LinkCause;
import io.dovetail.users.passwordlink.MakeLink;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Has an invitation mailed by which a person sets name and password. */
@ApplicationScoped
public class IssueInvitation {
    private final MakeLink makeLink;
    private final Users users;
    private final Outbox outbox;
    private final Clock clock;

    IssueInvitation(MakeLink makeLink, Users users, Outbox outbox, Clock clock) {
        this.makeLink = makeLink;
        this.users = users;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Whom to invite into which company.
     *
     * @param user who is pending
     */
    public record Command(UserProfile user, String companyName, LinkCause cause, Actor actor) {
        public static Command of(UserProfile user, String companyName, Actor actor) {
            return new Command(user, companyName, LinkCause.INVITATION, actor);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var user = command.user();
        var link = makeLink.handle(new MakeLink.Command(user, command.cause(), "/invitation/", command.actor()));
        var issued = new InvitationIssued(
                user.companyId(),
                command.companyName(),
                user.id(),
                user.email(),
                link.id(),
                link.sealed(),
                link.expiresAt(),
                inviter(user).orElse(command.companyName()));
        outbox.append(Event.of(
                "dovetail.users",
                "invitation-issued",
                user.id().toString(),
                user.companyId(),
                command.actor(),
                clock.instant(),
                issued));
    }

    /** The name of whoever invited, as it is at present; empty if they are gone. */
    private Optional<String> inviter(UserProfile user) {
        return Optional.ofNullable(user.invitedBy())
                .flatMap(users::find)
                .map(inviter -> (inviter.firstName() + " " + inviter.lastName()).strip())
                .filter(name -> !name.isEmpty());
    }
}
