package io.dovetail.users.directory;

import static io.dovetail.users.Scene.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.Scene;
import io.dovetail.users.user.AddUser;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Administrators see the users of their company. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DirectoryTest {
    @Inject
    Scene scene;

    @Inject
    AddUser addUser;

    private Scene.Registered registered;
    private String token;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
        token = TestTokens.admin(registered.company(), registered.admin());
    }

    @Test
    void filtersByStatusRoleAndText() {
        add("bob", "Bob", "Builder_100%");

        list("").then().body("items", hasSize(2)).body("next", nullValue());
        list("?filter=ACTIVE").then().body("items.firstName", contains("Ada"));
        list("?filter=ADMIN").then().body("items.firstName", contains("Ada"));
        list("?filter=PENDING").then().body("items.firstName", contains("Bob"));
        list("?filter=DEACTIVATED").then().body("items", empty());
        list("?q=LOVE").then().body("items.firstName", contains("Ada"));
        list("?q=bob@").then().body("items.firstName", contains("Bob"));
        list("?q=r_100%25").then().body("items.firstName", contains("Bob"));
        list("?q=_ob").then().body("items", empty());
        list("?q=%25").then().body("items.firstName", contains("Bob"));
    }

    @Test
    void pagesThroughAllUsersOnce() {
        for (var i = 0; i < 60; i++) {
            add("user" + i, "User", "Number " + i);
        }

        var found = new ArrayList<String>();
        var first = list("");
        found.addAll(first.<List<String>>path("items.email"));
        var second = list("?cursor=" + first.path("next"));
        found.addAll(second.<List<String>>path("items.email"));

        assertEquals(50, first.<List<String>>path("items").size());
        second.then().body("next", nullValue());
        assertEquals(61, found.stream().distinct().count());
        assertEquals(found.stream().sorted().toList(), found);
    }

    @Test
    void showsWhoIsBoundToAnIdentityOfThePresentSource() {
        var source = UUID.randomUUID();
        show(registered.admin().toString()).then().statusCode(200).body("binding", is("NOT_BOUND"));

        scene.binding(registered.company(), registered.admin(), source, "ada");

        show(registered.admin().toString())
                .then()
                .body("binding", is("BOUND"))
                .body("samlId", is("ada"))
                .body("email", is(registered.email()));
        scene.connection(registered.company(), 2, "ON", UUID.randomUUID());
        show(registered.admin().toString()).then().body("binding", is("NOT_BOUND"));
    }

    @Test
    void saysWhatCanBeDoneAboutEach() {
        add("bob", "Bob", "Builder");

        list("?filter=ADMIN")
                .then()
                .body("items[0].hasPassword", is(true))
                .body("items[0].acts", contains("CHANGE_ADDRESS"));
        list("?filter=PENDING")
                .then()
                .body("items[0].hasPassword", is(false))
                .body(
                        "items[0].acts",
                        contains(
                                "RESEND_PASSWORD_LINK",
                                "MAKE_ADMINISTRATOR",
                                "CHANGE_ADDRESS",
                                "DEACTIVATE",
                                "REMOVE"));
        as(token)
                .body(Map.of("emails", List.of("eve@" + registered.domain()), "role", "ADMIN"))
                .post("/api/users/" + registered.company() + "/invitations");
        list("?q=eve@")
                .then()
                .body(
                        "items[0].acts",
                        contains("RESEND_INVITATION", "MAKE_MEMBER", "CHANGE_ADDRESS", "DEACTIVATE", "REMOVE"));
    }

    @Test
    void showsNothingOfAnotherCompany() {
        var other = scene.registered();

        show(other.admin().toString()).then().statusCode(404);
        show(UUID.randomUUID().toString()).then().statusCode(404);
        show("not-an-id").then().statusCode(404);
        as(token).get("/api/users/" + other.company()).then().statusCode(404);
        list("?cursor=" + other.admin()).then().statusCode(400);
    }

    @Test
    void isTheAdministratorsAlone() {
        var member = TestTokens.member(registered.company(), UUID.randomUUID());

        as(member).get("/api/users/" + registered.company()).then().statusCode(403);
        given().get("/api/users/" + registered.company()).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"filter, SOME", "cursor, nonsense", "cursor, 5f3c3d0e-8f0b-4a52-9d0e-0c2a7f1b5d11", "q, a%00b"})
    void refusesParametersThatDoNotFit(String parameter, String value) {
        var answer = given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token)
                .get("/api/users/" + registered.company() + "?" + parameter + "=" + value);

        answer.then().statusCode(400).contentType("application/problem+json").body("errors[0].field", is(parameter));
    }

    @Test
    void refusesATextWithoutEnd() {
        list("?q=" + "x".repeat(101)).then().statusCode(400).body("errors[0].field", is("q"));
    }

    private void add(String name, String firstName, String lastName) {
        addUser.handle(new AddUser.Command(
                UUID.randomUUID(),
                registered.company(),
                EmailAddress.of(name + "@" + registered.domain()),
                firstName,
                lastName,
                Role.MEMBER,
                Actor.system(),
                null));
    }

    private Response list(String query) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token)
                .get("/api/users/" + registered.company() + query);
    }

    private Response show(String user) {
        return as(token).get("/api/users/" + registered.company() + "/" + user);
    }
}
