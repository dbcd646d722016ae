package io.dovetail.users.account;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.audit.Act;
import io.dovetail.users.audit.RecordAct;
import io.dovetail.users.copies.ForgetBindings;
import io.dovetail.users.erasure.ForgetEvents;
import io.dovetail.users.passwordlink.CancelLinks;
import io.dovetail.users.session.EndAllSessions;
import io.dovetail.users.user.ChangeUser;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes an account with everything that belongs to it, here and by its event everywhere. */
@ApplicationScoped
class EraseUser {
    private static final Logger LOG = Logger.getLogger(EraseUser.class);

    private final Users users;
    private final ChangeUser changeUser;
    private final CancelLinks cancelLinks;
    private final EndAllSessions endAllSessions;
    private final ForgetBindings forgetBindings;
    private final ForgetEvents forgetEvents;
    private final Forgotten forgotten;
    private final RecordAct recordAct;
    private final Outbox outbox;
    private final Clock clock;

    EraseUser(
            Users users,
            ChangeUser changeUser,
            CancelLinks cancelLinks,
            EndAllSessions endAllSessions,
            ForgetBindings forgetBindings,
            ForgetEvents forgetEvents,
            Forgotten forgotten,
            RecordAct recordAct,
            Outbox outbox,
            Clock clock) {
        this.users = users;
        this.changeUser = changeUser;
        this.cancelLinks = cancelLinks;
        this.endAllSessions = endAllSessions;
        this.forgetBindings = forgetBindings;
        this.forgetEvents = forgetEvents;
        this.forgotten = forgotten;
        this.recordAct = recordAct;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which user of which company, and who does it. */
    record Command(UUID company, UUID user, Actor actor) {}

    @Transactional
    void handle(Command command) {
        users.lockCompany(command.company());
        forgotten.add(command.user()); // before the rows: whoever tells of the user asks in this order, too
        users.lock(command.user())
                .filter(found -> found.belongsTo(command.company()))
                .ifPresent(found -> {
                    cancelLinks.endAll(found, command.actor());
                    endAllSessions.handle(EndAllSessions.Command.all(command.company(), found.id(), command.actor()));
                });
        var user = changeUser.remove(command.company(), command.user());
        forgetBindings.ofUser(user.id());
        forgetEvents.ofUser(user.id());
        outbox.append(Event.of(
                "dovetail.users",
                "user-erased",
                user.id().toString(),
                user.companyId(),
                command.actor(),
                clock.instant(),
                new UserErased(user.companyId(), user.id())));
        recordAct.handle(new RecordAct.Command(user.companyId(), Act.USER_REMOVED, user.id(), command.actor()));
        LOG.infof("user erased user=%s company=%s", user.id(), user.companyId());
    }
}
