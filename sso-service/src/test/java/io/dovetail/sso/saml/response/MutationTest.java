package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Attr;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Thousands of damaged responses that nobody thought of: each is answered, and none makes anybody else of Ada. */
class MutationTest {
    private static final int ROUNDS = 2_000;

    @ParameterizedTest
    @EnumSource(
            value = SignedParts.class,
            names = {"ASSERTION", "RESPONSE", "BOTH"})
    void nobodyElseComesOutOfADamagedResponse(SignedParts signed) {
        var scene = new Scene();
        var honest = scene.honest().withSign(signed);
        var bytes = Base64.getDecoder().decode(ResponseFactory.base64(honest, Scene.KEYS));
        var random = new Random(20260301L + signed.ordinal());
        var refused = 0;
        var accepted = 0;

        for (var round = 0; round < ROUNDS; round++) {
            var document = Xml.parse(bytes);
            damage(document, random);
            var verdict = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);
            if (verdict instanceof VerifiedAssertion assertion) {
                accepted++;
                assertIsAda(assertion, honest);
            } else {
                refused++;
            }
        }

        assertTrue(refused > ROUNDS / 2, refused + " refused");
        // What no signature covers may be damaged: a check that refused everything would prove nothing here
        assertTrue(signed != SignedParts.ASSERTION || accepted > 0, accepted + " accepted");
        assertIsAda(scene.check(ResponseFactory.encode(Xml.parse(bytes)), Scene.KEYS, Scene.NOW), honest);
    }

    private static void assertIsAda(Verdict verdict, ResponsePlan honest) {
        var accepted = assertInstanceOf(VerifiedAssertion.class, verdict);
        assertEquals("ada", accepted.samlId());
        assertEquals("Ada", accepted.firstName());
        assertEquals("Lovelace", accepted.lastName());
        assertEquals(honest.assertionId(), accepted.assertionId());
        assertEquals("_request", accepted.inResponseTo().orElse("none"));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignedParts.class,
            names = {"ASSERTION", "RESPONSE", "BOTH"})
    void everySequenceOfBytesIsAnswered(SignedParts signed) {
        var scene = new Scene();
        var honest = scene.honest().withSign(signed);
        var bytes = Base64.getDecoder().decode(ResponseFactory.base64(honest, Scene.KEYS));
        var random = new Random(20260302L + signed.ordinal());
        var refused = 0;

        for (var round = 0; round < ROUNDS; round++) {
            var damaged = bytes.clone();
            for (var hit = random.nextInt(3); hit >= 0; hit--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            var verdict = scene.check(ResponseFactory.encode(damaged), Scene.KEYS, Scene.NOW);
            if (verdict instanceof Refusal) {
                refused++;
            } else {
                assertIsAda(verdict, honest);
            }
        }

        assertTrue(refused > ROUNDS / 2, refused + " refused");
        assertIsAda(scene.check(ResponseFactory.encode(bytes), Scene.KEYS, Scene.NOW), honest);
    }

    private static void damage(Document document, Random random) {
        for (var blow = random.nextInt(3); blow >= 0; blow--) {
            var elements = Xml.descendants(document, "*", "*");
            if (elements.isEmpty()) {
                return;
            }
            var one = pick(elements, random);
            var other = pick(elements, random);
            try {
                switch (random.nextInt(6)) {
                    case 0 -> one.getParentNode().removeChild(one);
                    case 1 -> other.insertBefore(forged(one), pickChild(other, random));
                    case 2 -> other.insertBefore(one, pickChild(other, random));
                    case 3 -> one.setTextContent(AttackScene.FORGED);
                    case 4 -> changeAttribute(one, other, random);
                    default -> one.getParentNode().replaceChild(forged(other), one);
                }
            } catch (DOMException cycle) {
                one.setAttribute("forged", "true");
            }
        }
    }

    private static Element forged(Element element) {
        var copy = (Element) element.cloneNode(true);
        for (var inner : Xml.descendants(copy, "*", "AttributeValue")) {
            inner.setTextContent(AttackScene.FORGED);
        }
        return copy;
    }

    private static void changeAttribute(Element one, Element other, Random random) {
        var attributes = one.getAttributes();
        if (attributes.getLength() > 0) {
            var attribute = (Attr) attributes.item(random.nextInt(attributes.getLength()));
            attribute.setValue(random.nextBoolean() ? other.getAttribute("ID") : attribute.getValue() + "x");
        }
    }

    private static Element pick(List<Element> elements, Random random) {
        return elements.get(random.nextInt(elements.size()));
    }

    private static @Nullable Node pickChild(Element parent, Random random) {
        var children = parent.getChildNodes();
        return children.getLength() == 0 ? null : children.item(random.nextInt(children.getLength()));
    }
}
