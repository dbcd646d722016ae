package io.dovetail.sso.saml.response;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Walks the document once, without recursion, before anything else reads it: bounds, plain namespaces, IDs that stand
 * once and are written one way (security.md C7, C8, D3).
 */
final class Shape {
    private static final int MOST_ELEMENTS = 5_000;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int DEEPEST = 64;

    private final Set<String> ids = new HashSet<>();
    private int elements;

    private Shape() {}

    static void check(Document document) {
        new Shape().walk(document.getDocumentElement());
    }

    private void walk(Element root) {
        @Nullable Node node = root;
        var depth = 1;
        while (node != null) {
            if (node instanceof Element element) {
                visit(element, depth);
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != root && node != null && node.getNextSibling() == null) {
                node = node.getParentNode();
                depth--;
            }
            node = node == root || node == null ? null : node.getNextSibling();
        }
    }

    private void visit(Element element, int depth) {
        elements++;
        var attributes = element.getAttributes();
        if (depth > DEEPEST || elements > MOST_ELEMENTS || attributes.getLength() > MOST_ATTRIBUTES) {
            throw Reason.STRUCTURE_EXCESSIVE.refuse(
                    "at most " + MOST_ELEMENTS + " elements, " + DEEPEST + " deep, " + MOST_ATTRIBUTES
                            + " attributes each",
                    "more");
        }
        for (var i = 0; i < attributes.getLength(); i++) {
            visit(element, (Attr) attributes.item(i));
        }
    }

    private void visit(Element element, Attr attribute) {
        if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
            if (!attribute.getValue().isEmpty() && attribute.getValue().indexOf(':') < 0) {
                throw Reason.SCHEMA_INVALID.refuse("absolute namespace names", attribute.getValue());
            }
            return;
        }
        if ("id".equals(attribute.getLocalName().toLowerCase(Locale.ROOT))) {
            visitId(element, attribute);
        }
    }

    private void visitId(Element element, Attr attribute) {
        var expected = SignatureConstants.XMLSIG_NS.equals(element.getNamespaceURI()) ? "Id" : "ID";
        if (attribute.getNamespaceURI() != null || !expected.equals(attribute.getLocalName())) {
            throw Reason.IDS_AMBIGUOUS.refuse("IDs written as " + expected, attribute.getName());
        }
        if (!ids.add(attribute.getValue())) {
            throw Reason.IDS_AMBIGUOUS.refuse("every ID once", attribute.getValue());
        }
    }
}
