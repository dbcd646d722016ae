package io.dovetail.users.deadlink;

import io.dovetail.users.asking.PassOn;
import io.dovetail.users.company.Companies;
import io.dovetail.users.passwordlink.OpenLinks;
import io.dovetail.users.switchover.Standing;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Has the right link mailed because somebody at the page of one, good or dead, asks for it; to the account's own
 * address.
 *
 * <p>While single sign-on is on that is a binding link, which binding-service owes and is asked for.
 */
@ApplicationScoped
class AskAnew {
    private final OpenLinks links;
    private final Users users;
    private final Companies companies;
    private final SwitchOvers switchOvers;
    private final PassOn passOn;
    private final MailRightLink mailRightLink;

    AskAnew(
            OpenLinks links,
            Users users,
            Companies companies,
            SwitchOvers switchOvers,
            PassOn passOn,
            MailRightLink mailRightLink) {
        this.links = links;
        this.users = users;
        this.companies = companies;
        this.switchOvers = switchOvers;
        this.passOn = passOn;
        this.mailRightLink = mailRightLink;
    }

    /** @param token of the link, as its page has it */
    record Command(String token, OpenLinks.Kind kind) {}

    /** Says nothing about what was mailed, if anything. */
    @Transactional
    void handle(Command command) {
        links.findUser(command.token(), command.kind())
                .flatMap(users::find)
                .filter(user -> companies.staysActive(user.companyId()))
                .ifPresent(user -> answer(user, command.kind()));
    }

    private void answer(UserProfile asking, OpenLinks.Kind kind) {
        var standing = switchOvers.lasting(asking.companyId());
        users.lock(asking.id()).filter(user -> !user.isDeactivated()).ifPresent(user -> answer(user, kind, standing));
    }

    private void answer(UserProfile user, OpenLinks.Kind kind, Standing standing) {
        if (!standing.passwordsWork()) {
            passOn.fromPage(user, standing.switchOver());
        } else if (kind == OpenLinks.Kind.PASSWORD || !user.hasPassword()) {
            mailRightLink.handle(user);
        }
    }
}
