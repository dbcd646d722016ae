package io.dovetail.users.signin;

import io.dovetail.users.session.OpenSession;
import io.dovetail.users.session.OpenedSession;
import io.dovetail.users.session.SessionMethod;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Opens, after a recovery code, an administrator's session that is good for the company's connection alone. */
@ApplicationScoped
class RecoverConnection {
    private final Users users;
    private final OpenSession openSession;

    RecoverConnection(Users users, OpenSession openSession) {
        this.users = users;
        this.openSession = openSession;
    }

    /** @throws io.dovetail.kit.problem.ProblemException recovery-refused, if they administer nothing any more */
    @Transactional(Transactional.TxType.MANDATORY)
    OpenedSession handle(Ticket.OfRecovery.Claims claims) {
        var administrator = users.lock(claims.userId())
                .filter(user -> user.belongsTo(claims.companyId()))
                .filter(UserProfile::isActiveAdministrator)
                .orElseThrow(() -> SignInProblems.recoveryRefused().exception());
        return openSession.handle(new OpenSession.Command(administrator, SessionMethod.RECOVERY, null, null));
    }
}
