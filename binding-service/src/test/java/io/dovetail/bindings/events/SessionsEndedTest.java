package io.dovetail.bindings.events;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tokens of sessions that ended elsewhere are refused here. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SessionsEndedTest {
    private final UUID company = UUID.randomUUID();
    private final UUID ada = UUID.randomUUID();
    private final String token = TestTokens.admin(company, ada);

    @Test
    void refusesTheTokensOfAPersonWhoseSessionsEnded() {
        var colleague = TestTokens.admin(company, UUID.randomUUID());
        var before = call(token).statusCode();

        var end = Instant.now().plusSeconds(2).toString();
        TestEvents.publish(Event.of(
                "dovetail.users",
                "sessions-ended",
                ada.toString(),
                company,
                Actor.user(ada),
                Instant.now(),
                Map.of("companyId", company, "userId", ada, "before", end)));
        Eventually.until("the refusal", () -> call(token).statusCode() == 401);

        call(token).then().contentType("application/problem+json").body("type", is("/problems/not-authenticated"));
        call(colleague).then().statusCode(before);
    }

    private Response call(String accessToken) {
        return given().auth().oauth2(accessToken).get("/api/bindings/" + company);
    }
}
