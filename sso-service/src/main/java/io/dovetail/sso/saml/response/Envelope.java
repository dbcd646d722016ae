package io.dovetail.sso.saml.response;

import java.util.Objects;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A response, by which the provider says that it signed the person in, and the one assertion that it carries, plain or
 * encrypted: its direct child and the only one in the whole document.
 */
record Envelope(Document document, Part response, Element carried) {

    static Envelope of(Document document) {
        var response = response(document);
        Status.requireSuccess(response);
        var plain = document.getElementsByTagNameNS(SAMLConstants.SAML20_NS, "Assertion");
        var encrypted = document.getElementsByTagNameNS(SAMLConstants.SAML20_NS, "EncryptedAssertion");
        var carried = (Element) (plain.getLength() > 0 ? plain.item(0) : encrypted.item(0));
        var count = plain.getLength() + encrypted.getLength();
        if (count != 1 || carried.getParentNode() != document.getDocumentElement()) {
            throw Reason.ASSERTION_COUNT.refuse("one, directly in the response", count + " in the document");
        }
        return new Envelope(document, response, carried);
    }

    boolean isEncrypted() {
        return "EncryptedAssertion".equals(carried.getLocalName());
    }

    /** What a plain envelope says. */
    Message message() {
        return new Message(response, Part.carrier(carried));
    }

    private static Part response(Document document) {
        var root = Objects.requireNonNull(document.getDocumentElement());
        if (!SAMLConstants.SAML20P_NS.equals(root.getNamespaceURI()) || !"Response".equals(root.getLocalName())) {
            throw Reason.NOT_A_RESPONSE.refuse("a Response", root.getNodeName());
        }
        SignatureForm.requireAllowedMethods(document);
        Texts.requireWhole(document);
        return Part.carrier(root);
    }
}
