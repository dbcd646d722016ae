package io.dovetail.console.users;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator changes a person's address, and releases an identity that is kept for a deactivated person. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class AddressAndIdentityTest {
    private static final String BOBS = People.HERE + "/" + People.BOB + "/address";
    private static final String BOBS_CHANGE = "PATCH " + People.USERS + "/" + People.BOB;
    private static final String DANS = People.HERE + "/" + People.DAN + "/release";
    private static final String RELEASE = "POST " + People.BINDINGS + "/identities/release";

    @BeforeEach
    void theCompanyIsKnown() {
        People.answered("ON");
        Services.answer(
                "GET " + People.USERS + "/" + People.BOB,
                200,
                "{\"id\":\"" + People.BOB
                        + "\",\"email\":\"bob@acme.example\",\"role\":\"MEMBER\",\"status\":\"ACTIVE\"}");
        Services.answer(
                "GET " + People.USERS + "/" + People.DAN,
                200,
                "{\"id\":\"" + People.DAN
                        + "\",\"email\":\"dan@acme.example\",\"role\":\"MEMBER\",\"status\":\"DEACTIVATED\",\"samlId\":\"dan-1\"}");
    }

    @Test
    void thePageOfAnAddressSaysWhatAChangeMeansAndChangesNothing() {
        Browser.signedIn("ADMIN", 600)
                .get(BOBS + "?filter=ACTIVE")
                .then()
                .statusCode(200)
                .body(containsString("value=\"bob@acme.example\""), containsString("no longer work"))
                .body(containsString(BOBS + "?filter=ACTIVE\""));

        assertEquals(0, Services.count(BOBS_CHANGE));
    }

    @Test
    void theAddressThatWasTypedIsTheOneOfTheCall() {
        Services.answer(BOBS_CHANGE, 204, "");
        var browser = Browser.signedIn("ADMIN", 600);

        var answer = browser.post(BOBS + "?filter=ACTIVE", Map.of("email", " rob@acme.example "));

        answer.then().statusCode(303).header("Location", endsWith(People.HERE + "?filter=ACTIVE&done=address"));
        assertEquals(
                "{\"email\":\"rob@acme.example\"}", Services.last(BOBS_CHANGE).body());
        browser.get(People.HERE + "?done=address").then().body(containsString("The address is changed"));
    }

    @Test
    void aRefusedAddressStaysInTheFormWithTheReason() {
        Services.answer(
                BOBS_CHANGE, 409, "{\"title\":\"Somebody else has this address\",\"detail\":\"Choose another one.\"}");

        Browser.signedIn("ADMIN", 600)
                .post(BOBS, Map.of("email", "ada@acme.example"))
                .then()
                .statusCode(409)
                .body(containsString("Somebody else has this address. Choose another one."))
                .body(containsString("value=\"ada@acme.example\""));
    }

    @Test
    void noAddressIsNoCall() {
        Browser.signedIn("ADMIN", 600)
                .post(BOBS, Map.of("email", " "))
                .then()
                .statusCode(400)
                .body(containsString("Give the new address."));

        assertEquals(0, Services.count(BOBS_CHANGE));
    }

    @Test
    void releasingAsksOnceMoreAndSaysWhatItMeans() {
        Services.answer(RELEASE, 204, "");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(DANS)
                .then()
                .statusCode(200)
                .body(containsString("Linked as dan-1; kept for this account"), containsString("linked anew"));

        assertEquals(0, Services.count(RELEASE));
        browser.post(DANS + "?filter=DEACTIVATED", Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith(People.HERE + "?filter=DEACTIVATED&done=release"));
        assertEquals(
                "{\"userId\":\"" + People.DAN + "\"}", Services.last(RELEASE).body());
    }

    @Test
    void aRefusedReleaseIsSaidWhereItWasAskedFor() {
        Services.answer(
                RELEASE, 409, "{\"title\":\"This account is in use\",\"detail\":\"Deactivate the account first.\"}");

        Browser.signedIn("ADMIN", 600)
                .post(DANS, Map.of())
                .then()
                .statusCode(409)
                .body(containsString("Deactivate the account first."), containsString("Release the identity"));
    }

    @Test
    void bothAreForAdministratorsAlone() {
        var member = Browser.signedIn("MEMBER", 600);

        member.get(BOBS).then().statusCode(403);
        member.post(BOBS, Map.of("email", "eve@acme.example")).then().statusCode(403);
        member.post(DANS, Map.of()).then().statusCode(403);

        assertEquals(0, Services.count(BOBS_CHANGE));
        assertEquals(0, Services.count(RELEASE));
    }
}
