package io.dovetail.sso.saml.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import io.dovetail.sso.saml.OpenSaml;
import io.dovetail.sso.saml.response.AttributeNames;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file that an administrator uploads, read as a provider reads it. */
class SpMetadataWriterTest {
    private static final String ACS = "https://app.example/auth/saml/c1";

    @Test
    void keepsToTheSchemaAndNamesWhatTheProviderNeeds() throws Exception {
        var xml = write("https://app.example", AttributeNames.DEFAULT);

        OpenSaml.validate(OpenSaml.parse(xml.getBytes(StandardCharsets.UTF_8)));
        var document = Xml.parse(xml);
        var acs = Xml.descendants(document, Names.MD, "AssertionConsumerService");
        assertEquals("https://app.example", document.getDocumentElement().getAttribute("entityID"));
        assertEquals(1, acs.size());
        assertEquals(ACS, acs.get(0).getAttribute("Location"));
        assertEquals(Names.POST, acs.get(0).getAttribute("Binding"));
        assertEquals("0", acs.get(0).getAttribute("index"));
        assertEquals(
                List.of("first_name", "last_name", "saml_id"),
                Xml.descendants(document, Names.MD, "RequestedAttribute").stream()
                        .map(attribute -> attribute.getAttribute("Name"))
                        .toList());
    }

    @Test
    void escapesWhatAnAdministratorTyped() throws Exception {
        var names = new AttributeNames("<first>\"&", "last", "id");

        var xml = write("urn:a\"b<c>&d", names);

        OpenSaml.validate(OpenSaml.parse(xml.getBytes(StandardCharsets.UTF_8)));
        var document = Xml.parse(xml);
        assertEquals("urn:a\"b<c>&d", document.getDocumentElement().getAttribute("entityID"));
        assertEquals(
                "<first>\"&",
                Xml.descendants(document, Names.MD, "RequestedAttribute").get(0).getAttribute("Name"));
        assertFalse(xml.contains("<first>"));
    }

    @Test
    void showsKeysWithTheAlgorithmsThatAreTaken() throws Exception {
        var signing = IdpKeys.rsa2048().certificate();
        var encryption =
                List.of(IdpKeys.rsa2048().certificate(), IdpKeys.rsa2048().certificate());

        var xml = new SpMetadataWriter()
                .write(new SpMetadataWriter.SpMetadata(
                        "https://app.example", ACS, AttributeNames.DEFAULT, true, List.of(signing), encryption));

        OpenSaml.validate(OpenSaml.parse(xml.getBytes(StandardCharsets.UTF_8)));
        var document = Xml.parse(xml);
        var role = Xml.descendants(document, Names.MD, "SPSSODescriptor").get(0);
        var keys = Xml.descendants(document, Names.MD, "KeyDescriptor");
        assertEquals("true", role.getAttribute("AuthnRequestsSigned"));
        assertEquals(
                List.of("signing", "encryption", "encryption"),
                keys.stream().map(key -> key.getAttribute("use")).toList());
        assertEquals(
                List.of(
                        "http://www.w3.org/2009/xmlenc11#aes256-gcm",
                        "http://www.w3.org/2009/xmlenc11#aes128-gcm",
                        "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"),
                Xml.descendants(keys.get(1), Names.MD, "EncryptionMethod").stream()
                        .map(method -> method.getAttribute("Algorithm"))
                        .toList());
        assertArrayEquals(
                encryption.get(0).getEncoded(),
                Base64.getMimeDecoder().decode(keys.get(1).getTextContent().strip()));
    }

    private static String write(String entityId, AttributeNames requested) {
        return new SpMetadataWriter()
                .write(new SpMetadataWriter.SpMetadata(entityId, ACS, requested, false, List.of(), List.of()));
    }
}
