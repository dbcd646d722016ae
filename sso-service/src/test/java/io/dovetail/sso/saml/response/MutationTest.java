package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.Encryption;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of changed responses that nobody thought of: each is answered, and none says anything but what the honest
 * one says. The profile {@code mutation} makes 200,000.
 */
class MutationTest {
    private static final int MUTANTS = Integer.getInteger("mutants", 2_000);
    private static final int ROUNDS = 2_000;

    static Stream<Arguments> kinds() {
        var honest = new Scene().honest();
        var encrypted = honest.withEncryption(Encryption.to(Scene.SP_KEYS.certificate()));
        return Stream.of(
                kind("assertion signed", honest.withSign(SignedParts.ASSERTION)),
                kind("response signed", honest.withSign(SignedParts.RESPONSE)),
                kind("both signed", honest.withSign(SignedParts.BOTH)),
                kind("encrypted", encrypted.withSign(SignedParts.ASSERTION)));
    }

    private static Arguments kind(String name, ResponsePlan plan) {
        return Arguments.of(Named.of(name, plan));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aChangedResponseIsRefusedOrSaysWhatTheHonestOneSays(ResponsePlan plan) {
        var scene = new Scene().with(plan);
        var original = ResponseFactory.base64(plan, Scene.KEYS);
        var honest = assertInstanceOf(
                VerifiedAssertion.class, scene.check(original, scene.trusting(Scene.KEYS.certificate())));
        var mutants =
                new Mutants(plan, original, new Mutator(20260301L + plan.sign().ordinal()));
        var accepted = 0;
        var lawful = 0;

        for (var round = 0; round < MUTANTS; round++) {
            var mutant = mutants.next();
            lawful += mutant.keepsToTheSchema() ? 1 : 0;
            if (scene.check(mutant.base64(), Scene.KEYS, Scene.NOW) instanceof VerifiedAssertion assertion) {
                accepted++;
                assertEquals(honest, assertion, mutant::text);
            }
        }

        System.out.printf(
                "%d mutants, none of them the original, %d keep to the schema (%d %%), %d accepted%n",
                MUTANTS, lawful, 100 * lawful / MUTANTS, accepted);
        assertTrue(lawful * 100 >= MUTANTS * 30, lawful + " keep to the schema");
        // A check that refused everything would prove nothing here
        assertTrue(accepted > 0, accepted + " accepted");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everySequenceOfBytesIsAnswered(ResponsePlan plan) {
        var scene = new Scene().with(plan);
        var original = ResponseFactory.base64(plan, Scene.KEYS);
        var honest = scene.check(original, Scene.KEYS, Scene.NOW);
        var bytes = Base64.getDecoder().decode(original);
        var mutator = new Mutator(20260302L + plan.sign().ordinal());
        var refused = 0;

        for (var round = 0; round < ROUNDS; round++) {
            var verdict = scene.check(ResponseFactory.encode(changed(mutator, bytes)), Scene.KEYS, Scene.NOW);
            if (verdict instanceof Refusal) {
                refused++;
            } else {
                assertEquals(honest, verdict);
            }
        }

        assertTrue(refused > ROUNDS / 2, refused + " refused");
    }

    private static byte[] changed(Mutator mutator, byte[] bytes) {
        var changed = mutator.change(bytes);
        while (Arrays.equals(changed, bytes)) {
            changed = mutator.change(bytes);
        }
        return changed;
    }
}
