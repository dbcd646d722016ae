package io.dovetail.sso.saml.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import io.dovetail.sso.saml.OpenSaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
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

    private static String request(boolean forceAuthn) {
        return new AuthnRequestWriter()
                .write(
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
