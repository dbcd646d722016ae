package io.dovetail.sso.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Neighbours;
import io.dovetail.sso.PlainMetadata;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator counts, and what the administrator reads of it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SignInCountsTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final String NOT_XML = "bm8gWE1M";
    private static final int MOST = 100;

    @Inject
    MeterRegistry meters;

    @Inject
    MovableClock clock;

    @Inject
    Published published;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    /** The page and its words are the same; only nothing is kept of it. */
    @Test
    void countsWhatIsRefusedPastTheHundredOfAnHourAndRecordsItNoMore() {
        var place = Workplace.enabled("RESTART");
        var before = refused("NOT_XML");

        var statuses = IntStream.range(0, MOST + 1)
                .mapToObj(time -> place.post(NOT_XML, "").statusCode())
                .distinct()
                .toList();

        assertEquals("[403]", statuses.toString());
        assertEquals(
                MOST, Neighbours.count("sign_in_record where company_id = ? and reason = 'NOT_XML'", place.companyId));
        assertEquals(MOST, published.events(place.companyId, "sign-in-refused").size());
        assertEquals(MOST + 1, refused("NOT_XML") - before);
        var requestId = place.login(BROWSER);
        place.post(place.response(requestId), requestId).then().statusCode(303);

        clock.advance(Duration.ofHours(1).plusSeconds(1));
        place.post(NOT_XML, "").then().statusCode(403);

        assertEquals(
                MOST + 1, published.events(place.companyId, "sign-in-refused").size());
    }

    @Test
    void countsSignInsAndVerificationsByTheirResult() {
        var accepted = count("ACCEPTED", "none");
        var verified = count("VERIFIED", "none");
        var place = Workplace.enabled("RESTART");

        signIn(place);

        assertTrue(count("ACCEPTED", "none") - accepted >= 1);
        assertTrue(count("VERIFIED", "none") - verified >= 1);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("dovetail_sign_ins_total{reason=\"none\",result=\"ACCEPTED\"}"));
    }

    /** The key is what is trusted (security.md B11); the administrator and the operator are told. */
    @Test
    void warnsOfASignInUnderACertificateThatHasEnded() {
        var now = clock.instant();
        var ended = Workplace.KEYS.withCertificateLife(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
        var honest = Workplace.enabled("RESTART");
        signIn(honest);
        var before = expired();
        var place = Workplace.known();
        place.enable(Map.of("metadataXml", PlainMetadata.of(place.companyId.toString(), ended)));

        signIn(place);

        assertEquals(before + 2, expired(), "the verification and the sign-in");
        newest(place).body("result", equalTo("ACCEPTED")).body("warnings", contains("CERTIFICATE_EXPIRED"));
        newest(honest).body("result", equalTo("ACCEPTED")).body("warnings", empty());
    }

    private static void signIn(Workplace place) {
        place.complete(BROWSER, place.open(BROWSER, "/auth/saml/" + place.companyId + "/login"))
                .then()
                .statusCode(303);
    }

    private static ValidatableResponse newest(Workplace place) {
        return place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/sign-ins/" + place.newestSignIn())
                .then();
    }

    private double refused(String reason) {
        return count("REFUSED", reason);
    }

    private double count(String result, String reason) {
        var counter = meters.find("dovetail.sign_ins")
                .tags("result", result, "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private double expired() {
        return meters.get("dovetail.certificates.expired").counter().count();
    }
}
