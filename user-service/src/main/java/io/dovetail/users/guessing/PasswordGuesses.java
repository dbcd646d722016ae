package io.dovetail.users.guessing;

import io.dovetail.kit.limit.Bucket;
import io.dovetail.kit.limit.ClientNetwork;
import io.dovetail.kit.limit.Limit;
import io.dovetail.kit.limit.RateLimits;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts wrong passwords, of accounts that exist and of such that don't alike (security.md J8, J9).
 *
 * <p>A password counts before it is looked at, and no longer once it was right: many at once get no further than one
 * after the other.
 */
@ApplicationScoped
public class PasswordGuesses {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimits limits;
    private final FamiliarAddresses familiar;
    private final ClientNetwork network;
    private final GuessConfig config;

    PasswordGuesses(RateLimits limits, FamiliarAddresses familiar, ClientNetwork network, GuessConfig config) {
        this.limits = limits;
        this.familiar = familiar;
        this.network = network;
        this.config = config;
    }

    /** @throws io.dovetail.kit.problem.ProblemException too-many-tries, of this account from this address */
    public Guess begin(EmailAddress account) {
        var from = network.text();
        var here = here(account, from);
        limits.take(List.of(here)).ifPresent(empty -> {
            throw GuessProblems.tooManyTries(empty.delay()).exception();
        });
        var taken = new ArrayList<>(List.of(here));
        var delays = new ArrayList<Duration>();
        for (var wide : wide(account, from)) {
            limits.take(List.of(wide)).ifPresentOrElse(empty -> delays.add(empty.delay()), () -> taken.add(wide));
        }
        return new Guess(from, List.copyOf(taken), delays.stream().max(Comparator.naturalOrder()));
    }

    /** Whether a right password counts: always, unless too many were wrong and none of its accounts was ever here. */
    public boolean admits(Guess guess, List<UserProfile> accounts) {
        return guess.delay().isEmpty() || familiar.isTo(accounts, guess.network());
    }

    /** It was right, and counts no longer. */
    public void forgive(Guess guess) {
        limits.giveBack(guess.taken());
    }

    /** Notes, when a session opens, that the account's owner is here. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void noteOwner(UserProfile owner) {
        familiar.note(owner.id(), network.text());
    }

    /** The same when they create a password by a mailed link; what was wrong here before is forgotten. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void startAfresh(UserProfile owner) {
        noteOwner(owner);
        limits.fill(here(EmailAddress.of(owner.email()), network.text()));
    }

    private Bucket here(EmailAddress account, String from) {
        return new Bucket(
                "password of account and address",
                account.text() + ' ' + from,
                new Limit(config.perAccountAndAddress(), QUARTER));
    }

    private List<Bucket> wide(EmailAddress account, String from) {
        return List.of(
                new Bucket("password of account", account.text(), new Limit(config.perAccount(), HOUR)),
                new Bucket("password of address", from, new Limit(config.perAddress(), QUARTER)));
    }
}
