package io.dovetail.console.users;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The administrator's page for the company's people. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class UsersTest {
    private static final String HERE = People.HERE;

    @BeforeEach
    void singleSignOnIsOn() {
        People.answered("ON");
    }

    @Test
    void showsHowFarEverybodyIs() {
        var page = Browser.signedIn("ADMIN", 600).get(HERE);

        page.then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .body(containsString("1 of 3 linked · 1 pending · 1 refused at the last try"))
                .body(containsString("Linked as ada-1"), containsString("belongs to another account"))
                .body(containsString("works until 18 January 2026, 09:30 UTC"))
                .body(containsString("Binding link: could not be delivered, 15 January 2026, 09:30 UTC"))
                .body(not(containsString("null")));
        assertEquals(
                "user=%s&user=%s&user=%s&user=%s".formatted(People.ADA, People.BOB, People.CYD, People.DAN),
                Services.last("GET " + People.BINDINGS).query());
    }

    @Test
    void aJobThatRunsStandsOnTopWithItsProgress() {
        Services.answer(
                "GET " + People.BINDINGS + "/summary",
                200,
                "{\"total\":3,\"bound\":1,\"pending\":2,\"runningJob\":\"" + People.ADA + "\"}");
        Services.answer(
                "GET " + People.BINDINGS + "/jobs/" + People.ADA,
                200,
                "{\"jobId\":\"" + People.ADA
                        + "\",\"kind\":\"RECONCILE\",\"state\":\"RUNNING\",\"total\":300,\"done\":20}");

        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("20 of 300 people gone over"))
                .body(containsString("href=\"/settings/sending/" + People.ADA + "\""));
    }

    @Test
    void withoutAJobThePageLeadsToTheMailingsAlone() {
        Services.answer("GET " + People.BINDINGS + "/summary", 200, "{\"total\":3,\"runningJob\":null}");

        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .statusCode(200)
                .body(not(containsString("running-job")), containsString("href=\"/settings/sending\""));
    }

    @Test
    void offersWhatApplies() {
        var html = Browser.signedIn("ADMIN", 600).get(HERE).asString();

        assertOffers(html, "ada@acme.example", "unbind", "make-member", "address", "deactivate", "remove");
        assertOffers(html, "bob@acme.example", "resend-link", "make-administrator", "address", "deactivate", "remove");
        assertOffers(html, "dan@acme.example", "reactivate", "release", "remove");
        assertTrue(html.contains("Resend all pending"));
    }

    @Test
    void whileOffTheInvitationIsSentAgainAndALinkOnlyToWhomOneWasSent() {
        People.answered("OFF");

        var html = Browser.signedIn("ADMIN", 600).get(HERE).asString();

        assertOffers(
                html, "cyd@acme.example", "resend-invitation", "make-administrator", "address", "deactivate", "remove");
        assertOffers(html, "bob@acme.example", "resend-link", "make-administrator", "address", "deactivate", "remove");
    }

    @Test
    void whileOffWhoeverHasNoPasswordYetIsMailedANewLink() {
        People.answered("OFF");
        Services.answer("GET " + People.USERS, 200, """
                {"items":[{"id":"%s","email":"bob@acme.example","role":"MEMBER","status":"ACTIVE","hasPassword":false,
                "binding":"NOT_BOUND"}],"next":null}""".formatted(People.BOB));
        Services.answer("GET " + People.BINDINGS, 200, "{\"items\":[]}");

        var html = Browser.signedIn("ADMIN", 600).get(HERE).asString();

        assertTrue(html.contains("Active, no password yet"));
        assertOffers(
                html, "bob@acme.example", "password-link", "make-administrator", "address", "deactivate", "remove");

        People.answered("ON");
        Services.answer("GET " + People.USERS, 200, """
                {"items":[{"id":"%s","email":"bob@acme.example","role":"MEMBER","status":"ACTIVE","hasPassword":false}]}""".formatted(People.BOB));

        assertFalse(Browser.signedIn("ADMIN", 600).get(HERE).asString().contains("no password yet"));
    }

    @Test
    void anotherAddressAtTheProviderStandsWithThePerson() {
        Services.answer("GET " + People.BINDINGS, 200, """
                {"items":[{"userId":"%s","email":"ada@acme.example","status":"BOUND","samlId":"ada-1",
                "providerEmail":"al@idp.example"}]}""".formatted(People.ADA));

        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .body(containsString("Linked as ada-1; address at the provider: al@idp.example"));
    }

    @Test
    void theRestIsShownWhileNobodyKnowsTheBindings() {
        Services.answer("GET " + People.BINDINGS, 503, "");
        Services.answer("GET " + People.BINDINGS + "/summary", 503, "");

        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("<strong id=\"readiness\">not known right now"))
                .body(containsString("Not known right now"), containsString("bob@acme.example"));
    }

    @Test
    void isForAdministratorsAlone() {
        Browser.signedIn("MEMBER", 600).get(HERE).then().statusCode(403);
        new Browser()
                .get(HERE + "?filter=PENDING")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?returnTo=%2Fsettings%2Fusers%3Ffilter%3DPENDING"));
        assertEquals(0, Services.count("GET " + People.USERS));
    }

    @Test
    void aMemberSeesNoWayToTheSettings() {
        Browser.signedIn("MEMBER", 600).get("/").then().body(not(containsString("/settings/")));
        Browser.signedIn("ADMIN", 600).get("/").then().body(containsString("href=\"/settings/users\""));
    }

    @Test
    void filtersSearchesAndLeadsFromPageToPage() {
        Services.answer("GET " + People.USERS, 200, "{\"items\":[],\"next\":\"" + People.BOB + "\"}");

        var page = Browser.signedIn("ADMIN", 600).get(HERE + "?filter=ADMIN&q=a%26b&cursor=" + People.ADA);

        page.then()
                .statusCode(200)
                .body(containsString("Nobody fits this choice."), containsString("value=\"a&amp;b\""))
                .body(containsString("/settings/users?filter=ADMIN&amp;q=a%26b&amp;cursor=" + People.BOB))
                .body(containsString("/settings/users?filter=PENDING&amp;q=a%26b\""));
        assertEquals(
                "filter=ADMIN&q=a%26b&cursor=" + People.ADA,
                Services.last("GET " + People.USERS).query());
    }

    @ParameterizedTest
    @CsvSource({
        "resend-link, POST /api/bindings/C/U/resend, A new link is on its way",
        "resend-invitation, POST /api/users/C/invitations/U/resend, The invitation is on its way again",
        "password-link, POST /api/users/C/invitations/U/resend, A link to create a password is on its way",
        "unbind, DELETE /api/bindings/C/U, Unlinked",
        "make-administrator, PATCH /api/users/C/U, An administrator now",
        "make-member, PATCH /api/users/C/U, A member now",
        "deactivate, POST /api/users/C/U/deactivate, Deactivated:",
        "reactivate, POST /api/users/C/U/reactivate, Reactivated",
        "remove, DELETE /api/users/C/U, Removed"
    })
    void eachButtonIsOneCallAndLeadsBackToTheSameChoice(String act, String call, String said) {
        var made = call.replace("/C/", "/" + People.COMPANY + "/").replace("/U", "/" + People.BOB);
        Services.answer(made, 204, "");
        var browser = Browser.signedIn("ADMIN", 600);

        var answer = browser.post(HERE + "/" + People.BOB + "/" + act + "?filter=ACTIVE", Map.of());

        answer.then().statusCode(303).header("Location", endsWith(HERE + "?filter=ACTIVE&done=" + act));
        assertEquals(1, Services.count(made));
        browser.get(HERE + "?filter=ACTIVE&done=" + act).then().body(containsString(said));
    }

    @Test
    void theRoleOfTheButtonIsTheRoleOfTheCall() {
        Services.answer("PATCH " + People.USERS + "/" + People.BOB, 204, "");

        Browser.signedIn("ADMIN", 600).post(HERE + "/" + People.BOB + "/make-administrator", Map.of());

        assertEquals(
                "{\"role\":\"ADMIN\"}",
                Services.last("PATCH " + People.USERS + "/" + People.BOB).body());
    }

    @Test
    void aRefusalIsSaidOnThePageAmongThePeople() {
        Services.answer(
                "POST " + People.USERS + "/" + People.ADA + "/deactivate",
                409,
                "{\"title\":\"The last administrator\",\"detail\":\"Make somebody else one first.\"}");

        Browser.signedIn("ADMIN", 600)
                .post(HERE + "/" + People.ADA + "/deactivate", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("The last administrator. Make somebody else one first."))
                .body(containsString("bob@acme.example"));
    }

    @Test
    void removingAsksOnceMoreAndSaysWhyItIsRefused() {
        Services.answer(
                "GET " + People.USERS + "/" + People.ADA,
                200,
                "{\"id\":\"" + People.ADA
                        + "\",\"email\":\"ada@acme.example\",\"role\":\"ADMIN\",\"status\":\"ACTIVE\"}");
        Services.answer(
                "DELETE " + People.USERS + "/" + People.ADA, 409, "{\"title\":\"No\",\"detail\":\"The last one.\"}");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE + "/" + People.ADA + "/remove")
                .then()
                .statusCode(200)
                .body(containsString("Remove ada@acme.example?"), containsString("Remove for good"));

        assertEquals(0, Services.count("DELETE " + People.USERS + "/" + People.ADA));
        browser.post(HERE + "/" + People.ADA + "/remove", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("The last one."), containsString("Remove for good"));
    }

    @Test
    void aSessionThatEndedElsewhereLeadsToTheSignInAndBack() {
        Services.answer("GET " + People.USERS, 401, "{}");
        var browser = Browser.signedIn("ADMIN", 600);

        browser.get(HERE).then().statusCode(303).header("Location", endsWith("/sign-in?returnTo=%2Fsettings%2Fusers"));

        assertFalse(browser.has("dovetail-session"));
    }

    @Test
    void anAddressThatIsNoActIsAPage() {
        var browser = Browser.signedIn("ADMIN", 600);

        browser.post(HERE + "/" + People.ADA + "/promote", Map.of()).then().statusCode(404);
        browser.get(HERE + "/" + People.ADA + "/deactivate")
                .then()
                .statusCode(303)
                .header("Location", endsWith(HERE));
    }

    private static void assertOffers(String html, String email, String... acts) {
        var row = html.substring(html.indexOf("data-user=\"" + email));
        var offered = row.substring(0, row.indexOf("</tr>"))
                .lines()
                .flatMap(UsersTest::acts)
                .toList();
        assertEquals(List.of(acts), offered);
    }

    private static Stream<String> acts(String line) {
        return Pattern.compile("/settings/users/[0-9a-f-]{36}/([a-z-]+)")
                .matcher(line)
                .results()
                .map(result -> result.group(1));
    }
}
