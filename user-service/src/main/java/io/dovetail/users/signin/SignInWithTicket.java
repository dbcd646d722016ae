package io.dovetail.users.signin;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.ticket.TicketProblems;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.users.company.Companies;
import io.dovetail.users.session.OpenSession;
import io.dovetail.users.session.OpenedSession;
import io.dovetail.users.session.SessionMethod;
import io.dovetail.users.user.PersonName;
import io.dovetail.users.user.UpdateProfile;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.UserStatus;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Signs in by a ticket: spends it, finds the bound user, opens the session or tells why not, in one transaction.
 *
 * <p>A ticket that another browser brings is not spent (security.md F7).
 */
@ApplicationScoped
class SignInWithTicket {
    private static final Logger LOG = Logger.getLogger(SignInWithTicket.class);

    private final TicketReader reader;
    private final Companies companies;
    private final Tickets tickets;
    private final FindBoundUser boundUser;
    private final RecoverConnection recoverConnection;
    private final UpdateProfile updateProfile;
    private final OpenSession openSession;
    private final Users users;
    private final Outbox outbox;
    private final Clock clock;

    SignInWithTicket(
            TicketReader reader,
            Companies companies,
            Tickets tickets,
            FindBoundUser boundUser,
            RecoverConnection recoverConnection,
            UpdateProfile updateProfile,
            OpenSession openSession,
            Users users,
            Outbox outbox,
            Clock clock) {
        this.reader = reader;
        this.companies = companies;
        this.tickets = tickets;
        this.boundUser = boundUser;
        this.recoverConnection = recoverConnection;
        this.updateProfile = updateProfile;
        this.openSession = openSession;
        this.users = users;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A ticket and who brings it.
     *
     * @param browser hash of the browser's cookie
     * @param user who is signed in already
     */
    record Command(String ticket, Optional<String> browser, Optional<UUID> user) {}

    /** What came of it. */
    sealed interface Outcome {
        /** The person is in. */
        record Opened(OpenedSession session) implements Outcome {}

        /** The ticket is spent, and nobody is in. */
        record Refused(RefusalReason reason, UUID companyId, UUID signInId) implements Outcome {}
    }

    @Transactional
    Outcome handle(Command command) {
        var ticket = reader.read(command.ticket());
        requireItsBearer(ticket, command);
        if (!companies.staysActive(ticket.companyId())) {
            throw TicketProblems.invalid().exception();
        }
        tickets.spend(ticket.opened());
        return ticket instanceof Ticket.OfRecovery recovery
                ? new Outcome.Opened(recoverConnection.handle(recovery.opened().claims()))
                : signIn((Ticket.OfIdentity) ticket);
    }

    private Outcome signIn(Ticket.OfIdentity ticket) {
        if (ticket.sessionEnd().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
            throw TicketProblems.expired().exception();
        }
        var user = boundUser.find(ticket).flatMap(found -> users.lock(found.id()));
        if (user.isEmpty()) {
            return refuse(ticket, RefusalReason.NOT_BOUND);
        }
        if (user.get().isDeactivated()) {
            return refuse(ticket, RefusalReason.DEACTIVATED);
        }
        var profile = updated(user.get(), ticket);
        var end = ticket.sessionEnd().orElse(null);
        return new Outcome.Opened(
                openSession.handle(new OpenSession.Command(profile, SessionMethod.SSO, ticket.signInId(), end)));
    }

    private static void requireItsBearer(Ticket ticket, Command command) {
        var expected = ticket.browser();
        var right = expected.isPresent()
                ? command.browser()
                        .filter(hash -> Secrets.same(expected.get(), hash))
                        .isPresent()
                : mayComeWithoutBrowser(ticket, command);
        if (!right) {
            throw SignInProblems.otherBrowser().exception();
        }
    }

    /** By whoever is signed in already and is the one it binds; after a recovery code, by who has no cookie still. */
    private static boolean mayComeWithoutBrowser(Ticket ticket, Command command) {
        return ticket instanceof Ticket.OfBinding bound
                ? command.user().equals(Optional.of(bound.opened().claims().userId()))
                : ticket instanceof Ticket.OfRecovery && command.browser().isEmpty();
    }

    private UserProfile updated(UserProfile user, Ticket.OfIdentity ticket) {
        var name = ticket.name();
        var present = new PersonName(user.firstName(), user.lastName());
        return user.status() == UserStatus.ACTIVE && name.orElse(present).equals(present)
                ? user
                : updateProfile.handle(new UpdateProfile.Command(user.id(), name));
    }

    private Outcome refuse(Ticket.OfIdentity ticket, RefusalReason reason) {
        var company = ticket.companyId();
        var data = new SessionRefused(company, ticket.signInId(), reason);
        outbox.append(Event.of(
                "dovetail.users",
                "session-refused",
                company.toString(),
                company,
                Actor.anonymous(),
                clock.instant(),
                data));
        LOG.infof("session refused reason=%s signIn=%s company=%s", reason, ticket.signInId(), company);
        return new Outcome.Refused(reason, company, ticket.signInId());
    }
}
