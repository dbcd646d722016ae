package io.dovetail.users.account;

import io.dovetail.kit.event.Actor;
import io.dovetail.users.passwordlink.CancelLinks;
import io.dovetail.users.reconciliation.ReconcileUser;
import io.dovetail.users.session.EndAllSessions;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.ChangeUser;
import io.dovetail.users.user.UserChange;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Changes an account with what follows from it.
 *
 * <p>Links to an address that the account no longer has, or of somebody deactivated, are dead (security.md J5); whoever
 * lost rights loses their sessions; whoever has no password is mailed a link where that is owed.
 */
@ApplicationScoped
class ChangeAccount {
    private static final Logger LOG = Logger.getLogger(ChangeAccount.class);

    private final ChangeUser changeUser;
    private final CancelLinks cancelLinks;
    private final EndAllSessions endAllSessions;
    private final ReconcileUser reconcileUser;
    private final RecordChange recordChange;
    private final SwitchOvers switchOvers;
    private final Users users;

    ChangeAccount(
            ChangeUser changeUser,
            CancelLinks cancelLinks,
            EndAllSessions endAllSessions,
            ReconcileUser reconcileUser,
            RecordChange recordChange,
            SwitchOvers switchOvers,
            Users users) {
        this.changeUser = changeUser;
        this.cancelLinks = cancelLinks;
        this.endAllSessions = endAllSessions;
        this.reconcileUser = reconcileUser;
        this.recordChange = recordChange;
        this.switchOvers = switchOvers;
        this.users = users;
    }

    /** Which user of which company, and who does it. */
    record Command(UUID company, UUID user, UserChange change, Actor actor) {}

    @Transactional
    void handle(Command command) {
        users.lockCompany(command.company());
        var standing = switchOvers.lasting(command.company());
        var changed = changeUser.handle(
                new ChangeUser.Command(command.company(), command.user(), command.change(), command.actor()));
        var before = changed.before();
        var after = changed.after();
        if (before.equals(after)) {
            return;
        }
        if (after.isDeactivated() || !after.email().equals(before.email())) {
            cancelLinks.endAll(after, command.actor());
        }
        if (after.isDeactivated() || (before.isActiveAdministrator() && !after.isActiveAdministrator())) {
            endAllSessions.handle(EndAllSessions.Command.all(command.company(), after.id(), command.actor()));
        }
        if (needsNewLink(before, after)) {
            users.forgetLink(after.id());
            var fresh = users.find(after.id()).orElseThrow();
            reconcileUser.handle(new ReconcileUser.Command(fresh, standing, command.actor()));
        }
        recordChange.handle(before, after, command.actor());
        LOG.infof("user changed user=%s company=%s status=%s", after.id(), after.companyId(), after.status());
    }

    private static boolean needsNewLink(UserProfile before, UserProfile after) {
        return before.isDeactivated() || !after.email().equals(before.email());
    }
}
