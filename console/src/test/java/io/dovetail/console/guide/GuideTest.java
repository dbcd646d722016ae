package io.dovetail.console.guide;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides as pages. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class GuideTest {

    @Test
    void showsAProvidersGuide() {
        given().get("/guides/jumpcloud")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<h1>JumpCloud</h1>"), containsString("<code>saml_id</code>"));
    }

    @Test
    void tablesAreTablesAndLinksLeadToGuidesAlone() {
        given().get("/guides/README")
                .then()
                .statusCode(200)
                .body(containsString("<table>"), containsString("href=\"/guides/jumpcloud\""))
                .body(not(containsString("decisions/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "..%2Fapplication", "jumpcloud.md"})
    void whatIsNoGuideIsAPage(String name) {
        given().urlEncodingEnabled(false)
                .get("/guides/" + name)
                .then()
                .statusCode(404)
                .body(containsString("Nothing is here"));
    }
}
