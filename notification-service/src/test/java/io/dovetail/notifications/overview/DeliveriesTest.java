package io.dovetail.notifications.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators see of their company's mails. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class DeliveriesTest {

    @Inject
    Scene scene;

    @BeforeEach
    void openThePostbox() {
        Postbox.shared();
    }

    @Test
    void listsEachMailAndItsFateTheNewestFirst() {
        var company = UUID.randomUUID();
        var sent = scene.link(company, "FIRST_ADMINISTRATOR");
        TestEvents.publish(sent.event());
        scene.await(sent, "SENT");
        var failed = scene.link(company, "RESET");
        Postbox.shared().answer(failed.email(), "550 5.1.1 no such mailbox");
        TestEvents.publish(failed.event());
        scene.await(failed, "FAILED");

        var answer = get(company, "");

        answer.then()
                .statusCode(200)
                .body("items.to", is(List.of(failed.email(), sent.email())))
                .body("items.kind", is(List.of("RESET_PASSWORD", "CREATE_PASSWORD")))
                .body("items.state", is(List.of("FAILED", "SENT")))
                .body("items.tries", everyItem(greaterThanOrEqualTo(1)))
                .body("items[0].lastAnswer", is("550 5.1.1 no such mailbox"))
                .body("items[0].settledAt", notNullValue())
                .body("items[1].lastAnswer", nullValue())
                .body("next", nullValue());
        assertFalse(answer.asString().contains(sent.token()));
        get(company, "?state=FAILED").then().statusCode(200).body("items.to", is(List.of(failed.email())));
    }

    @Test
    void pagesThroughEveryMailExactlyOnce() {
        var company = UUID.randomUUID();
        scene.execute(
                "insert into delivery (id, cause_event_id, company_id, company_name, user_id, kind, occasion,"
                        + " recipient, first_name, ends_at, state, tries, queued_at, next_try_at, settled_at)"
                        + " select gen_random_uuid(), gen_random_uuid(), ?, 'Example Works', gen_random_uuid(),"
                        + " 'RESET_PASSWORD', 'PASSWORD_RESET', 'ada@example.com', 'Ada', now(),"
                        + " 'SENT', 1, now() - (n / 3) * interval '1 minute', now(), now()"
                        + " from generate_series(1, 120) n",
                company);

        var pages = new ArrayList<List<String>>();
        @Nullable String cursor = null;
        do {
            var page = get(company, cursor == null ? "" : "?cursor=" + cursor);
            pages.add(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertEquals(List.of(50, 50, 20), pages.stream().map(List::size).toList());
        assertEquals(120, pages.stream().flatMap(List::stream).distinct().count());
    }

    @Test
    void showsNothingOfAnotherCompany() {
        var link = scene.issued();
        var row = scene.await(link, "SENT");
        var token = TestTokens.admin(UUID.randomUUID(), UUID.randomUUID());

        given().auth()
                .oauth2(token)
                .get("/api/deliveries/" + link.companyId())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("/problems/not-found"));
        get(UUID.randomUUID(), "?cursor=" + row.id()).then().statusCode(400).body("errors[0].field", is("cursor"));
    }

    @Test
    void refusesAnyoneButAnAdministrator() {
        var company = UUID.randomUUID();
        var member = TestTokens.member(company, UUID.randomUUID());

        given().get("/api/deliveries/" + company).then().statusCode(401).contentType("application/problem+json");
        given().auth().oauth2(member).get("/api/deliveries/" + company).then().statusCode(403);
    }

    @Test
    void answersAWrongCursorWithAProblem() {
        get(UUID.randomUUID(), "?cursor=first")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-input"));
    }

    @Test
    void answersAStateThatNoMailCanHaveWithAProblem() {
        get(UUID.randomUUID(), "?state=LOST")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-input"))
                .body("errors[0].field", is("state"));
    }

    private static Response get(UUID company, String rest) {
        return given().auth()
                .oauth2(TestTokens.admin(company, UUID.randomUUID()))
                .get("/api/deliveries/" + company + rest);
    }
}
