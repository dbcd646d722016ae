package io.dovetail.users.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes, one lane (security.md J10), a bounded number at the same time.
 *
 * <p>Nobody holds a database connection while waiting here.
 */
@ApplicationScoped
class PasswordHashing {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** The hash of no password, with the same costs. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore places;
    private final Semaphore parallel;
    private final long longestWaitMillis;

    PasswordHashing(PasswordConfig config) {
        this.places = new Semaphore(config.parallelHashes() + config.waitingHashes());
        this.parallel = new Semaphore(config.parallelHashes(), true);
        this.longestWaitMillis = config.longestWait().toMillis();
    }

    /**
     * The PHC string form, with a fresh salt.
     *
     * @throws io.dovetail.kit.problem.ProblemException try-again while too many wait
     */
    String hash(String password) {
        return inTurn(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult());
    }

    /**
     * Whether the password is the one of the hash; without a hash it takes as long and fits nothing (security.md J8).
     */
    boolean fits(String password, @Nullable String hash) {
        var known = hash == null ? NOBODYS : hash;
        var fits = inTurn(() -> Password.check(password, known).with(Argon2Function.getInstanceFromHash(known)));
        return fits && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw CommonProblems.tryAgain().exception();
        }
        try {
            if (!parallel.tryAcquire(longestWaitMillis, TimeUnit.MILLISECONDS)) {
                throw CommonProblems.tryAgain().exception();
            }
            try {
                return work.get();
            } finally {
                parallel.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommonProblems.tryAgain().exception(stopped);
        } finally {
            places.release();
        }
    }
}
