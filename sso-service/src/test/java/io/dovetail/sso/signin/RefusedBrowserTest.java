package io.dovetail.sso.signin;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.Encryption;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refused browser reads one page whatever the reason; the administrator finds the reason under its word code. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RefusedBrowserTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final Pattern WORD_CODE = Pattern.compile("id=\"word-code\">([a-z]+-[a-z]+-[a-z]+)<");

    private static Workplace place;
    private String requestId;

    @BeforeEach
    void begin() {
        if (place == null) {
            place = Workplace.known().enable(Map.of("idpInitiated", "REFUSE", "encryptAssertions", true));
        }
        requestId = place.login(BROWSER);
    }

    /** B10 among them: a broken cipher looks like a broken signature, and like anything else. */
    @Test
    void showsOneNeutralPageWhateverTheReason() {
        var refused = new LinkedHashMap<String, Response>();
        answers().forEach((reason, answer) -> refused.put(reason, place.post(answer, requestId)));

        var pages = new HashSet<String>();
        var codes = new HashSet<String>();
        refused.forEach((reason, answer) -> {
            answer.then().statusCode(403).contentType("text/html; charset=utf-8");
            var code = wordCode(answer);
            codes.add(code);
            pages.add(headers(answer) + answer.asString().replace(code, "three-short-words"));
            assertEquals(reason, read(code).path("reason"));
        });

        assertEquals(1, pages.size(), String.join("\n---\n", pages));
        assertEquals(refused.size(), codes.size());
        place.post(place.response(requestId), requestId).then().statusCode(303);
    }

    @Test
    void theAdministratorReadsEveryFieldUnderTheWordCode() {
        var plan = place.plan(requestId);
        var ahead = plan.withIssueInstant(plan.issueInstant().plus(Duration.ofSeconds(90)));
        var answer = place.answer(ahead.withAudience("https://elsewhere.example"), requestId);
        var code = wordCode(answer);
        int version = place.asAdministrator().get("/api/sso/" + place.companyId).path("current.version");

        var read = read(code);

        read.then()
                .statusCode(200)
                .body("wordCode", equalTo(code))
                .body("purpose", equalTo("SIGN_IN"))
                .body("version", equalTo(version))
                .body("result", equalTo("REFUSED"))
                .body("reason", equalTo("AUDIENCE_WRONG"))
                .body("expected", equalTo(plan.audience()))
                .body("received", equalTo("https://elsewhere.example"));
        int difference = read.path("clockDifferenceMillis");
        assertTrue(difference > 60_000 && difference <= 90_000, "" + difference);
        String id = read.path("id");
        assertEquals(read.asString(), read(id).asString());
        assertEquals(
                read.<Map<String, ?>>path(""),
                place.asAdministrator()
                        .get("/api/sso/" + place.companyId + "/sign-ins")
                        .<Map<String, ?>>path("items[0]"));
    }

    @Test
    void namesNoRequestOfOursInWhatNobodyAskedFor() {
        var code = wordCode(place.post("bm8gWE1M", ""));

        read(code)
                .then()
                .body("purpose", nullValue())
                .body("reason", equalTo("NOT_XML"))
                .body("expected", equalTo("one well-formed XML document without a document type"))
                .body("received", equalTo("what the parser refuses"))
                .body("clockDifferenceMillis", nullValue());
    }

    @Test
    void knowsAWordCodeInItsOwnCompanyAlone() {
        var other = Workplace.known();
        var code = wordCode(place.post("bm8gWE1M", requestId));

        var elsewhere = other.asAdministrator().get("/api/sso/" + other.companyId + "/sign-ins/" + code);

        elsewhere.then().statusCode(404);
        read(code).then().statusCode(200);
    }

    /** Nobody was shown the code of a sign-in that was not refused: it may be the one that a stranger was shown. */
    @Test
    void findsNoAcceptedSignInUnderAWordCode() {
        var finish = Workplace.path(place.post(place.response(requestId), requestId));
        place.open(BROWSER, finish).then().statusCode(303);
        String id = place.newestSignIn();
        String code = read(id).path("wordCode");

        read(code).then().statusCode(404);
        read(id).then().statusCode(200).body("result", equalTo("ACCEPTED"));
        read("no-such-code").then().statusCode(404);
        read("00000000-0000-0000-0000-000000000000").then().statusCode(404);
    }

    private Map<String, String> answers() {
        var plan = place.plan(requestId);
        var stranger = IdpKeys.rsa2048();
        var answers = new LinkedHashMap<String, String>();
        answers.put("NOT_XML", "bm8gWE1M");
        answers.put("SIGNATURE_INVALID", ResponseFactory.base64(plan, stranger));
        answers.put(
                "DECRYPTION_FAILED",
                ResponseFactory.base64(plan.withEncryption(Encryption.to(stranger.certificate())), Workplace.KEYS));
        answers.put("ISSUER_WRONG", signed(plan.withFreshIds().withIssuer("IdP Entity ID")));
        answers.put("DESTINATION_WRONG", signed(plan.withFreshIds().withDestination("https://elsewhere.example")));
        answers.put("AUDIENCE_WRONG", signed(plan.withFreshIds().withAudience("https://elsewhere.example")));
        answers.put("ATTRIBUTES_MISSING", signed(plan.withFreshIds().withAttributes(Map.of())));
        answers.put("UNSOLICITED", signed(plan.withFreshIds().withInResponseTo(null)));
        answers.put("REQUEST_UNKNOWN", signed(plan.withFreshIds().withInResponseTo("_never-sent")));
        return answers;
    }

    private static String signed(ResponsePlan plan) {
        return ResponseFactory.base64(plan, Workplace.KEYS);
    }

    private static String wordCode(Response page) {
        var code = WORD_CODE.matcher(page.asString());
        assertTrue(code.find(), page.asString());
        return code.group(1);
    }

    /** All but how long the page is, and when it was made. */
    private static String headers(Response answer) {
        assertFalse(answer.headers().hasHeaderWithName("Set-Cookie"));
        return answer.headers().asList().stream()
                        .filter(header -> !List.of("content-length", "date")
                                .contains(header.getName().toLowerCase(Locale.ROOT)))
                        .map(Object::toString)
                        .sorted()
                        .toList()
                + "\n";
    }

    private static Response read(String idOrWordCode) {
        return place.asAdministrator().get("/api/sso/" + place.companyId + "/sign-ins/" + idOrWordCode);
    }
}
