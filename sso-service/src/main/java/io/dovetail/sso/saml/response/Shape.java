package io.dovetail.sso.saml.response;

import io.dovetail.sso.saml.Elements;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Looks at the whole document once, before anything else reads it: bounds, plain namespaces, IDs that stand once and
 * are written one way (security.md C7, C8, D3).
 */
final class Shape {
    private static final int MOST_ELEMENTS = 5_000;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int DEEPEST = 64;

    /** Each signature needs one; what is beyond would be digested before it is refused. */
    private static final int MOST_REFERENCES = 30;

    /** A spent assertion's ID is kept in an index. */
    private static final int LONGEST_ID = 512;

    /** Where the standard writes {@code Id}; SAML writes {@code ID}. */
    private static final Set<String> WRITE_ID_IN_MIXED_CASE =
            Set.of(SignatureConstants.XMLSIG_NS, EncryptionConstants.XMLENC_NS, EncryptionConstants.XMLENC11_NS);

    private final Set<String> ids = new HashSet<>();
    private int elements;
    private int references;

    private Shape() {}

    /** @param documents that make one message: bounds and IDs count for all of them together */
    static void check(Document... documents) {
        var shape = new Shape();
        for (var document : documents) {
            Elements.walk(document.getDocumentElement(), shape::visit);
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
        if (SignatureConstants.XMLSIG_NS.equals(element.getNamespaceURI())
                && "Reference".equals(element.getLocalName())
                && ++references > MOST_REFERENCES) {
            throw Reason.STRUCTURE_EXCESSIVE.refuse("at most " + MOST_REFERENCES + " signed references", "more");
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
        var namespace = Objects.requireNonNullElse(element.getNamespaceURI(), "");
        var expected = WRITE_ID_IN_MIXED_CASE.contains(namespace) ? "Id" : "ID";
        if (attribute.getNamespaceURI() != null || !expected.equals(attribute.getLocalName())) {
            throw Reason.IDS_AMBIGUOUS.refuse("IDs written as " + expected, attribute.getName());
        }
        if (attribute.getValue().length() > LONGEST_ID) {
            throw Reason.STRUCTURE_EXCESSIVE.refuse("at most " + LONGEST_ID + " characters of an ID", "more");
        }
        if (!ids.add(attribute.getValue())) {
            throw Reason.IDS_AMBIGUOUS.refuse("every ID once", attribute.getValue());
        }
    }
}
