package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What a provider signs can be larger than any column, and is bounded before it gets there. */
class LimitsTest {
    private final Scene scene = new Scene();

    @Test
    void takesAnIdOfFiveHundredAndTwelveCharactersAndNoLongerOne() {
        var longest = "_" + "x".repeat(511);

        var accepted = checkWith("Assertion", "ID", longest);
        var refused = checkWith("Assertion", "ID", longest + "x");

        assertEquals(
                longest, assertInstanceOf(VerifiedAssertion.class, accepted).assertionId());
        assertEquals(
                Reason.STRUCTURE_EXCESSIVE,
                assertInstanceOf(Refusal.class, refused).reason());
    }

    /** A used id need not be kept for an age: by then the assertion itself is too old. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-12-31T23:59:59Z",
                "300000-01-01T00:00:00Z",
                "292278994-01-01T00:00:00Z",
                "999999999-12-31T23:59:59Z",
                "99999999999999999999-01-01T00:00:00Z"
            })
    void keepsAnIdNoLongerThanADayHoweverLateTheAssertionEnds(String end) {
        var verdict = checkWith("Conditions", "NotOnOrAfter", end);

        if (verdict instanceof VerifiedAssertion accepted) {
            assertTrue(accepted.usableUntil().isBefore(Scene.NOW.plus(Duration.ofDays(2))));
            assertFalse(accepted.usableUntil().isBefore(Scene.NOW.plus(Duration.ofHours(1))));
        } else {
            assertFalse(end.startsWith("9999-"), verdict.toString());
        }
    }

    /** No session of ours is as long, and no column holds every year that the schema allows. */
    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59Z", "300000-01-01T00:00:00Z", "292278994-01-01T00:00:00Z"})
    void takesASessionThatEndsInAnAgeForOneOfAYear(String end) {
        var verdict = checkWith("AuthnStatement", "SessionNotOnOrAfter", end);

        assertEquals(
                Optional.of(Scene.NOW.plus(Duration.ofDays(365))),
                assertInstanceOf(VerifiedAssertion.class, verdict).sessionNotOnOrAfter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-12-31T23:59:59Z",
                "300000-01-01T00:00:00Z",
                "999999999-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z",
                "-4000-01-01T00:00:00Z",
                "-292275054-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "99999999999999999999-01-01T00:00:00Z"
            })
    void measuresNoClockThatNobodyCouldStore(String issued) {
        var verdict = checkWith("Assertion", "IssueInstant", issued);

        var measured = assertInstanceOf(Refusal.class, verdict).clockDifference();
        assertTrue(measured.map(Duration::abs).orElse(Duration.ZERO).compareTo(Duration.ofDays(36_500)) <= 0);
    }

    @Test
    void measuresTheClockOfARefusedAnswerToo() {
        var verdict = scene.with(scene.honest().withAudience("https://elsewhere.example"))
                .check(Scene.NOW.minus(Duration.ofSeconds(20)));

        assertEquals(
                Optional.of(Duration.ofSeconds(20)),
                assertInstanceOf(Refusal.class, verdict).clockDifference());
    }

    @Test
    void cutsAReceivedValueBetweenCharactersAndNeverWithinOne() {
        for (var padding = 0; padding < 4; padding++) {
            var issuer = "x".repeat(padding) + "😀".repeat(300);

            var verdict = scene.with(scene.honest().withIssuer(issuer)).check();

            var received = assertInstanceOf(Refusal.class, verdict).received();
            assertTrue(received.length() <= 200 && received.length() >= 198);
            assertTrue(received.endsWith("😀…"), received);
        }
    }

    private Verdict checkWith(String element, String attribute, String value) {
        var document = ResponseWriter.unsigned(scene.honest());
        var target = (Element) Xml.descendants(document, Names.SAML, element).get(0);
        target.setAttribute(attribute, value);
        ResponseFactory.sign(document, scene.honest(), Scene.KEYS);
        return scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);
    }
}
