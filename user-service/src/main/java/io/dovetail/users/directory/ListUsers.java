package io.dovetail.users.directory;

import io.dovetail.users.user.UserFilter;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lists a company's users by address, page by page. */
@ApplicationScoped
class ListUsers {
    private static final int PAGE_SIZE = 50;
    private final Users users;
    private final DescribeUsers describeUsers;

    ListUsers(Users users, DescribeUsers describeUsers) {
        this.users = users;
        this.describeUsers = describeUsers;
    }

    /**
     * Which users to list.
     *
     * @param text a part of the address or the name; blank for everybody
     * @param cursor the user with whom the page before ended
     */
    record Query(UUID company, UserFilter filter, String text, Optional<UUID> cursor) {}

    /** @param next where the next page begins; null on the last one */
    @Schema(name = "UserPage")
    public record Page(List<ListedUser> items, @Nullable UUID next) {}

    @Transactional
    Page handle(Query query) {
        var after = query.cursor()
                .map(id -> users.find(id)
                        .filter(user -> user.belongsTo(query.company()))
                        .orElseThrow(() -> DirectoryProblems.cursorUnknown().exception()))
                .map(UserProfile::email)
                .orElse("");
        var found = users.page(query.company(), query.filter(), query.text(), after, PAGE_SIZE + 1);
        var page = found.size() <= PAGE_SIZE ? found : found.subList(0, PAGE_SIZE);
        var next = found.size() <= PAGE_SIZE ? null : page.get(PAGE_SIZE - 1).id();
        return new Page(describeUsers.handle(query.company(), page), next);
    }
}
