package io.dovetail.users.password;

import io.dovetail.users.company.Companies;
import io.dovetail.users.switchover.SwitchOvers;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.UserStatus;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the accounts, among those of one address, whose password it is.
 *
 * <p>With no account or one the work is that of one verification, so that time tells nothing (security.md J8). Runs
 * outside of any transaction.
 */
@ApplicationScoped
public class CheckPassword {
    /** Each account costs a verification: more of one address are told apart by naming the company. */
    private static final int MOST_ACCOUNTS = 8;

    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final SwitchOvers switchOvers;
    private final Companies companies;
    private final Users users;

    CheckPassword(
            Passwords passwords, PasswordHashing hashing, SwitchOvers switchOvers, Companies companies, Users users) {
        this.passwords = passwords;
        this.hashing = hashing;
        this.switchOvers = switchOvers;
        this.companies = companies;
        this.users = users;
    }

    /** Accounts to try, and the password as typed. */
    public record Command(List<UserProfile> accounts, String password) {}

    /**
     * An account whose password it was.
     *
     * @param hash what the password was compared with
     */
    public record Fitting(UserProfile account, String hash) {}

    /**
     * The account as it is now, if the password that was found right is still its own, and still works; all of it stays
     * so until the transaction ends. Verifying takes long enough for a reset, an Enable or a deactivation in between.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UserProfile> stillFitting(Fitting fitting) {
        var company = fitting.account().companyId();
        if (!companies.staysActive(company) || !switchOvers.lasting(company).passwordsWork()) {
            return Optional.empty();
        }
        return users.lock(fitting.account().id())
                .filter(account -> account.status() == UserStatus.ACTIVE)
                .filter(account -> passwords.holds(account.id(), fitting.hash()));
    }

    public List<Fitting> handle(Command command) {
        var password = PasswordRule.normal(command.password());
        var hashes = workingHashes(command.accounts());
        var candidates = command.accounts().stream()
                .filter(account -> account.status() == UserStatus.ACTIVE)
                .flatMap(account ->
                        Optional.ofNullable(hashes.get(account.id())).map(hash -> new Fitting(account, hash)).stream())
                .limit(MOST_ACCOUNTS)
                .toList();
        if (candidates.isEmpty()) {
            hashing.fits(password, null);
            return List.of();
        }
        return candidates.stream()
                .filter(candidate -> hashing.fits(password, candidate.hash()))
                .toList();
    }

    /** None while the company is suspended or uses single sign-on, and none older than the last time it did. */
    private Map<UUID, String> workingHashes(List<UserProfile> accounts) {
        var stored = passwords.of(accounts.stream().map(UserProfile::id).toList());
        var working = new HashMap<UUID, String>();
        for (var account : accounts) {
            var password = stored.get(account.id());
            var standing = switchOvers.standing(account.companyId());
            if (password != null
                    && standing.passwordsWork()
                    && standing.admits(password.settled())
                    && companies.findActive(account.companyId()).isPresent()) {
                working.put(account.id(), password.hash());
            }
        }
        return working;
    }
}
