package io.dovetail.users.user;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes an account or removes it, unless the company would be left without an active administrator. */
@ApplicationScoped
public class ChangeUser {
    private final Users users;
    private final Outbox outbox;
    private final Clock clock;

    ChangeUser(Users users, Outbox outbox, Clock clock) {
        this.users = users;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which user of which company, and who does it. */
    public record Command(UUID company, UUID user, UserChange change, Actor actor) {}

    /** The account before and after. */
    public record Changed(UserProfile before, UserProfile after) {}

    /** @throws io.dovetail.kit.problem.ProblemException not-found, last-administrator or email-taken */
    @Transactional(Transactional.TxType.MANDATORY)
    public Changed handle(Command command) {
        var user = require(command.company(), command.user());
        var before = user.profile();
        if (command.change() instanceof UserChange.Edit edit) {
            edit.email().ifPresent(email -> requireFree(email, before));
        }
        if (user.change(command.change())) {
            requireAdministratorLeft(before, user.profile());
            outbox.append(user.changed(command.actor(), clock.instant()));
        }
        return new Changed(before, user.profile());
    }

    /** Removes the account and everything that belongs to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UserProfile remove(UUID company, UUID id) {
        var user = require(company, id);
        var before = user.profile();
        users.remove(user);
        requireAdministratorLeft(before, null);
        return before;
    }

    private User require(UUID company, UUID id) {
        users.lockCompany(company);
        return users.findForChange(id)
                .filter(found -> found.profile().belongsTo(company))
                .orElseThrow(() -> CommonProblems.notFound().exception());
    }

    private void requireFree(EmailAddress email, UserProfile user) {
        if (users.find(user.companyId(), email)
                .filter(found -> !found.id().equals(user.id()))
                .isPresent()) {
            throw UserProblems.emailTaken().exception();
        }
    }

    private void requireAdministratorLeft(UserProfile before, @Nullable UserProfile after) {
        if (before.isActiveAdministrator()
                && (after == null || !after.isActiveAdministrator())
                && !users.hasActiveAdministrator(before.companyId())) {
            throw UserProblems.lastAdministrator().exception();
        }
    }
}
