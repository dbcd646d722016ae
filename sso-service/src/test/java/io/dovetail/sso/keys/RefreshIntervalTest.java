package io.dovetail.sso.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metadata are read again hourly, or as they ask for themselves; failures make it rarer. */
class RefreshIntervalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,      -,      PT1H
            PT2H,   -,      PT2H
            PT20M,  -,      PT20M
            PT1S,   -,      PT5M
            -PT1H,  -,      PT5M
            P30D,   -,      PT24H
            -,      PT240H, PT1H
            PT24H,  PT10H,  PT5H
            -,      PT30M,  PT15M
            -,      PT1S,   PT5M""")
    void followsWhatTheMetadataSayWithinBounds(Duration cacheDuration, Duration validFor, Duration expected) {
        var validUntil = Optional.ofNullable(validFor).map(NOW::plus);

        assertEquals(expected, RefreshInterval.afterSuccess(Optional.ofNullable(cacheDuration), validUntil, NOW, 0.0));
    }

    @Test
    void readsUpToATenthSoonerSoThatNotAllAreReadAtOnce() {
        assertEquals(
                Duration.ofMinutes(54), RefreshInterval.afterSuccess(Optional.empty(), Optional.empty(), NOW, 1.0));
        assertEquals(
                Duration.ofMinutes(5),
                RefreshInterval.afterSuccess(Optional.of(Duration.ofMinutes(5)), Optional.empty(), NOW, 1.0));
    }

    @Test
    void triesAgainRarerTheMoreTriesFailed() {
        assertEquals(
                List.of(5L, 10L, 20L, 40L, 80L, 160L, 320L, 360L, 360L),
                IntStream.rangeClosed(1, 9)
                        .mapToObj(failures ->
                                RefreshInterval.afterFailure(failures, 0.0).toMinutes())
                        .toList());
        assertEquals(Duration.ofHours(6), RefreshInterval.afterFailure(1_000, 0.0));
    }
}
