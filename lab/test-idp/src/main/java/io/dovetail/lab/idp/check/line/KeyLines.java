package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** security.md B5 and B11: what KeyInfo offers is not fetched, and a certificate's end is not the key's. */
final class KeyLines {

    private static final String DS11 = "http://www.w3.org/2009/xmldsig11#";

    private KeyLines() {}

    static Map<String, Scenario> all() {
        return Map.of(
                "B5_RETRIEVAL_METHOD",
                stage -> byStranger(stage, Names.DS, "ds:RetrievalMethod"),
                "B5_KEY_INFO_REFERENCE",
                stage -> byStranger(stage, DS11, "dsig11:KeyInfoReference"),
                "B5_KEY_NAME",
                KeyLines::keyName,
                "B11_CERTIFICATE_PAST_ITS_END",
                KeyLines::certificatePastItsEnd);
    }

    /** KeyInfo is not signed, so the stranger may write there what he likes. */
    private static Observation byStranger(Stage stage, String namespace, String element) {
        Visit visit = stage.visit();
        AttackScene scene = stage.scene(stage.honest(visit.requestId()));
        Document document = ResponseWriter.unsigned(scene.honest());
        Element reference = Xml.append(keyInfo(document, scene.foreign()), namespace, element);
        reference.setAttribute("URI", stage.trap().toString());
        if (namespace.equals(Names.DS)) {
            reference.setAttribute("Type", "http://www.w3.org/2000/09/xmldsig#rawX509Certificate");
        }
        return stage.answer(visit, ResponseFactory.encode(document));
    }

    private static Observation keyName(Stage stage) {
        Visit visit = stage.visit();
        AttackScene scene = stage.scene(stage.honest(visit.requestId()));
        Document document = ResponseWriter.unsigned(scene.honest());
        Xml.append(keyInfo(document, scene.foreign()), Names.DS, "ds:KeyName", "https://elsewhere.example.org/key");
        return stage.answer(visit, ResponseFactory.encode(document));
    }

    private static Element keyInfo(Document document, IdpKeys stranger) {
        Element assertion = Xml.requireChild(document.getDocumentElement(), Names.SAML, "Assertion");
        Element signature = Signing.by(stranger).withCertificate(null).sign(assertion);
        return Xml.append(signature, Names.DS, "ds:KeyInfo");
    }

    private static Observation certificatePastItsEnd(Stage stage) {
        IdpKeys ended = stage.setting()
                .keys()
                .ended()
                .orElseThrow(() -> new NotApplicable("The metadata of this run lists one key alone (--one-key)."));
        Visit visit = stage.visit();
        ResponsePlan plan = stage.honest(visit.requestId());
        return stage.answer(visit, ResponseFactory.base64(plan, ended));
    }
}
