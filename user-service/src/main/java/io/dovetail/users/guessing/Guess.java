package io.dovetail.users.guessing;

import io.dovetail.kit.limit.Bucket;
import io.dovetail.kit.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A password that is looked at, counted as wrong until it proves right.
 *
 * @param network from where
 * @param taken what it took
 * @param delay until wrong ones are borne again; empty while they are
 */
public record Guess(String network, List<Bucket> taken, Optional<Duration> delay) {

    /** What a wrong one is answered, and a right one that comes from where its owner never was, while too many are. */
    public Optional<Problem> tooMany() {
        return delay.map(GuessProblems::tooManyTries);
    }
}
