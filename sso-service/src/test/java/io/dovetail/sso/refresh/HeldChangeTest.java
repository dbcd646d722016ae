package io.dovetail.sso.refresh;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could be another provider's doing waits for an administrator (security.md I10). */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class HeldChangeTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final IdpKeys KEYS = Workplace.KEYS;
    private static final IdpKeys NEXT = IdpKeys.rsa2048();
    private static final IdpKeys THIRD = IdpKeys.rsa2048();

    @Inject
    RefreshDue refreshDue;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void keepsTheKnownKeysWhenNoneOfThemIsListedAnyMoreUntilAnAdministratorAccepts() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.publish(NEXT);
            sweepAnHourLater();

            provider.read()
                    .then()
                    .body("current.keys", hasSize(1))
                    .body("current.refresh.problem", nullValue())
                    .body("current.refresh.held.changes", equalTo(List.of("EVERY_KEY")))
                    .body("current.refresh.held.keys", hasSize(1))
                    .body("current.refresh.held.keys[0].subject", equalTo("O=Dovetail Lab,CN=Test Identity Provider"))
                    .body("current.refresh.held.acceptable", equalTo(true));
            answered(provider, KEYS, 303);
            answered(provider, NEXT, 403);
            var held = published.last(provider.place.companyId, "metadata-held");
            EventContracts.assertKept("metadata-held", held);

            provider.accept(heldId(provider)).then().statusCode(200).body("added", hasSize(1));

            answered(provider, NEXT, 303);
            answered(provider, KEYS, 403);
            provider.read().then().body("current.refresh.held", nullValue());
            assertEquals(
                    1,
                    published.events(provider.place.companyId, "keys-changed").size());
            var act = published.last(provider.place.companyId, "administrator-acted");
            assertEquals("HELD_CHANGE_ACCEPTED", act.get("act").asText());
            provider.accept(held.get("heldId").asText())
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/held-change-unknown"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENTITY_ID, https://other.example/idp, https://idp.example.org/sso",
        "SIGN_IN_ADDRESS, COMPANY, https://idp.example.org/other",
        "SIGN_IN_ADDRESS, COMPANY, https://elsewhere.example/sso"
    })
    void whatMayBeAnotherProviderIsNotAcceptedInPlace(String change, String entityId, String ssoUrl) {
        try (var provider = Provider.enabled(KEYS)) {
            var company = provider.place.companyId.toString();
            provider.publish(
                    Provider.metadata(entityId.equals("COMPANY") ? company : entityId, ssoUrl, "", KEYS, NEXT));
            sweepAnHourLater();

            provider.read()
                    .then()
                    .body("current.keys", hasSize(1))
                    .body("current.idpEntityId", equalTo(company))
                    .body("current.ssoUrl", equalTo(Provider.SSO))
                    .body("current.refresh.held.changes", equalTo(List.of(change)))
                    .body("current.refresh.held.ssoUrl", equalTo(ssoUrl))
                    .body("current.refresh.held.acceptable", equalTo(false));
            provider.accept(heldId(provider))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/held-change-needs-draft"));
            answered(provider, KEYS, 303);
            answered(provider, NEXT, 403);
        }
    }

    @Test
    void anAddressForAnotherBindingBesideTheKnownOneIsNoChange() {
        try (var provider = Provider.enabled(KEYS)) {
            var more = "<SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
                    + " Location=\"https://idp.example.org/post\"/></IDPSSODescriptor>";
            provider.publish(Provider.metadata(provider.place.companyId.toString(), Provider.SSO, "", KEYS, NEXT)
                    .replace("</IDPSSODescriptor>", more));

            sweepAnHourLater();

            provider.read().then().body("current.refresh.held", nullValue()).body("current.keys", hasSize(2));
        }
    }

    /** The certificate was renewed, the key is the one that is trusted. */
    @Test
    void aRenewedCertificateOfTheKnownKeyIsTakenOver() {
        try (var provider = Provider.enabled(KEYS)) {
            var now = clock.instant();
            provider.publish(KEYS.withCertificateLife(now, now.plus(Duration.ofDays(900))));

            sweepAnHourLater();

            provider.read().then().body("current.refresh.held", nullValue()).body("current.keys", hasSize(1));
            answered(provider, KEYS, 303);
            assertEquals(
                    1,
                    published.events(provider.place.companyId, "keys-changed").size());
        }
    }

    @Test
    void goesAwayWhenTheProviderPublishesTheOldAgain() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.publish(NEXT);
            sweepAnHourLater();
            var held = heldId(provider);
            provider.publish(KEYS);

            sweepAnHourLater();

            provider.read().then().body("current.refresh.held", nullValue());
            provider.accept(held).then().statusCode(404);
            answered(provider, KEYS, 303);
        }
    }

    @Test
    void tellsOfTheSameChangeOnceAndOfOthersOnceADay() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.publish(NEXT);
            sweepAnHourLater();
            var first = heldId(provider);
            sweepAnHourLater();
            provider.read().then().body("current.refresh.held.id", equalTo(first));
            assertEquals(1, told(provider));
            provider.publish(THIRD);
            sweepAnHourLater();
            provider.read().then().body("current.refresh.held.id", not(equalTo(first)));
            assertEquals(1, told(provider));
            provider.accept(first).then().statusCode(404);

            clock.advance(Duration.ofDays(1));
            refreshDue.sweep();

            assertEquals(2, told(provider));
            assertEquals(
                    provider.read().path("current.refresh.held.id"),
                    published
                            .last(provider.place.companyId, "metadata-held")
                            .get("heldId")
                            .asText());
            clock.advance(Duration.ofDays(1));
            refreshDue.sweep();
            assertEquals(2, told(provider));
        }
    }

    @Test
    void tellsOfADraftsChangeOnceTheDraftIsInUse() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.place.save("RESTART");
            provider.place.verify();
            apply(provider);
            provider.save();
            provider.place.verify();
            provider.publish(NEXT);
            sweepAnHourLater();
            assertEquals(0, told(provider));

            clock.reset();
            provider.place.verify();
            apply(provider);
            clock.advance(Duration.ofHours(3));
            refreshDue.sweep();

            assertEquals(1, told(provider));
        }
    }

    private static void apply(Provider provider) {
        provider.place
                .asAdministrator()
                .post("/api/sso/" + provider.place.companyId + "/apply")
                .then()
                .statusCode(204);
    }

    @Test
    void aDraftTellsNobodyWhilePeopleComeInByAnotherVersion() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.save();
            provider.publish(NEXT);

            sweepAnHourLater();

            provider.read()
                    .then()
                    .body("current.refresh.held.acceptable", equalTo(true))
                    .body("draft.refresh.held.acceptable", equalTo(true));
            assertEquals(1, told(provider));
        }
    }

    @Test
    void nobodyElseAcceptsIt() {
        try (var provider = Provider.enabled(KEYS);
                var other = Provider.enabled(KEYS)) {
            provider.publish(NEXT);
            sweepAnHourLater();

            other.accept(heldId(provider)).then().statusCode(404);
            other.accept("no-id").then().statusCode(404);

            answered(provider, NEXT, 403);
        }
    }

    private void sweepAnHourLater() {
        clock.advance(Duration.ofHours(1));
        refreshDue.sweep();
    }

    private int told(Provider provider) {
        return published.events(provider.place.companyId, "metadata-held").size();
    }

    private static String heldId(Provider provider) {
        return provider.read().path("current.refresh.held.id");
    }

    private void answered(Provider provider, IdpKeys keys, int status) {
        var requestId = provider.place.login(BROWSER);
        provider.answer(requestId, keys, clock.instant()).then().statusCode(status);
    }
}
