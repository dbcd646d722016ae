package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.security.PublicKey;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the JDK's XML Signature says of a message, with every precaution switched off. */
final class JdkValidator {

    private final PublicKey key;

    JdkValidator(IdpKeys keys) {
        this.key = keys.certificate().getPublicKey();
    }

    /** Whether any Signature of the document passes core validation when {@code original} is what its ID names. */
    boolean acceptsAnySignature(Document document, Element original) {
        return Xml.descendants(document, Names.DS, "Signature").stream()
                .anyMatch(signature -> accepts(signature, original));
    }

    /** Whether a Signature passes core validation when {@code original} is what its ID names. */
    boolean accepts(Element signature, Element original) {
        try {
            DOMValidateContext context = context(signature, original);
            return XMLSignatureFactory.getInstance("DOM")
                    .unmarshalXMLSignature(context)
                    .validate(context);
        } catch (Exception e) {
            return false;
        }
    }

    /** Whether the signature value of some Signature fits its SignedInfo, whatever became of what it refers to. */
    boolean acceptsAnySignedInfo(Document document) {
        return Xml.descendants(document, Names.DS, "Signature").stream().anyMatch(this::acceptsSignedInfo);
    }

    private boolean acceptsSignedInfo(Element signature) {
        try {
            DOMValidateContext context = context(signature, signature);
            XMLSignature unmarshalled = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            return unmarshalled.getSignatureValue().validate(context);
        } catch (Exception e) {
            return false;
        }
    }

    private DOMValidateContext context(Element signature, Element original) {
        DOMValidateContext context = new DOMValidateContext(key, signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        if (original.hasAttribute("ID")) {
            context.setIdAttributeNS(original, null, "ID");
        }
        return context;
    }
}
