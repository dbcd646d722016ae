package io.dovetail.sso.saml.response;

import io.dovetail.sso.saml.OpenSaml;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;
import org.w3c.dom.Document;

/**
 * The response, by which the provider says that it signed the person in, and its one assertion, which is its direct
 * child and the only one in the whole document.
 */
record Message(Response response, Assertion assertion) {

    static Message of(Document document) {
        var response = response(document);
        Status.requireSuccess(response);
        var assertions = document.getElementsByTagNameNS(SAMLConstants.SAML20_NS, "Assertion");
        var encrypted = document.getElementsByTagNameNS(SAMLConstants.SAML20_NS, "EncryptedAssertion");
        if (encrypted.getLength() > 0 && assertions.getLength() == 0) {
            throw Reason.ENCRYPTION_NOT_SUPPORTED.refuse("a plain assertion", "an encrypted one");
        }
        var isOnlyChild = assertions.getLength() == 1
                && encrypted.getLength() == 0
                && response.getAssertions().size() == 1
                && assertions.item(0) == response.getAssertions().get(0).getDOM();
        if (!isOnlyChild) {
            throw Reason.ASSERTION_COUNT.refuse(
                    "one, directly in the response",
                    (assertions.getLength() + encrypted.getLength()) + " in the document");
        }
        return new Message(response, response.getAssertions().get(0));
    }

    private static Response response(Document document) {
        var root = document.getDocumentElement();
        if (!SAMLConstants.SAML20P_NS.equals(root.getNamespaceURI()) || !"Response".equals(root.getLocalName())) {
            throw Reason.NOT_A_RESPONSE.refuse("a Response", root.getNodeName());
        }
        SignatureForm.requireAllowedMethods(document);
        try {
            return (Response) OpenSaml.read(root);
        } catch (UnmarshallingException unreadable) {
            throw Reason.VALUE_UNREADABLE.refuse(
                    "plain values: no comment inside a text, no number out of bounds", "one that could not be read");
        }
    }
}
