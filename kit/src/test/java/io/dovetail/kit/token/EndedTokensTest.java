package io.dovetail.kit.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestClock;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token whose session ended is refused, and no other. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class EndedTokensTest {
    @Inject
    EndedTokens endedTokens;

    @Inject
    TestClock clock;

    private final UUID company = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusMillis(500);

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    @Test
    void refusesWhatWasIssuedBeforeTheEndAndTakesWhatCameAfter() {
        var before = TestTokens.member(company, user, session, end.minusMillis(1));
        var after = TestTokens.member(company, user, session, end);

        remember(new Ended(company, user, null, end.plusNanos(999_999), null));

        untilRefused(before);
        assertEquals(200, status(after));
        given().auth()
                .oauth2(before)
                .get("/api/identity/me")
                .then()
                .contentType("application/problem+json")
                .body("type", is("/problems/not-authenticated"));
    }

    @Test
    void givesATokenThatTellsTheSecondAloneTheBenefitOfThatSecond() {
        var plain = TestTokens.member(company, user);

        remember(new Ended(company, user, null, issuedIn(plain).plusMillis(999), null));
        untilRefused(TestTokens.member(company, user, session, issuedIn(plain).minusMillis(1)));

        assertEquals(200, status(plain));
        remember(new Ended(company, user, null, issuedIn(plain).plusSeconds(1), null));
        untilRefused(plain);
    }

    @Test
    void endsEverybodyOfACompanyButTheSparedSession() {
        var spared = UUID.randomUUID();
        var colleague = TestTokens.member(company, UUID.randomUUID(), UUID.randomUUID(), end.minusMillis(1));

        remember(new Ended(company, null, null, end, spared));

        untilRefused(colleague);
        assertEquals(401, status(TestTokens.member(company, user, session, end.minusMillis(1))));
        assertEquals(200, status(TestTokens.member(company, user, spared, end.minusMillis(1))));
        assertEquals(200, status(TestTokens.member(UUID.randomUUID(), user, session, end.minusMillis(1))));
    }

    @Test
    void endsOneSessionAlone() {
        var other = TestTokens.member(company, user, UUID.randomUUID(), end.minusMillis(1));

        remember(new Ended(company, user, session, end, null));

        untilRefused(TestTokens.member(company, user, session, end.minusMillis(1)));
        assertEquals(200, status(other));
    }

    @Test
    void forgetsOnceNoSuchTokenLives() {
        var token = TestTokens.member(company, user, session, end.minusMillis(1));
        remember(new Ended(company, user, null, end, null));
        untilRefused(token);

        clock.advance(Duration.ofMinutes(10));
        var marker = UUID.randomUUID();
        remember(new Ended(company, marker, null, end.plus(Duration.ofMinutes(10)), null));
        untilRefused(TestTokens.member(company, marker, session, end));
        assertEquals(401, status(token));
        clock.advance(Duration.ofSeconds(61));

        Eventually.until("that it is forgotten", () -> status(token) == 200);
    }

    @Test
    void countsOnlyIfItsTransactionCommits() {
        var token = TestTokens.member(company, user, session, end.minusMillis(1));
        var marker = UUID.randomUUID();
        QuarkusTransaction.begin();
        endedTokens.remember(new Ended(company, user, null, end, null));
        QuarkusTransaction.rollback();

        remember(new Ended(company, marker, null, end, null));
        untilRefused(TestTokens.member(company, marker, session, end.minusMillis(1)));

        assertEquals(200, status(token));
        assertThrows(
                TransactionalException.class, () -> endedTokens.remember(new Ended(company, user, null, end, null)));
    }

    private void remember(Ended ended) {
        QuarkusTransaction.requiringNew().run(() -> endedTokens.remember(ended));
    }

    private static void untilRefused(String token) {
        Eventually.until("the token's refusal", () -> status(token) == 401);
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/api/identity/me").statusCode();
    }

    private static Instant issuedIn(String token) {
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return Instant.ofEpochSecond(Long.parseLong(claims.replaceAll(".*\"iat\":(\\d+).*", "$1")));
    }
}
