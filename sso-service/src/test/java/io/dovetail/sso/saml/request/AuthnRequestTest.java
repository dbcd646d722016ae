package io.dovetail.sso.saml.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import io.dovetail.sso.saml.OpenSaml;
import io.dovetail.sso.saml.SpCredential;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.Test;

/** The request that starts a sign-in, and its way through the browser. */
class AuthnRequestTest {
    private static final String ACS = "https://app.example/auth/saml/c1";
    private static final URI SSO = URI.create("https://idp.example/sso?tenant=1&x=a%2Bb");
    private static final String XML = request(false);

    @Test
    void keepsToTheSchemaAndAsksForNothingThatAProviderCouldRefuse() throws Exception {
        OpenSaml.validate(OpenSaml.parse(XML.getBytes(StandardCharsets.UTF_8)));

        var request = Xml.parse(XML).getDocumentElement();
        assertEquals("_0123456789abcdef", request.getAttribute("ID"));
        assertEquals("2.0", request.getAttribute("Version"));
        assertEquals("2026-03-01T10:00:00.000Z", request.getAttribute("IssueInstant"));
        assertEquals(SSO.toString(), request.getAttribute("Destination"));
        assertEquals(ACS, request.getAttribute("AssertionConsumerServiceURL"));
        assertEquals(Names.POST, request.getAttribute("ProtocolBinding"));
        assertEquals(
                "https://app.example",
                Xml.requireChild(request, Names.SAML, "Issuer").getTextContent());
        assertFalse(request.hasAttribute("ForceAuthn"));
        assertEquals(1, Xml.children(request).size());
    }

    @Test
    void asksForAFreshSignInWhereItIsWanted() {
        assertEquals("true", Xml.parse(request(true)).getDocumentElement().getAttribute("ForceAuthn"));
    }

    @Test
    void redirectsWithTheDeflatedRequestBesideTheAddressesOwnQuery() throws IOException {
        var address = RequestBinding.redirect(SSO, XML, "_state+/=&");

        var query = query(address);
        assertEquals("1", query.get("tenant"));
        assertEquals("a+b", query.get("x"));
        assertEquals("_state+/=&", query.get("RelayState"));
        assertEquals(XML, inflate(query.get("SAMLRequest")));
        assertTrue(address.toString().startsWith("https://idp.example/sso?tenant=1&x=a%2Bb&SAMLRequest="));
    }

    @Test
    void leavesAnEmptyRelayStateOut() {
        var address = RequestBinding.redirect(URI.create("https://idp.example/sso"), XML, "");

        assertTrue(address.toString().startsWith("https://idp.example/sso?SAMLRequest="));
        assertFalse(address.toString().contains("RelayState"));
    }

    @Test
    void postsThePlainRequest() {
        assertEquals(XML, new String(Base64.getDecoder().decode(RequestBinding.post(XML)), StandardCharsets.UTF_8));
    }

    @Test
    void signsTheQueryOfARedirectWithRsaSha256() throws Exception {
        var keys = IdpKeys.rsa2048();

        var address = RequestBinding.signedRedirect(
                SSO, XML, "_state", new SpCredential(keys.privateKey(), keys.certificate()));

        var query = address.getRawQuery();
        var signed = query.substring(query.indexOf("SAMLRequest="), query.indexOf("&Signature="));
        var parameters = query(address);
        assertEquals(Names.RSA_SHA256, parameters.get("SigAlg"));
        assertTrue(signed.matches("SAMLRequest=[^&]+&RelayState=_state&SigAlg=[^&]+"), signed);
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.certificate());
        verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
        assertTrue(verifier.verify(Base64.getDecoder().decode(parameters.get("Signature"))));
    }

    @Test
    void signsThePostedRequestInItsXml() throws Exception {
        var keys = IdpKeys.rsa2048();

        var xml = new AuthnRequestWriter()
                .writeSigned(content(false), new SpCredential(keys.privateKey(), keys.certificate()));

        OpenSaml.validate(OpenSaml.parse(xml.getBytes(StandardCharsets.UTF_8)));
        var request = Xml.parse(xml).getDocumentElement();
        request.setIdAttribute("ID", true);
        var signature = Xml.requireChild(request, Names.DS, "Signature");
        var validation = new DOMValidateContext(keys.certificate().getPublicKey(), signature);
        assertTrue(XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(validation)
                .validate(validation));
        assertEquals(
                "#_0123456789abcdef",
                Xml.descendants(signature, Names.DS, "Reference").get(0).getAttribute("URI"));
    }

    private static String request(boolean forceAuthn) {
        return new AuthnRequestWriter().write(content(forceAuthn));
    }

    private static AuthnRequestWriter.Request content(boolean forceAuthn) {
        return new AuthnRequestWriter.Request(
                "_0123456789abcdef",
                "https://app.example",
                ACS,
                SSO,
                Instant.parse("2026-03-01T10:00:00Z"),
                forceAuthn);
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String inflate(String base64) throws IOException {
        var deflated = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
        try (var stream = new InflaterInputStream(deflated, new Inflater(true))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
