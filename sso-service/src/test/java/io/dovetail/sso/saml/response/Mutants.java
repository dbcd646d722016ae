package io.dovetail.sso.saml.response;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import io.dovetail.sso.saml.OpenSaml;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Changed responses, none of which is the original: what is encrypted is changed in every other one before it is
 * encrypted, so that the rules behind the decryption get to see it.
 */
final class Mutants {
    private final Source whole;
    private final @Nullable Source plain;
    private final ResponsePlan plan;
    private final Mutator mutator;
    private int made;

    /** @param unchanged as the serialiser writes it, since the comparison is of what it writes */
    private record Source(byte[] bytes, byte[] unchanged) {
        static Source of(String base64) {
            var bytes = Base64.getDecoder().decode(base64);
            return new Source(bytes, Xml.bytes(Xml.parse(bytes)));
        }
    }

    /** @param readable what the schema and people see: the mutant before it was encrypted */
    record Mutant(String base64, byte[] readable) {
        boolean keepsToTheSchema() {
            try {
                OpenSaml.validate(OpenSaml.parse(readable));
                return true;
            } catch (XMLParserException | SAXException broken) {
                return false;
            }
        }

        String text() {
            return new String(readable, StandardCharsets.UTF_8);
        }
    }

    Mutants(ResponsePlan plan, String original, Mutator mutator) {
        this.plan = plan;
        this.mutator = mutator;
        this.whole = Source.of(original);
        this.plain = plan.encryption() == null
                ? null
                : Source.of(ResponseFactory.base64(plan.withEncryption(null), Scene.KEYS));
    }

    Mutant next() {
        made++;
        return plain != null && made % 2 == 0 ? encrypted(changed(plain)) : mutant(changed(whole));
    }

    private Document changed(Source source) {
        while (true) {
            var document = Xml.parse(source.bytes());
            mutator.change(document);
            if (!Arrays.equals(Xml.bytes(document), source.unchanged())) {
                return document;
            }
        }
    }

    private static Mutant mutant(Document document) {
        var bytes = Xml.bytes(document);
        return new Mutant(ResponseFactory.encode(bytes), bytes);
    }

    private Mutant encrypted(Document document) {
        var readable = Xml.bytes(document);
        for (var assertion : assertions(document)) {
            var encryption = plan.encryption();
            if (encryption != null) {
                encryption.encrypt(assertion, plan.audience());
            }
        }
        return new Mutant(ResponseFactory.encode(document), readable);
    }

    private static List<Element> assertions(Document document) {
        var root = document.getDocumentElement();
        return root == null
                ? List.of()
                : Xml.children(root).stream()
                        .filter(child ->
                                "Assertion".equals(child.getLocalName()) && Names.SAML.equals(child.getNamespaceURI()))
                        .toList();
    }
}
