package io.dovetail.users.invitation;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import io.dovetail.users.company.Companies;
import io.dovetail.users.switchover.Standing;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.AddUser;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.Role;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.UserStatus;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Adds the people of many addresses as pending users and has them invited, with an answer per address.
 *
 * <p>While single sign-on is off the invitation sets name and password; while it is on binding-service mails one that
 * links the account.
 */
@ApplicationScoped
class InvitePeople {
    private static final Logger LOG = Logger.getLogger(InvitePeople.class);

    private final Users users;
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final AddUser addUser;
    private final IssueInvitation issueInvitation;
    private final RecordAct recordAct;
    private final Outbox outbox;
    private final Clock clock;

    InvitePeople(
            Users users,
            Companies companies,
            SwitchOvers switchOvers,
            AddUser addUser,
            IssueInvitation issueInvitation,
            RecordAct recordAct,
            Outbox outbox,
            Clock clock) {
        this.users = users;
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.addUser = addUser;
        this.issueInvitation = issueInvitation;
        this.recordAct = recordAct;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param emails as typed */
    record Command(UUID company, List<String> emails, Role role, UUID administrator, Actor actor) {}

    /** What became of one address. */
    @Schema(name = "InvitationResult")
    public enum Result {
        INVITED,
        /** Pending already; the invitation can be sent again. */
        ALREADY_INVITED,
        ALREADY_MEMBER,
        INVALID
    }

    /** @param userId null for an invalid address */
    @Schema(name = "InvitationAnswer")
    public record Answer(
            String email, Result result, @Nullable UUID userId) {}

    @Transactional
    List<Answer> handle(Command command) {
        users.lockCompany(command.company());
        var standing = switchOvers.lasting(command.company());
        var company = companies.requireActive(command.company()).name();
        var answers = command.emails().stream()
                .map(email -> EmailAddress.find(email)
                        .map(address -> invite(address, command, standing, company))
                        .orElseGet(() -> new Answer(email, Result.INVALID, null)))
                .toList();
        var invited = answers.stream()
                .filter(answer -> answer.result() == Result.INVITED)
                .count();
        if (invited > 0) {
            recordAct.handle(new RecordAct.Command(command.company(), Act.PEOPLE_INVITED, invited, command.actor()));
        }
        LOG.infof("people invited company=%s addresses=%d invited=%d", command.company(), answers.size(), invited);
        return answers;
    }

    private Answer invite(EmailAddress address, Command command, Standing standing, String company) {
        var present = users.find(command.company(), address);
        if (present.isPresent()) {
            var result = present.get().status() == UserStatus.PENDING ? Result.ALREADY_INVITED : Result.ALREADY_MEMBER;
            return new Answer(address.text(), result, present.get().id());
        }
        var actor = command.actor();
        var user = addUser.handle(new AddUser.Command(
                UUID.randomUUID(), command.company(), address, "", "", command.role(), actor, command.administrator()));
        outbox.append(invited(user, command));
        if (standing.passwordsWork()) {
            issueInvitation.handle(IssueInvitation.Command.of(user, company, actor));
        }
        return new Answer(address.text(), Result.INVITED, user.id());
    }

    private Event invited(UserProfile user, Command command) {
        var data = new UserInvited(user.companyId(), user.id(), user.email(), user.role(), command.administrator());
        return Event.of(
                "dovetail.users",
                "user-invited",
                user.id().toString(),
                user.companyId(),
                command.actor(),
                clock.instant(),
                data);
    }
}
