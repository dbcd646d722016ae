package io.dovetail.users.wayin;

import io.dovetail.users.asking.PassOn;
import io.dovetail.users.company.Companies;
import io.dovetail.users.copies.PresentBindings;
import io.dovetail.users.deadlink.MailRightLink;
import io.dovetail.users.passwordlink.OpenLinks;
import io.dovetail.users.switchover.Standing;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Has the owner of an account whose address was given mailed what leads in (decision 0026).
 *
 * <p>While single sign-on is on, that is where to sign in; or, for who asked for a link and is not bound, the link that
 * binding-service owes. While it is off, it is the link that creates a password, for who asked for it.
 */
@ApplicationScoped
class MailWayIn {
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final Users users;
    private final PresentBindings bindings;
    private final OpenLinks links;
    private final PassOn passOn;
    private final TellWayIn tellWayIn;
    private final MailRightLink mailRightLink;
    private final WayInConfig config;
    private final Clock clock;

    MailWayIn(
            Companies companies,
            SwitchOvers switchOvers,
            Users users,
            PresentBindings bindings,
            OpenLinks links,
            PassOn passOn,
            TellWayIn tellWayIn,
            MailRightLink mailRightLink,
            WayInConfig config,
            Clock clock) {
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.users = users;
        this.bindings = bindings;
        this.links = links;
        this.passOn = passOn;
        this.tellWayIn = tellWayIn;
        this.mailRightLink = mailRightLink;
        this.config = config;
        this.clock = clock;
    }

    /** @param wantsLink whether a link was asked for; otherwise a password was tried in vain */
    record Command(UserProfile account, boolean wantsLink) {}

    /** Nobody of a removed or suspended company, and nobody deactivated, is mailed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void handle(Command command) {
        var company = command.account().companyId();
        if (!companies.staysActive(company)) {
            return;
        }
        var standing = switchOvers.lasting(company);
        users.lock(command.account().id()).filter(user -> !user.isDeactivated()).ifPresent(user -> {
            if (!standing.passwordsWork()) {
                leadToProvider(user, standing, command.wantsLink());
            } else if (command.wantsLink() && !isLetBe(user)) {
                mailRightLink.handle(user);
            }
        });
    }

    private void leadToProvider(UserProfile user, Standing standing, boolean wantsLink) {
        if (wantsLink && bindings.find(user.companyId(), user.id()).isEmpty()) {
            passOn.fromPage(user, standing.switchOver());
        } else {
            companies
                    .findActive(user.companyId())
                    .ifPresent(company -> tellWayIn.handle(new TellWayIn.Command(user, company)));
        }
    }

    /** Anybody may give any address: a link that was mailed not long ago must not die of it. */
    private boolean isLetBe(UserProfile user) {
        var now = clock.instant();
        return links.wasSent(user.id(), now.minus(config.pauseBetweenLinks()))
                || (!user.hasPassword() && links.hasGood(user, now.minus(config.restOfLinks())));
    }
}
