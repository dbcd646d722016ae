package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's word on the address: found where providers put it, and never a reason to refuse. */
class EmailAddressTest {
    private static final String EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    private static final String UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({
        EMAIL + ", ada@works.example, ada@works.example",
        UNSPECIFIED + ", ada@works.example, ada@works.example",
        UNSPECIFIED + ", ' ada@works.example ', ada@works.example",
        EMAIL + ", \"a@b\"@works.example, \"a@b\"@works.example",
        UNSPECIFIED + ", \"a@b\"@works.example, ",
        UNSPECIFIED + ", EXAMPLE\\ada, ",
        UNSPECIFIED + ", @works.example, ",
        UNSPECIFIED + ", ada@, ",
        UNSPECIFIED + ", ada lovelace@works.example, ",
        EMAIL + ", ada, "
    })
    void readsTheNameId(String format, String value, String expected) {
        var verdict = scene.with(scene.honest().withNameIdFormat(format).withNameId(value))
                .check();

        assertEquals(Optional.ofNullable(expected), emailIn(verdict));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "mail",
                "emailAddress",
                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"
            })
    void readsTheUsualAttributesWhereTheNameIdIsNone(String name) {
        var byAttribute = with(Map.of(name, List.of("ada@works.example"))).check();
        var twice = with(Map.of(name, List.of("ada@works.example", "ada@home.example")))
                .check();
        var none = with(Map.of(name + "2", List.of("ada@works.example"))).check();

        assertEquals(Optional.of("ada@works.example"), emailIn(byAttribute));
        assertEquals(Optional.empty(), emailIn(twice));
        assertEquals(Optional.empty(), emailIn(none));
    }

    @Test
    void takesNoneThatIsLongerThanAColumn() {
        var longest =
                with(Map.of("email", List.of("a".repeat(500) + "@works.ex.am"))).check();
        var longer =
                with(Map.of("email", List.of("a".repeat(501) + "@works.ex.am"))).check();

        assertEquals(512, emailIn(longest).orElseThrow().length());
        assertEquals(Optional.empty(), emailIn(longer));
    }

    @Test
    void passesOverAnElementAndNoValueAtAll() {
        var plan = with(Map.of("email", List.of("ada@works.example"))).honest();
        var document = ResponseWriter.unsigned(plan);
        var email = Xml.descendants(document, Names.SAML, "Attribute").stream()
                .filter(attribute -> attribute.getAttribute("Name").equals("email"))
                .map(attribute -> Xml.requireChild(attribute, Names.SAML, "AttributeValue"))
                .findFirst()
                .orElseThrow();
        // As a text, the schema would refuse it
        email.removeAttributeNS(Names.XSI, "type");
        Xml.append(email, "urn:example:inner", "inner:a", "b");
        ResponseFactory.sign(document, plan, Scene.KEYS);

        var inside = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);
        var empty = with(Map.of("email", List.of(), "mail", List.of(""))).check();

        assertEquals(Optional.empty(), emailIn(inside));
        assertEquals(Optional.empty(), emailIn(empty));
    }

    private Scene with(Map<String, List<String>> more) {
        var attributes = new HashMap<>(Scene.ATTRIBUTES);
        attributes.putAll(more);
        return scene.with(scene.honest().withAttributes(attributes));
    }

    /** Whatever it is, it changes nothing about who came. */
    private static Optional<String> emailIn(Verdict verdict) {
        var accepted = assertInstanceOf(VerifiedAssertion.class, verdict);
        assertEquals("ada", accepted.samlId());
        return accepted.email();
    }
}
