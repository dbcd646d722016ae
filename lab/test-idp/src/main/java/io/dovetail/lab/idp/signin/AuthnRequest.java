package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.w3c.dom.Element;

/**
 * What a service provider asks (SAML Core 3.4.1).
 *
 * @param element the request itself
 * @param acsUrl where the answer is wanted, if the request says so
 */
public record AuthnRequest(Element element, String id, String issuer, Optional<String> acsUrl, boolean forceAuthn) {

    /** One mebibyte, inflated. */
    static final int MOST_BYTES = 1024 * 1024;

    /** Reads the Redirect binding's parameter: base64 of raw deflate (SAML Bindings 3.4.4.1). */
    public static AuthnRequest fromRedirect(String parameter) {
        return parse(inflate(decode(parameter)));
    }

    /** Reads the POST binding's field: base64 (SAML Bindings 3.5.4). */
    public static AuthnRequest fromPost(String field) {
        return parse(decode(field));
    }

    private static AuthnRequest parse(byte[] xml) {
        if (xml.length > MOST_BYTES) {
            throw new Refused(413, "The AuthnRequest is larger than " + MOST_BYTES + " bytes.");
        }
        Element root;
        try {
            root = Xml.parse(xml).getDocumentElement();
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("The AuthnRequest can't be read. " + e.getMessage());
        }
        if (!"AuthnRequest".equals(root.getLocalName()) || !Names.SAMLP.equals(root.getNamespaceURI())) {
            throw Refused.malformed("This is no samlp:AuthnRequest.");
        }
        String id = root.getAttribute("ID");
        String issuer = Xml.findChild(root, Names.SAML, "Issuer")
                .map(Element::getTextContent)
                .orElse("");
        if (id.isBlank() || issuer.isBlank() || !"2.0".equals(root.getAttribute("Version"))) {
            throw Refused.malformed("The AuthnRequest needs an ID, an Issuer and Version 2.0.");
        }
        Optional<String> acsUrl =
                Optional.of(root.getAttribute("AssertionConsumerServiceURL")).filter(url -> !url.isEmpty());
        String force = root.getAttribute("ForceAuthn");
        return new AuthnRequest(root, id, issuer, acsUrl, force.equals("true") || force.equals("1"));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("SAMLRequest is not base64.");
        }
    }

    /** Never more than one byte beyond the bound is inflated. */
    private static byte[] inflate(byte[] deflated) {
        Inflater raw = new Inflater(true);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated), raw)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw Refused.malformed("SAMLRequest is not deflated as the Redirect binding wants it.");
        } finally {
            raw.end();
        }
    }
}
