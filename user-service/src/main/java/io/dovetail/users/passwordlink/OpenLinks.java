package io.dovetail.users.passwordlink;

import io.dovetail.users.company.Companies;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds by their tokens links that are good, and spends them (security.md J1, J3, J5). */
@ApplicationScoped
public class OpenLinks {
    private final PasswordLinks links;
    private final Users users;
    private final SwitchOvers switchOvers;
    private final Companies companies;
    private final Clock clock;

    OpenLinks(PasswordLinks links, Users users, SwitchOvers switchOvers, Companies companies, Clock clock) {
        this.links = links;
        this.users = users;
        this.switchOvers = switchOvers;
        this.companies = companies;
        this.clock = clock;
    }

    /** What a link is good for. */
    public enum Kind {
        PASSWORD,
        INVITATION
    }

    /** Whose link it is, and until when it is good. */
    public record OpenLink(UserProfile user, Instant expiresAt) {}

    /**
     * Looks at a link; looking never spends it.
     *
     * @throws io.dovetail.kit.problem.ProblemException why it is not good
     */
    @Transactional
    public OpenLink require(String token, Kind kind) {
        var link = known(token, kind);
        var user = users.find(link.userId())
                .filter(found -> !found.isDeactivated())
                .filter(found -> companies.findActive(found.companyId()).isPresent())
                .orElseThrow(() -> LinkProblems.linkUnknown().exception());
        requireGood(link, user);
        return new OpenLink(user, link.expiresAt());
    }

    /**
     * Spends a link and locks its user; of several calls with the same one only the first succeeds.
     *
     * @throws io.dovetail.kit.problem.ProblemException why it is not good
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UserProfile spend(String token, Kind kind) {
        var user = users.find(known(token, kind).userId())
                .filter(found -> companies.staysActive(found.companyId()))
                .flatMap(found -> users.lock(found.id()))
                .filter(found -> !found.isDeactivated())
                .orElseThrow(() -> LinkProblems.linkUnknown().exception());
        var link = links.refreshed(token);
        requireGood(link, user);
        if (!links.use(link, clock.instant())) {
            throw LinkProblems.linkUsed().exception();
        }
        return user;
    }

    /** Whose link it is or was, good or not. */
    @Transactional
    public Optional<UUID> findUser(String token, Kind kind) {
        return find(token, kind).map(PasswordLink::userId);
    }

    /** @return whether the user was mailed a link that they or an administrator asked for since then */
    @Transactional
    public boolean wasSent(UUID user, Instant since) {
        return links.wasSent(user, since);
    }

    /** @return whether the user has a link that is good and whose mail was written after that and not called back */
    @Transactional
    public boolean hasGood(UserProfile user, Instant since) {
        var now = clock.instant();
        return links.findMailed(user.id(), since)
                .filter(link -> link.hindrance(switchOvers.standing(user.companyId()), now)
                        .isEmpty())
                .isPresent();
    }

    /** How many links the user was mailed for this cause, since then. */
    @Transactional
    public long countAskedFor(UUID user, LinkCause cause, Instant since) {
        return links.countAskedFor(user, cause, since);
    }

    private PasswordLink known(String token, Kind kind) {
        return find(token, kind).orElseThrow(() -> LinkProblems.linkUnknown().exception());
    }

    private Optional<PasswordLink> find(String token, Kind kind) {
        return links.find(token).filter(link -> link.isInvitation() == (kind == Kind.INVITATION));
    }

    private void requireGood(PasswordLink link, UserProfile user) {
        link.hindrance(switchOvers.standing(user.companyId()), clock.instant()).ifPresent(hindrance -> {
            throw hindrance.exception();
        });
    }
}
