package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.Encryption;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Xml;
import io.dovetail.sso.saml.OpenSaml;
import java.util.Base64;
import java.util.stream.Stream;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

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
        var bytes = Base64.getDecoder().decode(original);
        var mutator = new Mutator(20260301L + plan.sign().ordinal());
        var accepted = 0;
        var lawful = 0;

        for (var round = 0; round < MUTANTS; round++) {
            var document = Xml.parse(bytes);
            mutator.change(document);
            var mutant = ResponseFactory.encode(document);
            lawful += keepsToTheSchema(mutant) ? 1 : 0;
            if (scene.check(mutant, Scene.KEYS, Scene.NOW) instanceof VerifiedAssertion assertion) {
                accepted++;
                assertEquals(
                        honest, assertion, () -> new String(Base64.getDecoder().decode(mutant)));
            }
        }

        System.out.printf(
                "%d mutants, %d keep to the schema (%d %%), %d accepted%n",
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
            var verdict = scene.check(ResponseFactory.encode(mutator.change(bytes)), Scene.KEYS, Scene.NOW);
            if (verdict instanceof Refusal) {
                refused++;
            } else {
                assertEquals(honest, verdict);
            }
        }

        assertTrue(refused > ROUNDS / 2, refused + " refused");
    }

    private static boolean keepsToTheSchema(String base64) {
        try {
            Document document = OpenSaml.parse(Base64.getDecoder().decode(base64));
            OpenSaml.validate(document);
            return true;
        } catch (XMLParserException | SAXException broken) {
            return false;
        }
    }
}
