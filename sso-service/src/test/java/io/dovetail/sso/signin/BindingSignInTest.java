package io.dovetail.sso.signin;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Neighbours;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sign-ins that a person starts from their binding link (design.md, section 5). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BindingSignInTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final String OTHER = "browser-of-eve-0123456789-0123456789-0123456789";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final UUID userId = UUID.randomUUID();
    private final UUID linkId = UUID.randomUUID();

    @Inject
    Tickets tickets;

    @Inject
    MovableClock clock;

    @Inject
    Published published;

    record Bind(
            UUID companyId,
            UUID userId,
            UUID linkId,
            UUID source,
            String samlId,
            boolean beforeEnable,
            String browserHash,
            String email) {}

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void leadsFromTheLinkToATicketForBindingService() {
        var place = Workplace.enabled("RESTART");
        var source = UUID.fromString(place.currentSource());

        var finished = place.complete(BROWSER, start(place, BROWSER, intent(place, source)));

        finished.then().statusCode(303).header("Location", endsWith("&bind=true"));
        assertEquals(
                new Bind(
                        place.companyId,
                        userId,
                        linkId,
                        source,
                        "ada",
                        false,
                        BrowserCookie.hash(BROWSER),
                        "ada@works.example"),
                ticketIn(finished));
        var told = TestEvents.await("dovetail.sso", "sign-in-accepted", place.companyId, linkId.toString());
        assertTrue(TestEvents.body(told).contains("\"purpose\":\"BIND\""));
        assertTrue(TestEvents.body(told).contains("\"beforeEnable\":false"));
        assertTrue(TestEvents.body(told).contains("\"email\":\"ada@works.example\""));
    }

    @Test
    void bindsThroughTheVerifiedDraftBeforeEnable() {
        var place = Workplace.known();
        place.save("RESTART");
        place.verify();
        var source = UUID.fromString(place.source());
        TestEvents.await("dovetail.sso", "connection-changed", place.companyId, "\"readySource\":\"" + source + "\"");

        var finished = place.complete(BROWSER, start(place, BROWSER, intent(place, source)));

        finished.then().statusCode(303).header("Location", endsWith("&bind=true"));
        assertTrue(ticketIn(finished).beforeEnable());
    }

    @Test
    void bindsThroughNoDraftThatNobodyVerified() {
        var place = Workplace.known();
        place.save("RESTART");
        var source = UUID.fromString(place.source());

        start(place, BROWSER, intent(place, source)).then().statusCode(403);
        assertEquals("SINGLE_SIGN_ON_OFF", place.newestReason());

        place.verify();
        start(place, BROWSER, intent(place, source)).then().statusCode(303);
    }

    @Test
    void bindsToNoOtherSourceThanTheLinks() {
        var place = Workplace.enabled("RESTART");

        start(place, BROWSER, intent(place, UUID.randomUUID())).then().statusCode(403);
        assertEquals("SINGLE_SIGN_ON_OFF", place.newestReason());
    }

    @Test
    void refusesAnIntentThatWasPassedOnToAnotherBrowser() {
        var place = Workplace.enabled("RESTART");
        var intent = intent(place, UUID.fromString(place.currentSource()));

        start(place, OTHER, intent).then().statusCode(403);
        assertEquals("OTHER_BROWSER", place.newestReason());

        start(place, BROWSER, intent).then().statusCode(303);
    }

    @Test
    void refusesAnIntentOfAnotherCompany() {
        var place = Workplace.enabled("RESTART");
        var other = Workplace.enabled("RESTART");
        var intent = intent(other, UUID.fromString(place.currentSource()));

        start(place, BROWSER, intent).then().statusCode(403);

        assertEquals("INTENT_INVALID", place.newestReason());
    }

    @Test
    void writesNothingForACompanyThatNobodyKnows() {
        var nobody = UUID.randomUUID();

        Workplace.known()
                .open(BROWSER, "/auth/saml/" + nobody + "/login?intent=garbage")
                .then()
                .statusCode(404);

        assertEquals(0, Neighbours.count("sign_in_record where company_id = ?", nobody));
    }

    @Test
    void refusesAnIntentThatIsTenMinutesOldOrNone() {
        var place = Workplace.enabled("RESTART");
        var intent = intent(place, UUID.fromString(place.currentSource()));

        start(place, BROWSER, "garbage").then().statusCode(403).contentType(startsWith("text/html"));
        assertEquals("INTENT_INVALID", place.newestReason());
        start(place, BROWSER, intent).then().statusCode(303);
        clock.advance(LIFE);
        start(place, BROWSER, intent).then().statusCode(403);
        assertEquals("INTENT_INVALID", place.newestReason());
    }

    @Test
    void bindsNobodyWhenTheDraftWasReplacedMeanwhile() {
        var place = Workplace.known();
        place.save("RESTART");
        place.verify();
        var started = start(place, BROWSER, intent(place, UUID.fromString(place.source())));

        place.save("ACCEPT");
        var finished = place.complete(BROWSER, started);

        finished.then().statusCode(403);
        assertEquals("SINGLE_SIGN_ON_OFF", place.newestReason());
    }

    @Test
    void bindsNobodyByAnAnswerToADraftThatAVerifiedOneReplaced() {
        var place = Workplace.known();
        place.save("RESTART");
        place.verify();
        var source = UUID.fromString(place.source());
        var started = start(place, BROWSER, intent(place, source));

        place.save("ACCEPT");
        place.verify();

        place.complete(BROWSER, started).then().statusCode(403);
        assertEquals("SINGLE_SIGN_ON_OFF", place.newestReason());
        place.complete(BROWSER, start(place, BROWSER, intent(place, source)))
                .then()
                .statusCode(303);
    }

    @Test
    void refusesToFinishInAnotherBrowser() {
        var place = Workplace.enabled("RESTART");
        var started = start(place, BROWSER, intent(place, UUID.fromString(place.currentSource())));

        var finished = place.complete(OTHER, started);

        finished.then().statusCode(403);
        assertEquals("OTHER_BROWSER", place.newestReason());
        assertFalse(finished.headers().hasHeaderWithName("Location"));
    }

    /** As when its person was erased meanwhile: without the request, nothing says whose browser it is. */
    @Test
    void refusesAnAnswerWhoseRequestWasForgotten() {
        var place = Workplace.enabled("ACCEPT");
        var intent = intent(place, UUID.fromString(place.currentSource()));
        var started = start(place, BROWSER, intent);
        var requestId = Workplace.requestId(started);
        var finish = Workplace.path(place.post(place.response(requestId), requestId));

        published.change("delete from pending_sign_in where request_id = ?", requestId);
        place.open(OTHER, finish).then().statusCode(403);

        assertEquals("REQUEST_UNKNOWN", place.newestReason());
        place.complete(BROWSER, start(place, BROWSER, intent)).then().statusCode(303);
    }

    private String intent(Workplace place, UUID source) {
        var intent = new Intent(place.companyId, userId, linkId, source, BrowserCookie.hash(BROWSER));
        return tickets.seal(new Pair("binding-service", "sso-service"), "intent", intent, LIFE);
    }

    private static Response start(Workplace place, String browser, String intent) {
        return place.open(browser, "/auth/saml/" + place.companyId + "/login?intent=" + intent);
    }

    private Bind ticketIn(Response finished) {
        var ticket = finished.header("Location").replaceAll(".*ticket=([^&]*).*", "$1");
        return tickets.open(
                        new Pair("sso-service", "binding-service"),
                        "bind",
                        Bind.class,
                        URLDecoder.decode(ticket, StandardCharsets.UTF_8))
                .claims();
    }
}
