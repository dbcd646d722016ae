package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What an administrator is told: the first rule that fails, and what to do about it. */
class ReasonTest {

    @Test
    void leadsAnAdministratorFromTheFirstFaultToTheLastInTheOrderOfTheList() {
        var scene = new Scene();
        var honest = scene.honest();
        var plan = honest.withSign(SignedParts.NONE)
                .withIssuer("IdP Entity ID")
                .withDestination("https://elsewhere.example")
                .withRecipient("https://elsewhere.example")
                .withNotOnOrAfter(Scene.NOW.minus(Duration.ofHours(1)))
                .withAudience("https://elsewhere.example")
                .withIssueInstant(Scene.NOW.minus(Duration.ofHours(2)))
                .withAttributes(Map.of());
        List<UnaryOperator<ResponsePlan>> repairs = List.of(
                wrong -> wrong.withSign(SignedParts.ASSERTION),
                wrong -> wrong.withIssuer(honest.issuer()),
                wrong -> wrong.withDestination(honest.destination()),
                wrong -> wrong.withRecipient(honest.recipient()),
                wrong -> wrong.withNotOnOrAfter(honest.notOnOrAfter()),
                wrong -> wrong.withAudience(honest.audience()),
                wrong -> wrong.withIssueInstant(honest.issueInstant()),
                wrong -> wrong.withAttributes(honest.attributes()));

        var met = new ArrayList<Reason>();
        for (var repair : repairs) {
            met.add(assertInstanceOf(Refusal.class, scene.with(plan).check()).reason());
            plan = repair.apply(plan);
        }
        var atLast = scene.with(plan).check();

        assertEquals(
                List.of(
                        Reason.SIGNATURE_MISSING,
                        Reason.ISSUER_WRONG,
                        Reason.DESTINATION_WRONG,
                        Reason.RECIPIENT_WRONG,
                        Reason.CONFIRMATION_EXPIRED,
                        Reason.AUDIENCE_WRONG,
                        Reason.ISSUED_LONG_AGO,
                        Reason.ATTRIBUTES_MISSING),
                met);
        assertEquals(met.stream().sorted().toList(), met);
        assertInstanceOf(VerifiedAssertion.class, atLast);
    }

    @Test
    void hasATitleAndAnAdviceOfItsOwnForEveryRule() {
        var titles = Arrays.stream(Reason.values()).map(Reason::title).distinct();

        assertEquals(Reason.values().length, titles.count());
        assertTrue(Arrays.stream(Reason.values()).map(Reason::advice).allMatch(advice -> advice.endsWith(".")));
    }

    @Test
    void namesThePlaceholderInTheAdviceForAWrongIssuer() {
        assertTrue(Reason.ISSUER_WRONG.advice().contains("\"IdP Entity ID\""));
    }
}
