package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes the honest responses: written from a plan, signed as the plan says, encoded for the POST binding. */
public final class ResponseFactory {

    private ResponseFactory() {}

    /** The value of the form field {@code SAMLResponse}. */
    public static String base64(ResponsePlan plan, IdpKeys keys) {
        return encode(text(document(plan, keys), plan.form()));
    }

    /** The signed document, for whoever wants to change it afterwards. */
    public static Document document(ResponsePlan plan, IdpKeys keys) {
        Document document = ResponseWriter.unsigned(plan);
        complete(document, plan, keys);
        return document;
    }

    /** Signs the Assertion of a Response that {@link ResponseWriter} wrote, encrypts it, and signs the Response. */
    public static void complete(Document document, ResponsePlan plan, IdpKeys keys) {
        Encryption encryption = plan.encryption();
        if (encryption == null) {
            sign(document, plan, keys);
            return;
        }
        sign(document, plan.withSign(plan.sign().ofAssertion()), keys);
        for (Element assertion : Xml.children(document.getDocumentElement())) {
            if ("Assertion".equals(assertion.getLocalName())) {
                encryption.encrypt(assertion, plan.audience());
            }
        }
        sign(document, plan.withSign(plan.sign().ofResponse()), keys);
    }

    /** Signs what the plan names of a Response that {@link ResponseWriter} wrote, the Assertion first. */
    public static void sign(Document document, ResponsePlan plan, IdpKeys keys) {
        Signing signing = Signing.by(keys)
                .withDigestAlgorithm(plan.digestAlgorithm())
                .withForm(plan.form().signature());
        if (plan.signatureAlgorithm() != null) {
            signing = signing.withKey(keys.privateKey(), plan.signatureAlgorithm());
        }
        Element response = document.getDocumentElement();
        if (plan.sign().includesAssertion()) {
            for (Element assertion : Xml.children(response)) {
                if ("Assertion".equals(assertion.getLocalName())) {
                    signing.sign(assertion);
                }
            }
        }
        if (plan.sign().includesResponse()) {
            signing.sign(response);
        }
    }

    /** A document as text, with a provider's XML declaration. */
    public static String text(Document document, ResponseForm form) {
        String xml = Xml.text(document);
        return form.declaration() + xml.substring(xml.indexOf("?>") + 2);
    }

    /** A document as the POST binding carries it (SAML Bindings 3.5.4). */
    public static String encode(Document document) {
        return encode(Xml.bytes(document));
    }

    /** Text as the POST binding carries it. */
    public static String encode(String xml) {
        return encode(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as the POST binding carries them. */
    public static String encode(byte[] xml) {
        return Base64.getEncoder().encodeToString(xml);
    }
}
