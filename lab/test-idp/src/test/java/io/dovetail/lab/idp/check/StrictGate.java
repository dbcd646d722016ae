package io.dovetail.lab.idp.check;

import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.check.line.ProviderKeys;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.metadata.PlainMetadata;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * As strict as can be: apart from its signatures, an answer must be, node for node, what the honest provider would have
 * written with the same values.
 */
record StrictGate(ProviderKeys keys, Set<String> usedAssertions) implements SmallServiceProvider.Gate {

    private static final int LONGEST = 256 * 1024;
    private static final Duration SKEW = Duration.ofMinutes(3);

    StrictGate(ProviderKeys keys) {
        this(keys, ConcurrentHashMap.newKeySet());
    }

    @Override
    public String who(Request request, SmallServiceProvider provider) {
        if (!request.method().equals("POST")
                || !request.isForm()
                || request.parameters().containsKey("SAMLRequest")) {
            throw Refused.malformed("One SAMLResponse in a form that is posted, nothing else.");
        }
        String response = request.find("SAMLResponse").orElseThrow(() -> Refused.malformed("No SAMLResponse."));
        try {
            return who(read(response), request.cookies(), provider);
        } catch (RuntimeException refused) {
            throw new Refused(403, "Refused.");
        }
    }

    @Override
    public boolean imports(String metadata) {
        List<X509Certificate> current = List.of(keys.current().certificate());
        return metadata.equals(new PlainMetadata(SmallServiceProvider.IDP, current, SmallServiceProvider.SSO).write());
    }

    private static Document read(String base64) {
        if (base64.length() > LONGEST) {
            throw Refused.malformed("Too long.");
        }
        return Xml.parse(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
    }

    private String who(Document document, Map<String, String> cookies, SmallServiceProvider provider) {
        Element response = document.getDocumentElement();
        Element assertion = Xml.requireChild(response, Names.SAML, "Assertion");
        String assertionId = assertion.getAttribute("ID");
        verify(response, assertion);
        Map<String, List<String>> values = new LinkedHashMap<>();
        Xml.descendants(assertion, Names.SAML, "Attribute")
                .forEach(attribute -> values.put(attribute.getAttribute("Name"), List.of(attribute.getTextContent())));
        Instant issued = Instant.parse(response.getAttribute("IssueInstant"));
        String nameId = Xml.descendants(assertion, Names.SAML, "NameID").get(0).getTextContent();
        ResponsePlan expected = ResponsePlan.jumpCloud(
                        SmallServiceProvider.IDP,
                        SmallServiceProvider.ENTITY_ID,
                        provider.address("/acs"),
                        response.getAttribute("InResponseTo"),
                        nameId,
                        values,
                        issued)
                .withResponseId(response.getAttribute("ID"))
                .withAssertionId(assertionId);
        String samlId = values.get("saml_id").get(0);
        boolean isAsExpected = !assertionId.equals(response.getAttribute("ID"))
                && Duration.between(issued, Instant.now()).abs().compareTo(SKEW) < 0
                && !samlId.isBlank()
                && isSame(document, ResponseWriter.unsigned(expected));
        if (!isAsExpected || !provider.spend(response.getAttribute("InResponseTo"), cookies)) {
            throw Refused.malformed("Not what was expected.");
        }
        if (!usedAssertions.add(assertionId)) {
            throw Refused.malformed("Used before.");
        }
        return samlId;
    }

    /** Every signature that there is must be good, and one there must be. */
    private void verify(Element response, Element assertion) {
        List<Element> signed = List.of(response, assertion).stream()
                .filter(part -> Xml.findChild(part, Names.DS, "Signature").isPresent())
                .toList();
        long signatures = Xml.descendants(response, Names.DS, "Signature").size();
        boolean areGood = keys.certificates().stream()
                .anyMatch(certificate -> signed.stream().allMatch(part -> isGood(part, certificate)));
        if (signed.isEmpty() || signatures != signed.size() || !areGood) {
            throw Refused.malformed("Not signed as it should be.");
        }
    }

    /** One Reference to the part itself, by the two lawful transforms and SHA-256. */
    private static boolean isGood(Element part, X509Certificate certificate) {
        Element signature = Xml.requireChild(part, Names.DS, "Signature");
        List<String> algorithms = Xml.descendants(signature, "*", "*").stream()
                .filter(element -> element.hasAttribute("Algorithm"))
                .map(element -> element.getAttribute("Algorithm"))
                .toList();
        List<String> lawful =
                List.of(Names.EXCLUSIVE_C14N, Names.RSA_SHA256, Names.ENVELOPED, Names.EXCLUSIVE_C14N, Names.SHA256);
        Element reference = Xml.descendants(signature, Names.DS, "Reference").get(0);
        List<String> children =
                Xml.children(signature).stream().map(Element::getLocalName).toList();
        Element digest = Xml.descendants(signature, Names.DS, "DigestValue").get(0);
        if (!algorithms.equals(lawful)
                || !children.equals(List.of("SignedInfo", "SignatureValue", "KeyInfo"))
                || digest.getChildNodes().getLength() != 1
                || !reference.getAttribute("URI").equals("#" + part.getAttribute("ID"))) {
            return false;
        }
        try {
            DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
            context.setIdAttributeNS(part, null, "ID");
            return XMLSignatureFactory.getInstance("DOM")
                    .unmarshalXMLSignature(context)
                    .validate(context);
        } catch (Exception e) {
            return false;
        }
    }

    /** Both as parsed, since a document that was built says less of its attributes. */
    private static boolean isSame(Document received, Document expected) {
        Xml.descendants(received, Names.DS, "Signature").forEach(Xml::remove);
        Document parsed = Xml.parse(Xml.bytes(expected));
        return received.getDocumentElement().isEqualNode(parsed.getDocumentElement());
    }
}
