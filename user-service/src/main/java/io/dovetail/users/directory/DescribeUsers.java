package io.dovetail.users.directory;

import io.dovetail.users.copies.PresentBindings;
import io.dovetail.users.lastmail.LastMails;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds to users of one company how far their binding is, which mail they were sent last and what can be done. */
@ApplicationScoped
class DescribeUsers {
    private final PresentBindings bindings;
    private final LastMails lastMails;
    private final SwitchOvers switchOvers;
    private final Users users;

    DescribeUsers(PresentBindings bindings, LastMails lastMails, SwitchOvers switchOvers, Users users) {
        this.bindings = bindings;
        this.lastMails = lastMails;
        this.switchOvers = switchOvers;
        this.users = users;
    }

    List<ListedUser> handle(UUID company, List<UserProfile> listed) {
        var ids = listed.stream().map(UserProfile::id).toList();
        var byUser = bindings.of(company, ids);
        var mails = lastMails.of(ids);
        var passwordsWork = switchOvers.standing(company).passwordsWork();
        var oneAdministrator = users.countActiveAdministrators(company) == 1;
        return listed.stream()
                .map(user -> ListedUser.of(
                        user,
                        Optional.ofNullable(byUser.get(user.id())),
                        mails.get(user.id()),
                        UserAct.of(user, passwordsWork, oneAdministrator && user.isActiveAdministrator())))
                .toList();
    }
}
