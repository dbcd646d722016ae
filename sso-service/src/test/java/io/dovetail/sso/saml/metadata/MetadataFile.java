package io.dovetail.sso.saml.metadata;

import io.dovetail.lab.idp.IdpKeys;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A provider's metadata as text, put together from parts that a test chooses. */
final class MetadataFile {
    static final EntityChoice ONLY = new EntityChoice.Only();
    static final IdpKeys KEYS = IdpKeys.rsa2048();
    static final IdpKeys NEXT = IdpKeys.rsa2048();
    static final String ENTITY_ID = "https://idp.example/metadata";
    static final String POST = service("HTTP-POST", "https://idp.example/sso/post");
    static final String REDIRECT = service("HTTP-Redirect", "https://idp.example/sso/redirect");
    private static final String SAML2 = "urn:oasis:names:tc:SAML:2.0:protocol";

    private MetadataFile() {}

    /** JumpCloud's: the POST binding alone, one certificate, the placeholder as entity ID. */
    static String jumpCloud() {
        return entity("entityID=\"IdP Entity ID\"", role("", key("use=\"signing\"", KEYS) + POST));
    }

    /** Google's, which says until when it is valid, and signs no requests. */
    static String google(String validUntil) {
        return entity(
                "entityID=\"" + ENTITY_ID + "\" validUntil=\"" + validUntil + "\"",
                role(" WantAuthnRequestsSigned=\"false\"", key("use=\"signing\"", KEYS) + REDIRECT + POST));
    }

    /** Entra's and AD FS's: WS-Federation roles of types that no SAML schema knows, several keys, an SP role beside. */
    static String microsoft() {
        var federation = """
                <md:RoleDescriptor xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706"
                    xsi:type="fed:SecurityTokenServiceType"
                    protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706">
                  <fed:ClaimTypesOffered><auth:ClaimType
                      xmlns:auth="http://docs.oasis-open.org/wsfed/authorization/200706" Uri="urn:claim"/>
                  </fed:ClaimTypesOffered>
                </md:RoleDescriptor>""";
        var service = "<md:SPSSODescriptor protocolSupportEnumeration=\"" + SAML2 + "\">"
                + "<md:AssertionConsumerService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
                + " Location=\"https://idp.example/acs\" index=\"0\"/></md:SPSSODescriptor>";
        var keys = key("use=\"encryption\"", IdpKeys.rsa2048())
                + key("use=\"signing\"", KEYS)
                + key("use=\"signing\"", NEXT);
        return entity("entityID=\"" + ENTITY_ID + "\"", federation + service + role("", keys + REDIRECT + POST));
    }

    /** An honest provider with everything inside its role chosen. */
    static String with(String insideRole) {
        return entity("entityID=\"" + ENTITY_ID + "\"", role("", insideRole));
    }

    static String entity(String attributes, String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<md:EntityDescriptor"
                + " xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" " + attributes + ">" + inside
                + "</md:EntityDescriptor>";
    }

    static String entities(String... entities) {
        var all = new StringBuilder("<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">");
        for (var entity : entities) {
            all.append(entity.substring(entity.indexOf("<md:")));
        }
        return all.append("</md:EntitiesDescriptor>").toString();
    }

    static String role(String attributes, String inside) {
        return "<md:IDPSSODescriptor protocolSupportEnumeration=\"" + SAML2 + "\"" + attributes + ">" + inside
                + "</md:IDPSSODescriptor>";
    }

    static String key(String attributes, IdpKeys keys) {
        return key(attributes, base64(keys.certificate()));
    }

    static String key(String attributes, String... certificates) {
        var data = new StringBuilder();
        for (var certificate : certificates) {
            data.append("<ds:X509Certificate>").append(certificate).append("</ds:X509Certificate>");
        }
        return "<md:KeyDescriptor " + attributes + "><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
                + "<ds:X509Data>" + data + "</ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
    }

    static String service(String binding, String location) {
        return "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:" + binding + "\" Location=\""
                + location + "\"/>";
    }

    /** Broken into lines, as most providers write it. */
    static String base64(X509Certificate certificate) {
        try {
            return "\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded()) + "\n";
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
