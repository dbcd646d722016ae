package io.dovetail.sso.saml.response;

import org.opensaml.saml.common.xml.SAMLConstants;
import org.w3c.dom.Document;

/** From decrypted content to its one assertion, held to all that a plain one is held to. */
final class DecryptedAssertion {
    private DecryptedAssertion() {}

    /** @param around the document that carried it: no ID may stand in both */
    static Part read(Document decrypted, Document around) {
        Encoded.requireVersion10(decrypted);
        Shape.check(around, decrypted);
        Encoded.validate(decrypted);
        var root = decrypted.getDocumentElement();
        var isAssertion =
                SAMLConstants.SAML20_NS.equals(root.getNamespaceURI()) && "Assertion".equals(root.getLocalName());
        var count = decrypted
                        .getElementsByTagNameNS(SAMLConstants.SAML20_NS, "Assertion")
                        .getLength()
                + decrypted
                        .getElementsByTagNameNS(SAMLConstants.SAML20_NS, "EncryptedAssertion")
                        .getLength();
        if (!isAssertion || count != 1) {
            throw Reason.ASSERTION_COUNT.refuse("one, and nothing else encrypted", root.getNodeName());
        }
        SignatureForm.requireAllowedMethods(decrypted);
        Texts.requireWhole(decrypted);
        return Part.carrier(root);
    }
}
