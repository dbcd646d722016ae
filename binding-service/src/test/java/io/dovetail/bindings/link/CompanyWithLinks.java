package io.dovetail.bindings.link;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.bindings.Scene;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A company with one user, and what they can do with their link. */
abstract class CompanyWithLinks {
    private static final String COOKIE = "dovetail-browser";

    @Inject
    Scene scene;

    final UUID company = UUID.randomUUID();
    final UUID user = UUID.randomUUID();
    final UUID source = UUID.randomUUID();

    String enabledWithOneUser() {
        scene.awaitTaken(scene.userChanged(company, user, 1, "ada@example.com", "ACTIVE"));
        enable(1, 1);
        return scene.token(awaitLinks(1).get(0));
    }

    /** It was verified and links were sent, before the first Enable. */
    String sentBeforeEnable() {
        scene.awaitTaken(
                scene.userChanged(company, user, 1, "ada@example.com", "ACTIVE"),
                scene.connectionChanged(company, 1, "OFF", null, 0, source));
        asAdministrator().post("/api/bindings/" + company + "/send").then().statusCode(202);
        var token = scene.token(awaitLinks(1).get(0));
        awaitJobsDone();
        return token;
    }

    void companyBecomes(long revision, String status) {
        var data = Map.of("companyId", company, "revision", revision, "name", "Example Works", "status", status);
        scene.awaitTaken(scene.publish(
                "dovetail.users", "company-changed", company.toString(), company, Actor.operator(), data));
    }

    void enable(long revision, int switchOver) {
        scene.awaitTaken(scene.connectionChanged(company, revision, "ON_TRIAL", source, switchOver, null));
        awaitJobsDone();
    }

    void awaitJobsDone() {
        Eventually.until(
                "the jobs' end",
                () -> scene.count("select count(*) from job where company_id = ? and state <> 'DONE'", company) == 0);
    }

    List<JsonNode> awaitLinks(int count) {
        Eventually.until(count + " links", () -> scene.told(company, "link-issued") == count);
        return scene.events(company, "link-issued");
    }

    UUID linkId() {
        var links = scene.events(company, "link-issued");
        return UUID.fromString(links.get(links.size() - 1).get("linkId").asText());
    }

    static JsonNode of(List<JsonNode> links, UUID user) {
        return links.stream()
                .filter(link -> link.get("userId").asText().equals(user.toString()))
                .findFirst()
                .orElseThrow();
    }

    static ValidatableResponse show(String token) {
        return given().get("/api/binding-links/" + token).then();
    }

    static ValidatableResponse start(String token, String browser) {
        return given().cookie(COOKIE, browser)
                .post("/api/binding-links/" + token + "/start")
                .then();
    }

    static ValidatableResponse askForNew(String token) {
        return given().post("/api/binding-links/" + token + "/resend").then();
    }

    ValidatableResponse resend() {
        return asAdministrator()
                .post("/api/bindings/" + company + "/" + user + "/resend")
                .then();
    }

    io.restassured.specification.RequestSpecification asAdministrator() {
        return given().auth().oauth2(TestTokens.admin(company, UUID.randomUUID()));
    }
}
