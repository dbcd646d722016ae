package io.dovetail.users.password;

import jakarta.enterprise.context.ApplicationScoped;

/** Checks a new password by the rule and hashes it; outside of any transaction, for it takes its time. */
@ApplicationScoped
public class HashPassword {
    private final PasswordHashing hashing;

    HashPassword(PasswordHashing hashing) {
        this.hashing = hashing;
    }

    /**
     * What to store of a password as typed.
     *
     * @throws io.dovetail.kit.problem.ProblemException the rule that it breaks, or try-again while too many wait
     */
    public HashedPassword handle(String password) {
        return new HashedPassword(hashing.hash(PasswordRule.require(password)));
    }
}
