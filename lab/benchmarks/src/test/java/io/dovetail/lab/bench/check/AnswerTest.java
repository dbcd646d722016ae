package io.dovetail.lab.bench.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dovetail.lab.bench.Floor;
import io.dovetail.sso.saml.response.SamlResponseCheck;
import io.dovetail.sso.saml.response.VerifiedAssertion;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured is work that is really done: each answer is accepted, and the floor reads the same response. */
class AnswerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @EnumSource
    void isAcceptedAndParsedByTheFloor(Answer answer) {
        var base64 = answer.base64(NOW);

        var verdict = new SamlResponseCheck().check(base64, answer.trust(), NOW);
        var parsed = new Floor(base64).run();

        assertEquals("ada", assertInstanceOf(VerifiedAssertion.class, verdict).samlId());
        assertEquals("Response", parsed.getDocumentElement().getLocalName());
    }
}
