package io.dovetail.sso.signin;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** People who start at the provider's tile, again and again, and want to get somewhere. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class TileTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    @Test
    void startsASignInOfItsOwnAgainOnceTheOneBeforeCameIn() {
        var place = Workplace.enabled("RESTART");
        var restart = Workplace.path(place.answer(place.plan(null), ""));
        place.complete(BROWSER, place.open(BROWSER, restart)).then().statusCode(303);

        var again = place.open(BROWSER, restart);
        var unfinished = place.open(BROWSER, restart);

        again.then().statusCode(303).header("Location", startsWith("https://idp.example.org/"));
        unfinished.then().statusCode(403);
        assertEquals("PROVIDER_IGNORES_REQUESTS", place.newestReason());
    }

    /** Nothing remembers a browser without cookies: the provider's echo shows that it goes round in a circle. */
    @Test
    void restartsNoAnswerThatAnswersARestartAndNamesNoRequest() {
        var place = Workplace.enabled("RESTART");
        var restart = Workplace.path(place.answer(place.plan(null), ""));
        var requestId = Workplace.requestId(place.open(BROWSER, restart));

        place.answer(place.plan(null), requestId).then().statusCode(403);

        assertEquals("PROVIDER_IGNORES_REQUESTS", place.newestReason());
        place.answer(place.plan(requestId), requestId).then().statusCode(303);
    }

    @Test
    void leadsWhereTheTileSaysWhenItIsAccepted() {
        var place = Workplace.enabled("ACCEPT");

        var there = place.open(BROWSER, Workplace.path(place.answer(place.plan(null), "/reports")));
        var away = place.open(BROWSER, Workplace.path(place.answer(place.plan(null), "https://evil.example/")));

        there.then().statusCode(303).header("Location", endsWith("&returnTo=%2Freports"));
        away.then().statusCode(303).header("Location", not(containsString("returnTo")));
    }
}
