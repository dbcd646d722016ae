package io.dovetail.sso.verification;

import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.sso.audit.Act;
import io.dovetail.sso.connection.ConnectionProblems;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.copies.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Starts verifications and shows their results. */
@ApplicationScoped
class Verify {
    private final Users users;
    private final Connections connections;
    private final Verifications verifications;
    private final TellOfActs tellOfActs;
    private final Clock clock;

    Verify(Users users, Connections connections, Verifications verifications, TellOfActs tellOfActs, Clock clock) {
        this.users = users;
        this.connections = connections;
        this.verifications = verifications;
        this.tellOfActs = tellOfActs;
        this.clock = clock;
    }

    /** A started verification and where the administrator's browser goes for it. */
    record Started(UUID id, String loginUrl) {}

    @Transactional
    Started start(UUID companyId, Actor administrator) {
        users.requireToStay(companyId, administrator.userId());
        var connection = connections
                .findToVerify(companyId)
                .orElseThrow(() -> ConnectionProblems.nothingSaved().exception());
        var id = UUID.randomUUID();
        verifications.add(
                new Verification(id, companyId, connection.version(), administrator.userId(), clock.instant()));
        tellOfActs.handle(
                new TellOfActs.Command(companyId, administrator, Act.VERIFICATION_STARTED, connection.version()));
        return new Started(id, "/auth/saml/" + companyId + "/login?verification=" + id);
    }

    @Transactional
    VerificationView view(UUID companyId, UUID id, UUID administratorId) {
        var verification = verifications
                .find(companyId, id)
                .orElseThrow(() -> CommonProblems.notFound().exception());
        var linkable = verification.startedBy().equals(administratorId) && verification.countsAt(clock.instant());
        return VerificationView.of(verification, linkable);
    }
}
