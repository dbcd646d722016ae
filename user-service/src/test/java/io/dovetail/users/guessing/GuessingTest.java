package io.dovetail.users.guessing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Strangers guess passwords and get nowhere, and the owner gets in all the same (security.md J8, J9). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@TestProfile(FewGuesses.class)
class GuessingTest {
    private static final String WRONG = "wrong horse battery staple";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    Traces traces;

    @Inject
    MovableClock clock;

    @Inject
    FamiliarAddresses familiar;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void looksAtNoFurtherPasswordOfAnAccountFromAnAddressUntilSomeTimeIsOver() {
        var owner = scene.active();
        var stranger = newAddress();
        guess(FewGuesses.OF_ACCOUNT_AND_ADDRESS, owner.email(), stranger);

        var right = signIn(owner.email(), Scene.PASSWORD, stranger);
        clock.advance(Duration.ofMinutes(5));
        var later = signIn(owner.email(), Scene.PASSWORD, stranger);

        assertTooMany(right);
        later.then().statusCode(201);
    }

    @Test
    void theOwnerGetsInFromElsewhereMeanwhile() {
        var owner = scene.active();
        var stranger = newAddress();
        guess(FewGuesses.OF_ACCOUNT_AND_ADDRESS, owner.email(), stranger);

        signIn(owner.email(), Scene.PASSWORD, newAddress()).then().statusCode(201);

        assertTooMany(signIn(owner.email(), WRONG, stranger));
    }

    @Test
    void rightPasswordsCountForNothing() {
        var owner = scene.active();
        var home = newAddress();

        IntStream.range(0, 3 * FewGuesses.OF_ACCOUNT)
                .forEach(time ->
                        signIn(owner.email(), Scene.PASSWORD, home).then().statusCode(201));
    }

    @Test
    void strangersAtManyAddressesGetNowhereAndTheOwnerIsLetInWhereTheyWereBefore() {
        var owner = scene.active();
        var home = newAddress();
        signIn(owner.email(), Scene.PASSWORD, home).then().statusCode(201);
        guessFromEverywhere(owner.email());

        var luckyGuess = signIn(owner.email(), Scene.PASSWORD, newAddress());
        var wrongAtHome = signIn(owner.email(), WRONG, home);

        assertTooMany(luckyGuess);
        assertTooMany(wrongAtHome);
        signIn(owner.email(), Scene.PASSWORD, home).then().statusCode(201);
    }

    @Test
    void theOwnerIsLetInFromANewPlaceByALinkThatIsMailedToThem() {
        var owner = scene.active();
        var hotel = newAddress();
        clock.advance(Duration.ofMinutes(2)); // since the first link was mailed
        guessFromEverywhere(owner.email());
        guess(FewGuesses.OF_ACCOUNT_AND_ADDRESS, owner.email(), hotel);
        given().contentType(ContentType.JSON)
                .body(Map.of("email", owner.email()))
                .post("/api/password-resets")
                .then()
                .statusCode(202);
        Eventually.until(
                "the second link",
                () -> published.events(owner.company(), "password-link-issued").size() == 2);

        var token = scene.newestToken(owner.company());
        given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", hotel)
                .body(Map.of("password", "another horse battery staple"))
                .post("/api/password-resets/" + token)
                .then()
                .statusCode(204);

        signIn(owner.email(), "another horse battery staple", hotel).then().statusCode(201);
        assertTooMany(signIn(owner.email(), "another horse battery staple", newAddress()));
    }

    @Test
    void whoTriesManyAccountsFromOneAddressGetsIntoNoneThatWasNeverOpenedThere() {
        var owner = scene.active();
        var neighbour = scene.active();
        var office = newAddress();
        signIn(neighbour.email(), Scene.PASSWORD, office).then().statusCode(201);
        IntStream.range(0, FewGuesses.OF_ADDRESS)
                .forEach(time -> signIn("person" + time + "@" + owner.domain(), WRONG, office));

        assertTooMany(signIn(owner.email(), Scene.PASSWORD, office));
        signIn(neighbour.email(), Scene.PASSWORD, office).then().statusCode(201);
        signIn(owner.email(), Scene.PASSWORD, newAddress()).then().statusCode(201);
    }

    @Test
    void anAccountThatExistsAndOneThatDoesNotAreCountedAlike() {
        var owner = scene.active();

        var known = answers(owner.email());
        var unknown = answers("nobody@" + owner.domain());

        assertEquals(known, unknown);
        assertEquals("/problems/too-many-tries", known.get(known.size() - 1));
    }

    @Test
    void ofManyGuessesAtOnceNoMoreAreLookedAtThanOneAfterTheOther() {
        var owner = scene.active();
        var stranger = newAddress();

        var lookedAt = IntStream.range(0, 20)
                .parallel()
                .filter(time -> signIn(owner.email(), WRONG, stranger).statusCode() == 401)
                .count();

        assertEquals(FewGuesses.OF_ACCOUNT_AND_ADDRESS, lookedAt);
    }

    @Test
    void keepsNoAddressInClearAndNoneForLongerThanNinetyDays() {
        var owner = scene.active();
        var home = newAddress();
        signIn(owner.email(), Scene.PASSWORD, home).then().statusCode(201);

        assertEquals(List.of(), traces.of(home));
        assertEquals("2", familiarTo(owner));
        clock.advance(Duration.ofDays(89));
        familiar.sweep();
        assertEquals("2", familiarTo(owner));
        clock.advance(Duration.ofDays(2));
        familiar.sweep();

        assertEquals("0", familiarTo(owner));
    }

    private String familiarTo(Scene.Registered owner) {
        return published.value("select count(*) from familiar_address where user_id = ?", owner.admin());
    }

    private static List<String> answers(String email) {
        var stranger = newAddress();
        return IntStream.range(0, FewGuesses.OF_ACCOUNT_AND_ADDRESS + 1)
                .mapToObj(time -> signIn(email, WRONG, stranger).<String>path("type"))
                .toList();
    }

    /** From many addresses, until the account's own limit is reached. */
    private static void guessFromEverywhere(String email) {
        IntStream.range(0, FewGuesses.OF_ACCOUNT).forEach(time -> guess(1, email, newAddress()));
    }

    private static void guess(int times, String email, String from) {
        IntStream.range(0, times).forEach(time -> {
            var status = signIn(email, WRONG, from).statusCode();
            assertTrue(status == 401 || status == 429, "a wrong password was answered " + status);
        });
    }

    private static Response signIn(String email, String password, String from) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", from)
                .body(Map.of("email", email, "password", password))
                .post("/api/sessions");
    }

    private static void assertTooMany(Response answer) {
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", is("/problems/too-many-tries"))
                .body("detail", containsString("then try again"))
                .body("detail", containsString("ask for a link to create a new password"))
                .header("Retry-After", answer.path("retryAfter").toString());
    }

    private static String newAddress() {
        var next = ADDRESSES.incrementAndGet();
        return "198.18." + next / 250 + "." + (1 + next % 250);
    }
}
