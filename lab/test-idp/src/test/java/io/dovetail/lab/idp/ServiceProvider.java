package io.dovetail.lab.idp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The service provider's side in these tests: registers itself and writes requests. */
final class ServiceProvider {

    static final String ENTITY_ID = "https://app.example.org";
    static final String ACS = "https://app.example.org/auth/saml/company-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ServiceProvider() {}

    /** Registers an application; {@code more} is put into the JSON object as it stands. */
    static JsonNode register(Browser browser, String more) {
        HttpResponse<String> answer = browser.postJson("/applications", """
                {"name": "Works", "idpEntityId": "company-1", "spEntityId": "%s", "acsUrl": "%s"%s}
                """.formatted(ENTITY_ID, ACS, more));
        return read(answer.body());
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    static String request(String more) {
        return """
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_asked" Version="2.0"\
                 IssueInstant="2026-03-01T10:00:00Z"%s>\
                <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer>\
                </samlp:AuthnRequest>""".formatted(more, ENTITY_ID);
    }

    /** The query of the Redirect binding. */
    static String redirect(String xml, String relayState) {
        return "?" + Browser.encode(Map.of("SAMLRequest", deflated(xml), "RelayState", relayState));
    }

    /** The field of the POST binding. */
    static String posted(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    static String deflated(String xml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, raw)) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            raw.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
