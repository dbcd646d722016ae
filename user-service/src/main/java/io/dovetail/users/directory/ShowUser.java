package io.dovetail.users.directory;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Shows one user of a company. */
@ApplicationScoped
class ShowUser {
    private final Users users;
    private final DescribeUsers describeUsers;

    ShowUser(Users users, DescribeUsers describeUsers) {
        this.users = users;
        this.describeUsers = describeUsers;
    }

    /** Which user of which company. */
    record Query(UUID company, UUID user) {}

    @Transactional
    ListedUser handle(Query query) {
        var user = users.find(query.user())
                .filter(found -> found.belongsTo(query.company()))
                .orElseThrow(() -> CommonProblems.notFound().exception());
        return describeUsers.handle(query.company(), List.of(user)).get(0);
    }
}
