package io.dovetail.sso.saml.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import io.dovetail.sso.saml.OpenSaml;
import io.dovetail.sso.saml.response.AttributeNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file that an administrator uploads, read as a provider reads it. */
class SpMetadataWriterTest {
    private static final String ACS = "https://app.example/auth/saml/c1";

    @Test
    void keepsToTheSchemaAndNamesWhatTheProviderNeeds() throws Exception {
        var xml = new SpMetadataWriter().write("https://app.example", ACS, AttributeNames.DEFAULT);

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

        var xml = new SpMetadataWriter().write("urn:a\"b<c>&d", ACS, names);

        OpenSaml.validate(OpenSaml.parse(xml.getBytes(StandardCharsets.UTF_8)));
        var document = Xml.parse(xml);
        assertEquals("urn:a\"b<c>&d", document.getDocumentElement().getAttribute("entityID"));
        assertEquals(
                "<first>\"&",
                Xml.descendants(document, Names.MD, "RequestedAttribute").get(0).getAttribute("Name"));
        assertFalse(xml.contains("<first>"));
    }
}
