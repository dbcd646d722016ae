package io.dovetail.users.session;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.users.company.Companies;
import io.dovetail.users.company.CompanyProfile;
import io.dovetail.users.user.Role;
import io.dovetail.users.user.UserStatus;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Tells who is signed in, as long as the session has not ended. */
@ApplicationScoped
class ShowMe {
    private final Sessions sessions;
    private final Users users;
    private final Companies companies;
    private final Clock clock;

    ShowMe(Sessions sessions, Users users, Companies companies, Clock clock) {
        this.sessions = sessions;
        this.users = users;
        this.companies = companies;
        this.clock = clock;
    }

    /** Whose session, and which. */
    record Query(UUID user, UUID session) {}

    /** The person behind the session. */
    public record Me(
            UUID id,
            String email,
            String firstName,
            String lastName,
            Role role,
            UUID companyId,
            String companyName,
            UUID sessionId,
            SessionMethod method) {}

    @Transactional
    Me handle(Query query) {
        var session = sessions.requireLive(query.session(), query.user(), clock.instant());
        var user = users.find(query.user())
                .filter(found -> found.status() == UserStatus.ACTIVE)
                .orElseThrow(() -> CommonProblems.notAuthenticated().exception());
        return new Me(
                user.id(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.role(),
                user.companyId(),
                companies.find(user.companyId()).map(CompanyProfile::name).orElseThrow(),
                session.id(),
                session.method());
    }
}
