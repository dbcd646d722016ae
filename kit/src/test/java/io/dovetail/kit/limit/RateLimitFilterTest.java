package io.dovetail.kit.limit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.dovetail.kit.outbox.OutboxRows;
import io.dovetail.kit.parts.Gate;
import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Calls without a token, as often as the tests' configuration lets them: 6 at once of an address, 10 of a company, and
 * once those are used up 2 of each address there.
 */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class RateLimitFilterTest {
    private static final String HERE = "203.0.113.7";
    private static final String THERE = "203.0.113.8";
    private static final int OF_AN_ADDRESS = 6;
    private static final int OF_A_COMPANY = 10;
    private static final int OF_AN_ADDRESS_THEN = 2;

    Gate gate;

    @Inject
    AgroalDataSource pool;

    @Inject
    OutboxRows rows;

    @Inject
    TestClock clock;

    @BeforeEach
    void begin() {
        rows.execute("truncate rate_limit");
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void refusesTheCallThatIsOneTooManyAndSaysHowLongToWait() {
        times(OF_AN_ADDRESS).forEach(time -> get(HERE, "one").statusCode(200));

        var refused = get(HERE, "one");

        int seconds = refused.statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .extract()
                .path("retryAfter");
        assertTrue(seconds > 10 && seconds <= 20);
        refused.header("Retry-After", String.valueOf(seconds))
                .body("detail", equalTo("Wait " + seconds + " seconds, then try again; nothing was changed."));
    }

    @Test
    void letsThemThroughAgainOneByOne() {
        times(OF_AN_ADDRESS + 1).forEach(time -> get(HERE, "one"));

        clock.advance(Duration.ofSeconds(20));

        get(HERE, "one").statusCode(200);
        get(HERE, "one").statusCode(429);
    }

    @Test
    void countsEachAddressAndEachKindOfCallByItself() {
        times(OF_AN_ADDRESS + 1).forEach(time -> get(HERE, "one"));

        get(THERE, "one").statusCode(200);
        get(HERE, "other").statusCode(200);
        get(HERE, "one").statusCode(429);
    }

    @Test
    void countsTheWhole64OfAnIpv6AddressAsOne() {
        times(OF_AN_ADDRESS)
                .forEach(time -> get("2001:db8:1:2::" + (time + 1), "one").statusCode(200));

        get("2001:db8:1:2:ffff::1", "one").statusCode(429);
        get("2001:db8:1:3::1", "one").statusCode(200);
    }

    @Test
    void countsACompanyOverAllAddressesButNotWhatWasRefusedForTheAddress() {
        var company = UUID.randomUUID();
        times(3 * OF_AN_ADDRESS).forEach(time -> get(HERE, "of/" + company));

        times(OF_A_COMPANY - OF_AN_ADDRESS)
                .forEach(time -> get("198.51.100." + time, "of/" + company).statusCode(200));

        times(OF_AN_ADDRESS_THEN).forEach(time -> get(THERE, "of/" + company).statusCode(200));
        get(THERE, "of/" + company).statusCode(429).body("type", equalTo("/problems/too-many-requests"));
        get(THERE, "of/" + UUID.randomUUID()).statusCode(200);
    }

    /** A few addresses, each within its own limit, are enough to use up a company's. */
    @Test
    void shutsNobodyOutOfACompanyWhoseCallsStrangersUseUp() {
        var company = UUID.randomUUID();
        times(OF_A_COMPANY)
                .forEach(time -> get("198.51.100." + time, "of/" + company).statusCode(200));
        times(OF_AN_ADDRESS_THEN)
                .forEach(time -> get("198.51.100.1", "of/" + company).statusCode(200));

        var stranger = get("198.51.100.1", "of/" + company);

        stranger.statusCode(429);
        get(HERE, "of/" + company).statusCode(200);
        get(THERE, "of/" + company).statusCode(200);
    }

    @Test
    void countsByTheCompanyAgainOnceItHasCallsLeft() {
        var company = UUID.randomUUID();
        times(OF_A_COMPANY)
                .forEach(time -> get("198.51.100." + time, "of/" + company).statusCode(200));
        times(OF_AN_ADDRESS_THEN).forEach(time -> get(HERE, "of/" + company).statusCode(200));
        get(HERE, "of/" + company).statusCode(429);

        clock.advance(Duration.ofSeconds(12));

        get(HERE, "of/" + company).statusCode(200);
        get(HERE, "of/" + company).statusCode(429);
    }

    @Test
    void countsNoCompanyForWhatIsNoId() {
        times(OF_A_COMPANY + 5)
                .forEach(time -> get("198.51.100." + time, "of/x").statusCode(200));
    }

    @Test
    void runsWhereItMayWaitForTheDatabase() {
        get(HERE, "one").statusCode(200).body(equalTo("true"));
    }

    @Test
    void answersTryAgainWhileTheDatabaseIsAwayAndNeitherLetsInNorForgets() {
        times(OF_AN_ADDRESS).forEach(time -> get(HERE, "one").statusCode(200));
        gate.shut();

        get(THERE, "one").statusCode(503).body("type", equalTo("/problems/try-again"));

        gate.openFor(pool);
        get(HERE, "one").statusCode(429);
        get(THERE, "one").statusCode(200);
    }

    @Test
    void storesNobodysAddress() {
        get(HERE, "one").statusCode(200);

        var stored = rows.column("select key from rate_limit");

        assertEquals(1, stored.size());
        assertTrue(stored.get(0).matches("[0-9a-f]{64}"));
    }

    private static IntStream times(int count) {
        return IntStream.range(0, count);
    }

    private static ValidatableResponse get(String from, String path) {
        return given().header("X-Forwarded-For", from)
                .get("/api/limited/" + path)
                .then();
    }
}
