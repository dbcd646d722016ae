package io.dovetail.sso.saml.metadata;

import static io.dovetail.sso.saml.metadata.MetadataFile.ENTITY_ID;
import static io.dovetail.sso.saml.metadata.MetadataFile.KEYS;
import static io.dovetail.sso.saml.metadata.MetadataFile.POST;
import static io.dovetail.sso.saml.metadata.MetadataFile.REDIRECT;
import static io.dovetail.sso.saml.metadata.MetadataFile.base64;
import static io.dovetail.sso.saml.metadata.MetadataFile.key;
import static io.dovetail.sso.saml.metadata.MetadataFile.service;

import io.dovetail.lab.idp.IdpKeys;
import java.time.Instant;

/** Files in the likeness of seven providers: the traits of their exports, with keys and names of our own. */
final class ProviderFiles {
    /** OneLogin's certificates of 2013 ended in 2018, and are still in use. */
    static final IdpKeys ENDED =
            KEYS.withCertificateLife(Instant.parse("2013-09-30T00:00:00Z"), Instant.parse("2018-10-01T00:00:00Z"));

    /** Entra's and AD FS's files are signed; what signs is none of the keys that a connection trusts. */
    private static final String SIGNATURE =
            """
            <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>
            <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
            <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
            <ds:Reference URI="#_file"><ds:Transforms>
            <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
            <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>
            <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
            <ds:DigestValue>AAAA</ds:DigestValue></ds:Reference></ds:SignedInfo>
            <ds:SignatureValue>AAAA</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate>
            </ds:X509Data></ds:KeyInfo></ds:Signature>""".formatted(base64(IdpKeys.rsa2048().certificate()));

    private static final String LOGOUT = "<md:SingleLogoutService"
            + " Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" Location=\"https://idp.example/slo\"/>";

    private ProviderFiles() {}

    /** The POST binding alone, a placeholder as entity ID, the certificate on one indented line. */
    static String jumpCloud() {
        return MetadataFile.jumpCloud().replace("<ds:X509Certificate>\n", "<ds:X509Certificate>\n        ");
    }

    /** An entity ID that is an http address, and POST before Redirect. */
    static String okta() {
        return MetadataFile.entity(
                "entityID=\"http://idp.example/exk1\"",
                MetadataFile.role(
                        " WantAuthnRequestsSigned=\"false\"",
                        key("use=\"signing\"", KEYS) + "<md:NameIDFormat>"
                                + "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat>" + POST
                                + REDIRECT));
    }

    /** A byte order mark, a signature, WS-Federation roles before the provider's, and a log-out address. */
    static String entra() {
        return "\ufeff" + signed(MetadataFile.microsoft()).replace(REDIRECT + POST, LOGOUT + REDIRECT + POST);
    }

    /** As Entra's, with one address for both bindings, artifact resolution and the attributes that it can send. */
    static String adFs() {
        var address = "https://idp.example/adfs/ls/";
        var artifact = "<md:ArtifactResolutionService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:SOAP\""
                + " Location=\"https://idp.example/artifact\" index=\"0\"/>";
        var offered = "<saml:Attribute xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\""
                + " Name=\"http://schemas.xmlsoap.org/claims/CommonName\" FriendlyName=\"Common Name\""
                + " NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\"/>";
        return signed(MetadataFile.microsoft())
                .replace(
                        REDIRECT + POST,
                        artifact
                                + LOGOUT
                                + service("HTTP-Redirect", address)
                                + service("HTTP-POST", address)
                                + offered);
    }

    /** Valid until a day in some years; keys, then both bindings. */
    static String google() {
        return MetadataFile.google("2031-07-19T17:28:34.000Z");
    }

    /** No prefix, no encoding, a key past its end, the same POST address twice, SOAP, and a person to ask. */
    static String oneLogin() {
        return MetadataFile.with(
                        key("use=\"signing\"", ENDED) + POST + POST + service("SOAP", "https://idp.example/soap"))
                .replace(" encoding=\"UTF-8\"", "")
                .replace("<md:", "<")
                .replace("</md:", "</")
                .replace("xmlns:md=", "xmlns=")
                .replace(
                        "</EntityDescriptor>",
                        "<ContactPerson contactType=\"technical\"><SurName>Support</SurName>"
                                + "<EmailAddress>support@idp.example</EmailAddress></ContactPerson></EntityDescriptor>");
    }

    /** Location before Binding, an ID, log-out twice and a long list of attributes. */
    static String pingOne() {
        var offered = new StringBuilder();
        for (var i = 0; i < 60; i++) {
            offered.append("<saml:Attribute xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" Name=\"user.")
                    .append(i)
                    .append("\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\"/>");
        }
        return MetadataFile.entity(
                "entityID=\"" + ENTITY_ID + "\" ID=\"_file\"",
                MetadataFile.role("", key("use=\"signing\"", KEYS) + LOGOUT + LOGOUT + POST + REDIRECT + offered));
    }

    private static String signed(String file) {
        return file.replace("entityID=", "ID=\"_file\" entityID=")
                .replaceFirst("(<md:EntityDescriptor[^>]*>)", "$1" + SIGNATURE);
    }
}
