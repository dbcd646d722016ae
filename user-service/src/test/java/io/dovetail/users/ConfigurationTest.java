package io.dovetail.users;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.users.guessing.GuessConfig;
import io.dovetail.users.password.PasswordConfig;
import io.dovetail.users.passwordlink.LinkConfig;
import io.dovetail.users.session.SessionConfig;
import io.dovetail.users.wayin.WayInConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The defaults that the documentation names. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ConfigurationTest {
    @Inject
    PasswordConfig password;

    @Inject
    GuessConfig guesses;

    @Inject
    LinkConfig link;

    @Inject
    SessionConfig session;

    @Inject
    WayInConfig wayIn;

    @Test
    void hashesTwoPasswordsAtATime() {
        assertEquals(2, password.parallelHashes());
        assertEquals(64, password.waitingHashes());
        assertEquals(Duration.ofSeconds(10), password.longestWait());
    }

    @Test
    void bearsSomeWrongPasswords() {
        assertEquals(10, guesses.perAccountAndAddress());
        assertEquals(100, guesses.perAccount());
        assertEquals(300, guesses.perAddress());
    }

    @Test
    void keepsLinksGoodForThreeDays() {
        assertEquals(Duration.ofHours(72), link.life());
    }

    @Test
    void mailsNobodyTooOften() {
        assertEquals(Duration.ofMinutes(1), wayIn.pauseBetweenLinks());
        assertEquals(Duration.ofMinutes(10), wayIn.pauseBetweenDirections());
        assertEquals(Duration.ofDays(1), wayIn.restOfLinks());
    }

    @Test
    void endsSessionsAfterTwelveHours() {
        assertEquals(Duration.ofHours(12), session.life());
        assertEquals(Duration.ofHours(1), session.recoveryLife());
        assertEquals(Duration.ofMinutes(10), session.accessTokenLife());
        assertEquals(Duration.ofSeconds(30), session.refreshOverlap());
    }
}
