package io.dovetail.sso.refresh;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.fetch.Site;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer under a key that nobody knows has the metadata read again, and nobody can make us do so at will. */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class UnknownKeyTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final IdpKeys KEYS = Workplace.KEYS;
    private static final IdpKeys NEXT = IdpKeys.rsa2048();
    private static final IdpKeys FORGED = IdpKeys.rsa2048();

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void acceptsTheAnswerThatTheNewKeySignedAtOnce() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.publish(KEYS, NEXT);

            answered(provider, NEXT, 303);

            assertEquals(2, provider.reads());
            provider.read().then().body("current.keys", hasSize(2));
            answered(provider, KEYS, 303);
            assertEquals(2, provider.reads());
        }
    }

    @Test
    void readsForHostileAnswersOnceInFiveMinutes() {
        try (var provider = Provider.enabled(KEYS)) {
            answered(provider, FORGED, 403);
            assertEquals("SIGNATURE_INVALID", provider.place.newestReason());
            assertEquals(2, provider.reads());
            provider.publish(KEYS, NEXT);
            clock.advance(Duration.ofMinutes(5).minusSeconds(10));
            answered(provider, NEXT, 403);
            assertEquals("SIGNATURE_INVALID", provider.place.newestReason());
            assertEquals(2, provider.reads());

            clock.advance(Duration.ofSeconds(10));
            answered(provider, NEXT, 303);

            assertEquals(3, provider.reads());
        }
    }

    /** The provider answers when all of them were sent: they wait for the one read. */
    @Test
    void ofManyHonestAnswersAtOnceOneHasThemReadAndAllComeIn() throws Exception {
        try (var provider = Provider.enabled(KEYS)) {
            var sent = new CountDownLatch(6);
            var metadata = Provider.metadata(provider.place.companyId.toString(), Provider.SSO, "", KEYS, NEXT);
            provider.answerWith((path, out) -> {
                awaitAll(sent);
                Site.text(metadata).write(path, out);
            });
            var requests = IntStream.range(0, 6)
                    .mapToObj(time -> provider.place.login(BROWSER))
                    .toList();

            var answers = requests.stream()
                    .map(request -> CompletableFuture.supplyAsync(
                            () -> {
                                sent.countDown();
                                return provider.answer(request, NEXT, clock.instant())
                                        .statusCode();
                            },
                            work -> new Thread(work).start()))
                    .toList();

            for (var answer : answers) {
                assertEquals(303, answer.get());
            }
            assertEquals(2, provider.reads());
        }
    }

    private static void awaitAll(CountDownLatch sent) {
        try {
            sent.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ofManyHostileAnswersAtOnceOneHasThemRead() {
        try (var provider = Provider.enabled(KEYS)) {
            var requests = IntStream.range(0, 20)
                    .mapToObj(time -> provider.place.login(BROWSER))
                    .toList();

            requests.parallelStream()
                    .forEach(request -> provider.answer(request, FORGED, clock.instant())
                            .then()
                            .statusCode(403));

            assertEquals(2, provider.reads());
            provider.place
                    .asAdministrator()
                    .get("/api/sso/" + provider.place.companyId + "/sign-ins")
                    .then()
                    .body("items.findAll { it.reason == 'SIGNATURE_INVALID' }", hasSize(20));
        }
    }

    @Test
    void readsForNoAnswerThatNobodyAskedForOrThatFailedForAnotherReason() {
        try (var provider = Provider.enabled(KEYS)) {
            var spent = provider.place.login(BROWSER);
            var finish = Workplace.path(provider.answer(spent, KEYS, clock.instant()));
            provider.place.open(BROWSER, finish).then().statusCode(303);
            var open = provider.place.login(BROWSER);
            var late = provider.place.login(BROWSER);

            provider.answer(spent, FORGED, clock.instant()).then().statusCode(403);
            provider.place
                    .post(ResponseFactory.base64(provider.plan(open, clock.instant()), FORGED), "")
                    .then()
                    .statusCode(403);
            provider.place
                    .post(
                            ResponseFactory.base64(
                                    provider.plan(open, clock.instant()).withIssuer("another"), KEYS),
                            open)
                    .then()
                    .statusCode(403);
            clock.advance(Duration.ofMinutes(11));
            provider.answer(late, FORGED, clock.instant()).then().statusCode(403);

            assertEquals(1, provider.reads());
        }
    }

    @Test
    void anAnswerUnderAnUnknownKeyIsRefusedAsEverWhenTheSiteIsAway() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.fail();

            answered(provider, NEXT, 403);

            assertEquals("SIGNATURE_INVALID", provider.place.newestReason());
            provider.read().then().body("current.refresh.problem.reason", equalTo("NOT_FETCHED"));
            answered(provider, KEYS, 303);
        }
    }

    @Test
    void readsNothingForAConnectionWhoseMetadataWerePasted() {
        var place = Workplace.enabled("RESTART");
        var requestId = place.login(BROWSER);

        place.post(ResponseFactory.base64(place.plan(requestId), FORGED), requestId)
                .then()
                .statusCode(403);

        assertEquals("SIGNATURE_INVALID", place.newestReason());
    }

    private void answered(Provider provider, IdpKeys keys, int status) {
        var requestId = provider.place.login(BROWSER);
        provider.answer(requestId, keys, clock.instant()).then().statusCode(status);
    }
}
