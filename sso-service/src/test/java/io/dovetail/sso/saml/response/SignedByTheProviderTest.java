package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the schemas allow and the provider's own signature covers, and is refused all the same (security.md A, F15). */
class SignedByTheProviderTest {
    private static final String DELEGATION = "urn:oasis:names:tc:SAML:2.0:conditions:delegation";

    private final Scene scene = new Scene();

    /** The schema knows the type, so that it is the rule alone that stops it. */
    @Test
    void refusesAConditionThatItDoesNotUnderstand() {
        var hostile = check(document -> delegated(condition(document)));
        var honest = check(document -> Xml.append(conditions(document), Names.SAML, "saml:OneTimeUse"));

        var refusal = assertInstanceOf(Refusal.class, hostile);
        assertEquals(Reason.CONDITION_UNKNOWN, refusal.reason());
        assertEquals("Condition", refusal.received());
        assertEquals("ada", assertInstanceOf(VerifiedAssertion.class, honest).samlId());
    }

    @Test
    void takesTheConditionsThatItUnderstands() {
        var verdict = check(document -> {
            Xml.append(conditions(document), Names.SAML, "saml:OneTimeUse");
            Xml.append(conditions(document), Names.SAML, "saml:ProxyRestriction")
                    .setAttribute("Count", "0");
        });

        assertInstanceOf(VerifiedAssertion.class, verdict);
    }

    /** Whole and good, but in Extensions, where it signs nothing that is read. */
    @ParameterizedTest
    @EnumSource(
            value = SignedParts.class,
            names = {"ASSERTION", "RESPONSE", "BOTH"})
    void refusesASignatureThatStandsElsewhere(SignedParts signed) {
        var plan = scene.honest().withSign(signed);
        var other = ResponseFactory.document(plan.withFreshIds().withSign(SignedParts.RESPONSE), Scene.KEYS);
        var stray = Xml.requireChild(other.getDocumentElement(), Names.DS, "Signature");
        var hostile = ResponseWriter.unsigned(plan);
        extensions(hostile).appendChild(hostile.importNode(stray, true));
        ResponseFactory.sign(hostile, plan, Scene.KEYS);
        var honest = ResponseWriter.unsigned(plan);
        Xml.append(extensions(honest), "urn:example:extension", "x:note", "nothing of ours");
        ResponseFactory.sign(honest, plan, Scene.KEYS);

        var verdict = check(hostile);

        var refusal = assertInstanceOf(Refusal.class, verdict);
        assertEquals(Reason.SIGNATURE_MISPLACED, refusal.reason());
        assertTrue(refusal.received().endsWith("Extensions"), refusal.received());
        assertInstanceOf(VerifiedAssertion.class, check(honest));
    }

    private Verdict check(Consumer<Document> change) {
        var document = ResponseWriter.unsigned(scene.honest());
        change.accept(document);
        ResponseFactory.sign(document, scene.honest(), Scene.KEYS);
        return check(document);
    }

    private Verdict check(Document document) {
        return scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);
    }

    private static Element conditions(Document document) {
        return Xml.descendants(document, Names.SAML, "Conditions").get(0);
    }

    private static Element condition(Document document) {
        return Xml.append(conditions(document), Names.SAML, "saml:Condition");
    }

    private static void delegated(Element condition) {
        condition.setAttributeNS(Names.XMLNS, "xmlns:del", DELEGATION);
        condition.setAttributeNS(Names.XMLNS, "xmlns:xsi", Names.XSI);
        condition.setAttributeNS(Names.XSI, "xsi:type", "del:DelegationRestrictionType");
        var delegate = Xml.append(condition, DELEGATION, "del:Delegate");
        Xml.append(delegate, Names.SAML, "saml:NameID", "https://delegate.example");
    }

    /** Before the status, where the schema has it. */
    private static Element extensions(Document document) {
        var response = document.getDocumentElement();
        var extensions = Xml.append(response, Names.SAMLP, "samlp:Extensions");
        response.insertBefore(extensions, Xml.requireChild(response, Names.SAMLP, "Status"));
        return extensions;
    }
}
