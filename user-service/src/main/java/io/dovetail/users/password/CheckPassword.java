package io.dovetail.users.password;

import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.UserStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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

    CheckPassword(Passwords passwords, PasswordHashing hashing) {
        this.passwords = passwords;
        this.hashing = hashing;
    }

    /** Accounts to try, and the password as typed. */
    public record Command(List<UserProfile> accounts, String password) {}

    public List<UserProfile> handle(Command command) {
        var password = PasswordRule.normal(command.password());
        var hashes = passwords.hashes(
                command.accounts().stream().map(UserProfile::id).toList());
        var candidates = command.accounts().stream()
                .filter(account -> account.status() == UserStatus.ACTIVE && hashes.containsKey(account.id()))
                .limit(MOST_ACCOUNTS)
                .toList();
        if (candidates.isEmpty()) {
            hashing.fits(password, null);
            return List.of();
        }
        return candidates.stream()
                .filter(account -> hashing.fits(password, hashes.get(account.id())))
                .toList();
    }
}
