package io.dovetail.console.record;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's pages about sign-ins at the provider. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class SignInRecordTest {
    private static final String HERE = "/settings/single-sign-on/sign-ins";
    private static final String CALL = "/api/sso/c0ffee00-0000-4000-8000-000000000001/sign-ins";
    private static final String ID = "11111111-0000-4000-8000-000000000001";

    @BeforeEach
    void forget() {
        Services.reset();
    }

    @Test
    void listsEachSignInWithItsReason() {
        Services.answer(
                "GET " + CALL,
                200,
                "{\"items\":[%s,%s],\"next\":\"%s\"}"
                        .formatted(record("REFUSED", "\"AUDIENCE_WRONG\""), record("SESSION_OPENED", "null"), ID));

        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .body(containsString("It is meant for another app."), containsString("<code>amber-otter-sky</code>"))
                .body(containsString("Signed in"), containsString("href=\"" + HERE + "?cursor=" + ID + "\""))
                .body(containsString("href=\"" + HERE + "/" + ID + "\""), not(containsString("null")));
    }

    @Test
    void leadsFromPageToPage() {
        Services.answer("GET " + CALL, 200, "{\"items\":[],\"next\":null}");

        Browser.signedIn("ADMIN", 600)
                .get(HERE + "?cursor=" + ID)
                .then()
                .body(containsString("Newest"), not(containsString("Earlier")));

        assertEquals("cursor=" + ID, Services.last("GET " + CALL).query());
    }

    @Test
    void oneSaysWhatWasExpectedWhatCameAndWhatToDo() {
        Services.answer("GET " + CALL + "/" + ID, 200, record("REFUSED", "\"AUDIENCE_WRONG\""));

        Browser.signedIn("ADMIN", 600)
                .get(HERE + "/" + ID)
                .then()
                .statusCode(200)
                .body(containsString("It is meant for another app."))
                .body(containsString("Set the audience (SP entity ID)"))
                .body(containsString("<code>https://app</code>"), containsString("<code>&lt;b&gt;other</code>"))
                .body(containsString(">3</a>"), containsString("AUDIENCE_WRONG"))
                .body(containsString("The provider&#39;s clock is 75.3 seconds ahead of ours."))
                .body(containsString("15 January 2026, 09:30 UTC"));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_BOUND, null, No account is linked to this identity., Send the person their link",
        "BINDING_REFUSED, \"IDENTITY_TAKEN\", belongs to another account, unlink or release the identity",
        "REFUSED, \"A_RULE_OF_TOMORROW\", A_RULE_OF_TOMORROW, Verify the configuration"
    })
    void everyResultIsSaidInWords(String result, String reason, String words, String advice) {
        Services.answer("GET " + CALL + "/" + ID, 200, record(result, reason));

        Browser.signedIn("ADMIN", 600).get(HERE + "/" + ID).then().body(containsString(words), containsString(advice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amber-otter-sky", "+Amber+Otter%2C+SKY+", "AMBER+otter-sky."})
    void looksAWordCodeUpHoweverItWasSpoken(String typed) {
        Services.answer("GET " + CALL + "/amber-otter-sky", 200, record("REFUSED", "\"EXPIRED\""));
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE + "?code=" + typed)
                .then()
                .statusCode(303)
                .header("Location", endsWith(HERE + "/amber-otter-sky"));

        browser.get(HERE + "/amber-otter-sky").then().statusCode(200).body(containsString("no longer good"));
    }

    @Test
    void anUnknownCodeIsSaidPlainly() {
        Browser.signedIn("ADMIN", 600)
                .get(HERE + "/some-%3Cb%3E%2Fcode")
                .then()
                .statusCode(404)
                .body(containsString("Nothing was refused under this code"), containsString("&lt;b&gt;"));
    }

    @Test
    void isForAdministratorsAlone() {
        Browser.signedIn("MEMBER", 600).get(HERE).then().statusCode(403);
        Browser.signedIn("MEMBER", 600).get(HERE + "/" + ID).then().statusCode(403);
        new Browser()
                .get(HERE + "/" + ID)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?returnTo=%2Fsettings%2Fsingle-sign-on%2Fsign-ins%2F" + ID));

        assertEquals(0, Services.count("GET " + CALL));
    }

    private static String record(String result, String reason) {
        return """
                {"id":"%s","wordCode":"amber-otter-sky","at":"2026-01-15T09:30:00Z","purpose":"SIGN_IN","version":3,
                "result":"%s","reason":%s,"expected":"https://app","received":"<b>other","clockDifferenceMillis":75300}""".formatted(ID, result, reason);
    }
}
