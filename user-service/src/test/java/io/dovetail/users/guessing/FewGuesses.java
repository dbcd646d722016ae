package io.dovetail.users.guessing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits that a test reaches without hashing a thousand passwords. */
public class FewGuesses implements QuarkusTestProfile {
    static final int OF_ACCOUNT_AND_ADDRESS = 3;
    static final int OF_ACCOUNT = 8;
    static final int OF_ADDRESS = 5;
    static final int CALLS_AT_ONCE = 60;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "dovetail.password-guesses.per-account-and-address", "" + OF_ACCOUNT_AND_ADDRESS,
                "dovetail.password-guesses.per-account", "" + OF_ACCOUNT,
                "dovetail.password-guesses.per-address", "" + OF_ADDRESS,
                "dovetail.rate-limits.per-address", "" + CALLS_AT_ONCE / 2);
    }
}
