package io.dovetail.lab.idp.answer;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** security.md B5 and B11: what KeyInfo offers is not fetched, and a certificate's end is not the key's. */
final class KeyAnswers {
    private static final String DS11 = "http://www.w3.org/2009/xmldsig11#";

    private KeyAnswers() {}

    static Map<String, AnswerRecipe> all() {
        return Map.of(
                "B5_RETRIEVAL_METHOD",
                occasion -> byStranger(occasion, Names.DS, "ds:RetrievalMethod"),
                "B5_KEY_INFO_REFERENCE",
                occasion -> byStranger(occasion, DS11, "dsig11:KeyInfoReference"),
                "B5_KEY_NAME",
                KeyAnswers::keyName,
                "B11_CERTIFICATE_PAST_ITS_END",
                KeyAnswers::certificatePastItsEnd);
    }

    /** KeyInfo is not signed, so the stranger may write there what he likes. */
    private static Sent byStranger(Occasion occasion, String namespace, String element) {
        Document document = ResponseWriter.unsigned(occasion.honest());
        Element reference = Xml.append(keyInfo(document, occasion.scene().foreign()), namespace, element);
        reference.setAttribute("URI", occasion.scene().trap().toString());
        if (namespace.equals(Names.DS)) {
            reference.setAttribute("Type", "http://www.w3.org/2000/09/xmldsig#rawX509Certificate");
        }
        return occasion.send(document);
    }

    private static Sent keyName(Occasion occasion) {
        Document document = ResponseWriter.unsigned(occasion.honest());
        Element keyInfo = keyInfo(document, occasion.scene().foreign());
        Xml.append(keyInfo, Names.DS, "ds:KeyName", "https://elsewhere.example.org/key");
        return occasion.send(document);
    }

    private static Element keyInfo(Document document, IdpKeys stranger) {
        Element assertion = Xml.requireChild(document.getDocumentElement(), Names.SAML, "Assertion");
        Element signature = Signing.by(stranger).withCertificate(null).sign(assertion);
        return Xml.append(signature, Names.DS, "ds:KeyInfo");
    }

    private static Sent certificatePastItsEnd(Occasion occasion) {
        IdpKeys ended = occasion.ended()
                .orElseThrow(() -> new NotApplicable("The metadata of this run lists one key alone (--one-key)."));
        return occasion.send(ResponseFactory.base64(occasion.honest(), ended));
    }
}
