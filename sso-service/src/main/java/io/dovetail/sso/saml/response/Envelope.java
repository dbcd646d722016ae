package io.dovetail.sso.saml.response;

import io.dovetail.sso.saml.OpenSaml;
import java.util.Objects;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.Response;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A response, by which the provider says that it signed the person in, and the one assertion that it carries, plain or
 * encrypted: its direct child and the only one in the whole document.
 */
record Envelope(Document document, Response response, Element carried) {

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
        return new Message(response, response.getAssertions().get(0));
    }

    private static Response response(Document document) {
        var root = Objects.requireNonNull(document.getDocumentElement());
        if (!SAMLConstants.SAML20P_NS.equals(root.getNamespaceURI()) || !"Response".equals(root.getLocalName())) {
            throw Reason.NOT_A_RESPONSE.refuse("a Response", root.getNodeName());
        }
        SignatureForm.requireAllowedMethods(document);
        try {
            return (Response) OpenSaml.read(root);
        } catch (UnmarshallingException unreadable) {
            throw Reason.VALUE_UNREADABLE.refuse(Message.READABLE, Message.UNREADABLE);
        }
    }
}
