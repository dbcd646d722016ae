package io.dovetail.sso.saml.response;

import io.dovetail.sso.saml.Elements;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * No comment may split a value: signatures do not cover it, and another reader would take the part before it
 * (security.md C13). Between elements comments say nothing and harm nobody.
 */
final class Texts {
    private Texts() {}

    static void requireWhole(Document document) {
        Elements.walk(document.getDocumentElement(), (element, depth) -> requireWhole(element));
    }

    private static void requireWhole(Element element) {
        if (SignatureConstants.XMLSIG_NS.equals(element.getNamespaceURI())) {
            return;
        }
        var isSplit = false;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.ELEMENT_NODE) {
                return;
            }
            isSplit |= node.getNodeType() == Node.COMMENT_NODE;
        }
        if (isSplit) {
            throw Reason.VALUE_UNREADABLE.refuse("a value without a comment inside", element.getNodeName());
        }
    }
}
