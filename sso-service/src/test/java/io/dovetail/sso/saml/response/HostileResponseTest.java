package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.SignedParts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile response of the lab is refused by the rule that the table names; its honest twin is accepted. */
class HostileResponseTest {
    private static final String TABLE = "/attacks-and-reasons.txt";

    /** These are refused only by a connection that asks for the other signature; they have tests of their own. */
    private static final Set<Attack> DEPEND_ON_THE_CONNECTION =
            EnumSet.of(Attack.B2_ONLY_ASSERTION_SIGNED, Attack.B2_ONLY_RESPONSE_SIGNED, Attack.B10_RESPONSE_NOT_SIGNED);

    static Stream<Arguments> table() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HostileResponseTest.class.getResourceAsStream(TABLE)),
                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .map(row -> Arguments.of(Attack.valueOf(row[0]), Reason.valueOf(row[1])))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void refusesTheAttackAndAcceptsItsHonestTwin(Attack attack, Reason reason) {
        var scene = new Scene();

        var hostile = scene.check(attack);
        var honest = scene.checkTwin(attack);

        assertEquals(reason, assertInstanceOf(Refusal.class, hostile).reason());
        assertEquals("ada", assertInstanceOf(VerifiedAssertion.class, honest).samlId());
    }

    @Test
    void namesEveryAttackOfTheLabInTheTable() throws IOException {
        var named = table().map(row -> (Attack) row.get()[0]).collect(Collectors.toSet());

        var missing = EnumSet.allOf(Attack.class);
        missing.removeAll(named);

        assertEquals(DEPEND_ON_THE_CONNECTION, missing);
    }

    @Test
    void refusesAnAssertionSignatureWhereTheResponseMustBeSigned() {
        for (var required : new RequiredSignature[] {RequiredSignature.RESPONSE, RequiredSignature.BOTH}) {
            var scene = new Scene().requiring(required);

            var verdict = scene.check(Attack.B2_ONLY_ASSERTION_SIGNED);
            var twin = scene.with(scene.honest().withSign(SignedParts.BOTH)).check();

            assertEquals(Reason.SIGNATURE_NOT_THE_REQUIRED_ONE, ((Refusal) verdict).reason());
            assertInstanceOf(VerifiedAssertion.class, twin);
        }
    }

    @Test
    void refusesAResponseSignatureWhereTheAssertionMustBeSigned() {
        for (var required : new RequiredSignature[] {RequiredSignature.ASSERTION, RequiredSignature.BOTH}) {
            var scene = new Scene().requiring(required);

            var verdict = scene.check(Attack.B2_ONLY_RESPONSE_SIGNED);
            var twin = scene.with(scene.honest().withSign(SignedParts.BOTH)).check();

            assertEquals(Reason.SIGNATURE_NOT_THE_REQUIRED_ONE, ((Refusal) verdict).reason());
            assertInstanceOf(VerifiedAssertion.class, twin);
        }
    }

    /** That nothing is decrypted before it is refused is shown by {@link EncryptedResponseTest}. */
    @Test
    void refusesAnUnsignedResponseAroundAnEncryptedAssertionWhereItMustBeSigned() {
        for (var required : new RequiredSignature[] {RequiredSignature.RESPONSE, RequiredSignature.BOTH}) {
            var scene = new Scene().requiring(required);

            var verdict = scene.check(Attack.B10_RESPONSE_NOT_SIGNED);
            var twin = scene.checkTwin(Attack.B10_RESPONSE_NOT_SIGNED);

            assertEquals(Reason.SIGNATURE_NOT_THE_REQUIRED_ONE, ((Refusal) verdict).reason());
            assertInstanceOf(VerifiedAssertion.class, twin);
        }
    }

    /** No signature that is allowed verifies by it, and an administrator should hear why (security.md E3). */
    @Test
    void callsAKeyForRsassaPssAloneTooWeak() {
        var scene = new Scene();

        var verdict = scene.check(
                ResponseFactory.base64(scene.honest(), Scene.KEYS),
                scene.trusting(IdpKeys.rsaPss(2048).certificate()));
        var twin = scene.check();

        assertEquals(
                Reason.KEY_TOO_WEAK, assertInstanceOf(Refusal.class, verdict).reason());
        assertInstanceOf(VerifiedAssertion.class, twin);
    }

    @Test
    void saysNothingOfAnAssertionInARefusal() {
        var scene = new Scene();

        for (var attack : Attack.values()) {
            if (scene.check(attack) instanceof Refusal refusal) {
                assertTrue(refusal.received().length() <= 200, attack.name());
                assertTrue(
                        Arrays.stream(new String[] {"Lovelace", "SignatureValue>"})
                                .noneMatch(refusal.received()::contains),
                        attack.name());
            }
        }
    }
}
