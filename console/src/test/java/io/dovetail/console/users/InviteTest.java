package io.dovetail.console.users;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inviting many at once. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class InviteTest {
    private static final String INVITE = People.HERE + "/invite";
    private static final String CALL = "POST " + People.USERS + "/invitations";

    @BeforeEach
    void singleSignOnIsOn() {
        People.answered("ON");
    }

    @Test
    void saysWhatBecameOfEachAddressAndLeavesTheWrongOnesInTheForm() {
        Services.answer(CALL, 200, """
                {"results":[{"email":"eve@acme.example","result":"INVITED"},{"email":"cyd@acme.example","result":
                "ALREADY_INVITED"},{"email":"ada@acme.example","result":"ALREADY_MEMBER"},{"email":"<b>","result":"INVALID"}]}""");

        var page = Browser.signedIn("ADMIN", 600)
                .post(INVITE, Map.of("emails", "eve@acme.example\ncyd@acme.example", "role", "ADMIN"));

        page.then()
                .statusCode(200)
                .body(containsString("1 of 4 addresses invited."))
                .body(containsString("eve@acme.example <strong>invited"), containsString("was invited before"))
                .body(containsString("has an account here already"), containsString("is not an e-mail address"))
                .body(containsString(">&lt;b&gt;</textarea>"), containsString("value=\"ADMIN\" selected"));
    }

    @Test
    void takesAddressesAsPeopleWriteThem() {
        Services.answer(CALL, 200, "{\"results\":[]}");

        Browser.signedIn("ADMIN", 600)
                .post(
                        INVITE,
                        Map.of(
                                "emails",
                                " a@b.example, c@d.example;e@f.example g@h.example\r\n\r\nAda Lovelace <i@j.example>\na@b.example",
                                "role",
                                "MEMBER"));

        assertEquals(
                "[a@b.example, c@d.example, e@f.example, g@h.example, i@j.example]",
                emails(Services.last(CALL).body()));
    }

    @Test
    void moreThanOneCallTakesAreSeveralCalls() {
        Services.answer(CALL, 200, "{\"results\":[]}");
        var many =
                IntStream.range(0, 201).mapToObj(n -> "p" + n + "@acme.example").collect(Collectors.joining("\n"));

        Browser.signedIn("ADMIN", 600).post(INVITE, Map.of("emails", many, "role", "MEMBER"));

        assertEquals(2, Services.count(CALL));
        assertEquals("[p200@acme.example]", emails(Services.last(CALL).body()));
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        Browser.signedIn("ADMIN", 600)
                .post(INVITE, Map.of("emails", " ,\n"))
                .then()
                .statusCode(400)
                .body(containsString("Give at least one address."));

        assertEquals(0, Services.count(CALL));
    }

    @Test
    void aRefusalLeavesTheAddressesInTheForm() {
        Services.answer(CALL, 403, "{\"title\":\"Not now\",\"detail\":\"Ask the team.\"}");

        Browser.signedIn("ADMIN", 600)
                .post(INVITE, Map.of("emails", "eve@acme.example"))
                .then()
                .statusCode(403)
                .body(containsString("Not now. Ask the team."), containsString(">eve@acme.example</textarea>"));
    }

    @Test
    void theFormsAddressOpenedAgainLeadsToThePage() {
        Browser.signedIn("ADMIN", 600).get(INVITE).then().statusCode(303).header("Location", endsWith(People.HERE));
    }

    private static String emails(String body) {
        return JsonPath.from(body).getList("emails").toString();
    }
}
