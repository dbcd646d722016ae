package io.dovetail.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that is away is told from a statement that is wrong. */
class DatabaseAwayTest {

    @ParameterizedTest
    @CsvSource({
        "08001, true",
        "08006, true",
        "53300, true",
        "57P01, true",
        "57P03, true",
        "40001, true",
        "40P01, true",
        "23505, false",
        "42601, false",
        "22001, false",
        "25006, true"
    })
    void knowsByTheStateOfTheServersAnswer(String state, boolean away) {
        var failure = new IllegalStateException("wrapped", new SQLException("message", state));

        assertEquals(away, DatabaseAway.isBehind(failure));
    }

    @Test
    void knowsThePoolThatHasNoConnectionLeft() {
        assertTrue(DatabaseAway.isBehind(new SQLException("Sorry, acquisition timeout!")));
        assertTrue(DatabaseAway.isBehind(new SQLException("no answer", new IOException("gone"))));
    }
}
