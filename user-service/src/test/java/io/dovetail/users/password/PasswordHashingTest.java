package io.dovetail.users.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are hashed whole, by Argon2id, a bounded number at the same time. */
class PasswordHashingTest {
    private final PasswordHashing hashing = new PasswordHashing(limits(2, 64));

    @Test
    void hashesByArgon2idWithTheFixedCosts() {
        var hash = hashing.hash("correct horse battery staple");

        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertNotEquals(hash, hashing.hash("correct horse battery staple"));
        assertTrue(hashing.fits("correct horse battery staple", hash));
    }

    @Test
    void comparesTheWholePassword() {
        var start = "x".repeat(200);
        var hash = hashing.hash(start + "a");

        assertTrue(hashing.fits(start + "a", hash));
        assertFalse(hashing.fits(start + "b", hash));
        assertFalse(hashing.fits(start, hash));
    }

    @Test
    void comparesBytesOfEveryScript() {
        var hash = hashing.hash("пароль из слов 漢字");

        assertTrue(hashing.fits("пароль из слов 漢字", hash));
        assertFalse(hashing.fits("пароль из слов 漢子", hash));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anything at all"})
    void fitsNothingWithoutAHash(String password) {
        assertFalse(hashing.fits(password, null));
    }

    @Test
    void asksToTryAgainWhenTooManyWait() throws InterruptedException {
        var narrow = new PasswordHashing(limits(1, 1));
        var pool = Executors.newFixedThreadPool(6);
        try {
            var answers = new ArrayList<Future<String>>();
            Callable<String> hash = () -> narrow.hash("correct horse battery staple");
            for (var i = 0; i < 6; i++) {
                answers.add(pool.submit(hash));
            }

            var refused = 0;
            for (var answer : answers) {
                refused += isRefused(answer) ? 1 : 0;
            }

            assertTrue(refused > 0 && refused < 6, "refused: " + refused);
        } finally {
            pool.shutdownNow();
        }
        assertTrue(narrow.fits("correct horse battery staple", narrow.hash("correct horse battery staple")));
    }

    @Test
    void asksToTryAgainWhenTheWaitIsLong() {
        var impatient = new PasswordHashing(limits(0, 1));

        var refusal = assertThrows(ProblemException.class, () -> impatient.hash("correct horse battery staple"));

        assertEquals(503, refusal.problem().status());
    }

    private static boolean isRefused(Future<String> answer) throws InterruptedException {
        try {
            answer.get();
            return false;
        } catch (ExecutionException failure) {
            assertEquals(503, ((ProblemException) failure.getCause()).problem().status());
            return true;
        }
    }

    private static PasswordConfig limits(int parallel, int waiting) {
        return new PasswordConfig() {
            @Override
            public int parallelHashes() {
                return parallel;
            }

            @Override
            public int waitingHashes() {
                return waiting;
            }

            @Override
            public Duration longestWait() {
                return parallel == 0 ? Duration.ofMillis(1) : Duration.ofMinutes(1);
            }
        };
    }
}
